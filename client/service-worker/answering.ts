/** Which requests the service worker answers, and how: the shell and its files, never a word of the API. Pure. */

export type Answering =
  /** The browser does what it always does. */
  | 'notOurs'
  /** Network first; the shell where there is none. */
  | 'page'
  /** Named after its content: the cache first. */
  | 'asset'
  /** Network first; the copy where there is none. */
  | 'file';

export interface Asked {
  readonly method: string;
  readonly mode: string;
  readonly url: string;
}

/** @param origin our own. @param files what was put into the cache at the installation, as paths. */
export function answering(
  { method, mode, url }: Asked,
  origin: string,
  files: ReadonlySet<string>,
): Answering {
  const { origin: of, pathname } = new URL(url);
  if (method !== 'GET' || of !== origin || isServers(pathname)) return 'notOurs';
  if (mode === 'navigate') return /\.\w+$/u.test(pathname) ? 'notOurs' : 'page';
  if (!files.has(pathname)) return 'notOurs';
  return pathname.startsWith('/assets/') ? 'asset' : 'file';
}

const isServers = (path: string): boolean =>
  path === '/api' ||
  path.startsWith('/api/') ||
  path === '/livez' ||
  path === '/readyz' ||
  path === '/metrics';

/** Pages in which a session is lived: no version changes under them. */
export const isRoom = (path: string): boolean =>
  /^\/(?:ma-session|procuration|amphi-blanc|salle)(?:\/|$)/u.test(path);
