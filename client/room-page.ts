/**
 * `room.html`: the one page again, that asks at once for the room's files, and for who is signed in, and not after the first
 * file has run. The API hands it out at a room's address (api/http/pages.ts): over a slow line it saves two ways there and
 * back, or three.
 */
import type { Plugin, Rolldown } from 'vite';

const ROOM = 'client/room/room-page.tsx';
/** What account.ts asks as the page begins. A preload is taken by the first `fetch` of the same address, and by that one alone. */
const QUESTIONS = ['/api/me', '/api/settings'];
/** Imports all that a room brings later; named in every page, for one comes to a room from another page too. */
const LATER = 'client/room/own-requests.tsx';
/** What main.tsx asks for apart, as soon as it runs. */
const BESIDE = ['client/live/hold.ts', 'client/favourites/held.ts'];

export function roomPage(): Plugin {
  return {
    name: 'room-page',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const page = bundle['index.html'];
      if (page?.type !== 'asset') throw new Error('the build has no index.html');
      const needed = filesOf(bundle, [ROOM, ...BESIDE]);
      const later = [...filesOf(bundle, [LATER])].filter(file => !needed.has(file) && file.endsWith('.js'));
      const named = later.map(file => `/${file}`).join(' ');
      const html = String(page.source).replace(
        '  </head>',
        `    <meta name="later-parts" content="${named}">\n  </head>`,
      );
      page.source = html;
      const files = [...needed].filter(file => !html.includes(file));
      const links = files.map(file =>
        file.endsWith('.css')
          ? `    <link rel="preload" as="style" crossorigin href="/${file}">\n`
          : `    <link rel="modulepreload" crossorigin href="/${file}">\n`,
      );
      const questions = QUESTIONS.map(
        path => `    <link rel="preload" as="fetch" crossorigin href="${path}">\n`,
      );
      const source = html.replace('  </head>', `${links.join('')}${questions.join('')}  </head>`);
      this.emitFile({ type: 'asset', fileName: 'room.html', source });
    },
  };
}

/** The files of these modules, and all that they cannot do without, styles too. */
function filesOf(bundle: Rolldown.OutputBundle, modules: readonly string[]): ReadonlySet<string> {
  const files = new Set<string>();
  const add = (name: string): void => {
    const chunk = bundle[name];
    if (chunk?.type !== 'chunk' || files.has(name)) return;
    files.add(name);
    for (const style of chunk.viteMetadata?.importedCss ?? []) files.add(style);
    for (const imported of chunk.imports) add(imported);
  };
  for (const [name, chunk] of Object.entries(bundle))
    if (
      chunk.type === 'chunk' &&
      chunk.moduleIds.some(id => modules.some(module => id.endsWith(`/${module}`)))
    )
      add(name);
  return files;
}
