/** The client's addresses as `client/app.tsx` has them, and which of them nobody has looked at. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const APP = join(import.meta.dirname, '..', '..', 'client', 'app.tsx');
/** The page for every other address. */
const ELSEWHERE = '*';

/** `/salle/:amphitheatre`, in the order of the file. */
function addresses(): readonly string[] {
  const paths = [...readFileSync(APP, 'utf8').matchAll(/<Route path="([^"]+)"/gu)].map(
    match => match[1] ?? '',
  );
  if (paths.length === 0) throw new Error('client/app.tsx has no addresses: is it written another way now?');
  return [...paths, ELSEWHERE];
}

/** The address that a page was opened by: the first that fits, as the router takes it. */
export const addressOf = (pathname: string): string =>
  addresses().find(address => pattern(address).test(pathname)) ?? ELSEWHERE;

/** What no scene has come to: each new page needs its own. */
export const notSeen = (pathnames: Iterable<string>): readonly string[] => {
  const seen = new Set([...pathnames].map(addressOf));
  return addresses().filter(address => !seen.has(address));
};

const pattern = (address: string): RegExp =>
  new RegExp(`^${address.replace('*', '.*').replace(/:[^/]+/gu, '[^/]+')}/?$`, 'u');
