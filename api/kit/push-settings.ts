/** The settings of web push: its pair of keys (VAPID, RFC 8292) and the push services that may be called at all. */

export interface PushSettings {
  /** Base64url, as browsers and push services take them. */
  readonly publicKey: string;
  readonly privateKey: string;
}

/** Known to everybody who reads this file: development only. */
export const DEVELOPMENT_PUSH: PushSettings = {
  publicKey: 'BDTFO17hUjrbdnNto_FyvURn7HO6qiFPBCIafW0YuIL1K0dFs86iJbt6yDAIQfGYYxcz9xqAUoN--9vJoSd8oaM',
  privateKey: 'FjW7Ns-vdBiYT61xY3_y-Zv2bB4Xh0-96MTn1zIBjeg',
};

/** Of Chrome and Edge, Firefox, Safari, Windows: the endpoint is an address that a browser gave us, and we call no other host. */
export const USUAL_PUSH_HOSTS =
  'fcm.googleapis.com updates.push.services.mozilla.com *.push.apple.com *.notify.windows.com';

const POINT_BYTES = 65; // an uncompressed point of P-256
const SCALAR_BYTES = 32;

export const parsePublicKey = (value: string): string | null => keyOf(value, POINT_BYTES);
export const parsePrivateKey = (value: string): string | null => keyOf(value, SCALAR_BYTES);

function keyOf(value: string, bytes: number): string | null {
  return /^[\w-]+$/.test(value) && Buffer.from(value, 'base64url').length === bytes ? value : null;
}

const HOST = /^(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;
const LOCAL = /^http:\/\/(?:localhost|127\.0\.0\.1):\d{1,5}$/;

/** Hosts with a space between, `*.` for those under one; `http://localhost:…` for a push service of one's own tests. */
export function parsePushHosts(value: string, production: boolean): readonly string[] | null {
  const hosts = value
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(host => host !== '');
  const isKnown = (host: string): boolean => HOST.test(host) || (!production && LOCAL.test(host));
  return hosts.length > 0 && hosts.every(isKnown) ? hosts : null;
}

const LONGEST_ENDPOINT = 1_000; // characters; those of today have about 200

/**
 * Whether a browser's endpoint is one of an allowed push service: https, its usual port, no name or password in it. As
 * browsers write it: what two readers of addresses could read differently is none of theirs.
 */
export function isPushEndpoint(endpoint: string, hosts: readonly string[]): boolean {
  if (endpoint.length > LONGEST_ENDPOINT || !URL.canParse(endpoint)) return false;
  const { href, protocol, origin, hostname, port, username, password } = new URL(endpoint);
  if (href !== endpoint || username !== '' || password !== '') return false;
  if (hosts.includes(origin)) return true;
  if (protocol !== 'https:' || port !== '') return false;
  return hosts.some(host => (host.startsWith('*.') ? hostname.endsWith(host.slice(1)) : hostname === host));
}
