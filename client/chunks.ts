/**
 * Which modules stand in one file of the build: left alone the intern's room comes in 44 files, most of them smaller than
 * their headers, six at a time over a telephone's line. What one page alone needs is left to Vite.
 */

interface ChunkGroup {
  readonly name: string;
  readonly test: RegExp;
  /** Only what is named: a module's own imports would pull the session's chart into every page. */
  readonly includeDependenciesRecursively: false;
}

const group = (name: string, test: RegExp): ChunkGroup => ({
  name,
  test,
  includeDependenciesRecursively: false,
});

export const CHUNKS: readonly ChunkGroup[] = [
  group('preact', /\/node_modules\/(?:preact|preact-iso|@preact)\/|\/machines\/french-time/u),
  group(
    'live',
    /\/client\/live\/|\/client\/favourites\/held|\/node_modules\/(?:xstate|zod)\/|\/machines\/(?:wire|connection)\//u,
  ),
  group(
    'ui',
    /\/client\/(?:ui\/(?!use-live|link-)|http\/)|\/client\/notifications\/(?:bell|entry|top-bell|on-cause)/u,
  ),
  group(
    'room',
    /\/client\/(?:room|offer|favourites|documents\/download)(?!.*(?:-page|held|local|drag))|\/client\/before\/order-note|\/client\/ui\/(?:use-live|link-)/u,
  ),
  group(
    'rules',
    /\/machines\/(?!session\/|french-time|ids)|\/machines\/session\/(?:passing-order|front-of-line|estimate|may-choose|public-[a-z]+|short-hash|reason|you|seats|vector)/u,
  ),
];
