/** Architecture §1: nothing of the API, nor of any server, is in what browsers are sent; what one page needs, it alone loads. */
import { expect } from 'chai';
import { join, relative, sep } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'vite';
import { roomOf } from './imports.ts';
import { ROOT } from './tree.ts';

/** One file of the bundle, its modules by their paths, and the files that it cannot do without. */
interface Part {
  readonly file: string;
  readonly isEntry: boolean;
  readonly modules: readonly string[];
  readonly imports: readonly string[];
  /** Compressed as browsers get it. */
  readonly bytes: number;
}

/** Issue 4, point 6: usable within 3 s on a throttled line. */
const ROOM_BYTES = 120_000;
const ROOM_FILES = 10; // each costs its headers, and six at a time are asked for
/** Nobody reads the home page with the room's code. */
const FIRST_BYTES = 40_000;

describe('the client’s bundle', function () {
  this.timeout(60_000);
  let parts: readonly Part[] = [];
  let modules: readonly string[] = [];

  before(async () => {
    const { NODE_ENV } = process.env;
    const built = await build({
      configFile: join(ROOT, 'client/vite.config.ts'),
      logLevel: 'silent',
      build: { write: false },
    });
    // Vite has made this process a production one: the processes that later suites start would be, too.
    if (NODE_ENV === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = NODE_ENV;
    parts = [built]
      .flat()
      .flatMap(result => ('output' in result ? result.output : []))
      .flatMap(part => {
        if (part.type !== 'chunk') return [];
        const { fileName: file, isEntry, imports } = part;
        const bytes = brotliCompressSync(part.code).length;
        return [{ file, isEntry, imports, bytes, modules: Object.keys(part.modules).map(pathOf) }];
      });
    modules = parts.flatMap(part => part.modules);
  });

  /** The file and all that it imports outright, not what it loads later. */
  const whole = (part: Part): readonly string[] => [...reach([part])].flatMap(one => one.modules);
  const reach = (from: readonly Part[]): ReadonlySet<Part> => {
    const seen = new Set<Part>();
    const add = (one: Part): void => {
      if (seen.has(one)) return;
      seen.add(one);
      for (const name of one.imports) for (const other of parts) if (other.file === name) add(other);
    };
    from.forEach(add);
    return seen;
  };

  it('is made of the client’s and the machines’ modules alone', () => {
    expect(modules.some(path => path.startsWith('client/'))).to.equal(true);
    const foreign = modules.filter(path => !['client', 'machines', null].includes(roomOf(path)));
    expect(foreign).to.deep.equal([]);
  });

  it('has no part that is made for servers', () => {
    const servers =
      /node_modules\/(hono\/(?!dist\/client)|@hono|@mikro-orm|pg|pino|nodemailer|jose|uWebSockets)/u;
    expect(modules.filter(path => servers.test(path))).to.deep.equal([]);
  });

  it('begins without the session’s chart: nobody needs it to read a page', () => {
    const [entry] = parts.filter(({ isEntry }) => isEntry);
    expect(entry === undefined ? [] : whole(entry)).to.include('client/app.tsx');
    expect(entry && whole(entry).includes('machines/session/machine.ts')).to.equal(false);
  });

  it('brings the intern’s room to a telephone in a few files and less than 120 kB', () => {
    // The first page, the room, and what main.tsx asks for apart as soon as it runs.
    const needed = [
      'client/main.tsx',
      'client/room/room-page.tsx',
      'client/live/hold.ts',
      'client/favourites/held.ts',
    ];
    const files = [...reach(parts.filter(part => needed.some(module => part.modules.includes(module))))];
    for (const module of needed) expect(files.flatMap(file => file.modules)).to.include(module);
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    expect(bytes, `${bytes} bytes in ${files.length} files`).to.be.below(ROOM_BYTES);
    expect(files.length).to.be.below(ROOM_FILES);
  });

  it('brings the first page without the room, the socket and the offer', () => {
    const entry = parts.filter(({ isEntry }) => isEntry);
    const files = [...reach(entry)];
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    expect(bytes, `${bytes} bytes in ${files.length} files`).to.be.below(FIRST_BYTES);
  });

  it('brings the layout of the state chart to the page that draws it, and to no other', () => {
    const layout = 'node_modules/@dagrejs/';
    const pages = parts.filter(part => whole(part).some(path => path.startsWith(layout)));
    expect(pages).to.not.deep.equal([]);
    const strangers = pages.flatMap(part =>
      part.modules.filter(path => path.startsWith('client/') && !path.startsWith('client/chart/')),
    );
    expect(strangers).to.deep.equal([]);
  });
});

const pathOf = (id: string): string =>
  relative(ROOT, id.split('?')[0] ?? '')
    .split(sep)
    .join('/');
