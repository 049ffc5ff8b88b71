/** The page to look through all pictures: by scene, each state at its three widths. */
import type { Picture } from './camera.ts';

const STYLE = `
  body { margin: 0; padding: 24px; font: 16px/1.4 system-ui, sans-serif; background: #e9ecee; color: #1c262d; }
  nav { columns: 3 16rem; margin-block: 16px 32px; }
  nav a { display: block; }
  section { margin-block-end: 40px; }
  h2 { margin: 0 0 4px; font-size: 20px; }
  p { margin: 0 0 12px; }
  div { display: flex; gap: 16px; align-items: flex-start; overflow-x: auto; }
  figure { margin: 0; flex: none; }
  figcaption { font-size: 14px; }
  img { display: block; border: 1px solid #9aa5ac; background: white; }
  .fault { color: #a51d18; font-weight: 700; }
`;

export function galleryOf(pictures: readonly Picture[], missing: readonly string[]): string {
  const scenes = [...new Set(pictures.map(({ scene }) => scene))];
  return `<!doctype html>
<html lang="fr">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Écrans</title>
<style>${STYLE}</style>
<h1>${pictures.length} états, ${new Set(pictures.map(({ address }) => address)).size} adresses</h1>
${missing.length === 0 ? '' : `<p class="fault">Sans image : ${missing.map(escaped).join(', ')}</p>`}
<nav>${pictures.map((picture, place) => `<a href="#e${place}">${escaped(titleOf(picture))}</a>`).join('\n')}</nav>
${scenes.map(scene => `<h1>${escaped(scene)}</h1>\n${pictures.map((picture, place) => (picture.scene === scene ? sectionOf(picture, place) : '')).join('')}`).join('\n')}
</html>
`;
}

const titleOf = ({ scene, name }: Picture): string => `${scene} : ${name}`;

const sectionOf = (picture: Picture, place: number): string => `<section id="e${place}">
<h2>${escaped(picture.name)}</h2>
<p><code>${escaped(picture.pathname)}</code></p>
<div>${picture.shots
  .map(
    ({
      width,
      file,
      overflows,
    }) => `<figure><a href="${file}"><img src="${file}" loading="lazy" width="${Math.round(width / 2)}" alt="${escaped(titleOf(picture))}, ${width} px"></a>
<figcaption>${width} px${overflows ? ' <span class="fault">déborde</span>' : ''}</figcaption></figure>`,
  )
  .join('\n')}</div>
</section>
`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
