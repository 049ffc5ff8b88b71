/** What the strip shows of a live connection: a wait counted in seconds by the client's own clock. */
import type { Ms } from '../../machines/ids.ts';
import type { LinkState } from '../live/link-state.ts';
import { secondsLeft } from './format.ts';
import type { LinkShown } from './strip.tsx';

export function linkShown(link: LinkState, clientNow: Ms): LinkShown {
  switch (link.kind) {
    case 'connecting':
    case 'live':
    case 'catchingUp':
      return link;
    case 'lost':
      return { kind: 'lost', retryInS: link.retryAt === null ? null : secondsLeft(link.retryAt, clientNow) };
    case 'signedOut':
    case 'stopped':
      return { kind: 'stopped' };
    default:
      return link satisfies never;
  }
}
