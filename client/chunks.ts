/**
 * Which modules stand in one file of the build: left alone the intern's room comes in 44 files, most of them smaller than
 * their headers, six at a time over a telephone's line. A file holds what some modules cannot do without, found by what
 * they import: what is asked for later is in none of them. What one page alone needs is left to Vite.
 */
import { fileURLToPath } from 'node:url';
import type { Rolldown } from 'vite';

type Graph = Rolldown.ChunkingContext;

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const ENTRY = at('main.tsx');
/** The libraries of the entry: they outlive a release. */
const isLibrary = (id: string): boolean => id.includes('/node_modules/');

/** What many pages are made of: apart from the room, which they do not need. */
const PARTS = /\/(?:client\/(?:ui(?!\/use-live)|http)|machines)\//u;

interface FileOfBuild {
  readonly name: string;
  readonly from: readonly string[];
  /** Whether its `PARTS` stand in the file of these. */
  readonly lendsParts?: true;
}

/** In this order: what an earlier one holds stands in no later one. */
const FILES: readonly FileOfBuild[] = [
  // What main.tsx asks for apart, as soon as it runs.
  { name: 'live', from: [at('live/hold.ts'), at('favourites/held.ts')] },
  {
    name: 'parts',
    from: ['ui/field.tsx', 'ui/select.tsx', 'desk/dialog-foot.tsx', 'account/email.ts'].map(at),
  },
  { name: 'room', from: [at('room/room-page.tsx')], lendsParts: true },
  // What an open room asks for once it is there (room/later-parts.tsx); the first of it for other pages too.
  {
    name: 'requests',
    from: [
      'mandate/give-note.tsx',
      'mandate/end-dialog.tsx',
      'status/status-note.tsx',
      'account/faculty-gate.tsx',
      'before/order-note.tsx',
    ].map(at),
  },
  {
    name: 'later',
    from: [
      'room/own-requests.tsx',
      'room/interns-list.tsx',
      'offer/save-dialog.tsx',
      'offer/searches-dialog.tsx',
    ].map(at),
  },
];

/** @returns for one build: the file of a module, null where Vite may put it where it likes. */
export function fileNames(): (id: string, graph: Graph) => string | null {
  let names: ReadonlyMap<string, string | null> | null = null;
  return (id, graph) => {
    names ??= namesIn(graph);
    return id.startsWith('\0rolldown/') ? 'preact' : (names.get(id) ?? null);
  };
}

function namesIn(graph: Graph): ReadonlyMap<string, string | null> {
  const names = new Map<string, string | null>();
  const add = (id: string, nameOf: (id: string) => string | null): void => {
    if (names.has(id)) return;
    names.set(id, nameOf(id));
    for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) add(imported, nameOf);
  };
  add(ENTRY, id => (id === ENTRY ? null : isLibrary(id) ? 'preact' : 'first'));
  for (const { name, from, lendsParts } of FILES)
    for (const id of from) add(id, one => (lendsParts && PARTS.test(one) ? 'parts' : name));
  return names;
}
