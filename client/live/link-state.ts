/** What screens show of a connection, from its chart: five kinds, each with what its words need. */
import type { Ms } from '../../machines/ids.ts';
import { CLOSE_CODES } from '../../machines/wire/close-codes.ts';
import type { ServerFrame } from '../../machines/wire/frames.ts';
import { nameOf } from './link.ts';
import type { LinkSnapshot } from './link.ts';

export type LinkState =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'live' }
  | { readonly kind: 'catchingUp'; readonly done: number; readonly of: number }
  /** `retryAt` by the client's own clock, null while a try is under way; `stoppedAt` by the server's. */
  | { readonly kind: 'lost'; readonly retryAt: Ms | null; readonly stoppedAt: Ms | null }
  /** `mandateEnded`: of a holder who has nobody to choose for any more. */
  | { readonly kind: 'signedOut'; readonly mandateEnded: boolean }
  /** It will not come back by itself. */
  | {
      readonly kind: 'stopped';
      readonly why: 'unknown' | 'notPublished' | 'outdated' | 'refused' | 'left';
    };

interface Around {
  readonly now: Ms;
  /** When the view stopped, by the server's clock. */
  readonly stoppedAt: Ms | null;
  readonly gone: Extract<ServerFrame, { type: 'gone' }>['code'] | null;
  readonly before: LinkState;
}

export function shownLink(snapshot: LinkSnapshot, { now, stoppedAt, gone, before }: Around): LinkState {
  const { context } = snapshot;
  switch (nameOf(snapshot)) {
    case 'live':
      return { kind: 'live' };
    case 'catchingUp':
      return { kind: 'catchingUp', done: context.done, of: context.of };
    case 'lost':
      return { kind: 'lost', retryAt: now + context.waitMs, stoppedAt };
    case 'signedOut':
      return { kind: 'signedOut', mandateEnded: context.closeCode === CLOSE_CODES.MANDATE_ENDED.code };
    case 'stopped':
      return { kind: 'stopped', why: whyStopped(context.closeCode, gone) };
    default:
      // A try after a loss is still a loss to whoever looks, until it has succeeded.
      return before.kind === 'lost' ? { ...before, retryAt: null } : { kind: 'connecting' };
  }
}

function whyStopped(
  code: number | null,
  gone: Around['gone'],
): Extract<LinkState, { kind: 'stopped' }>['why'] {
  if (gone === 'PROTOCOL' || code === CLOSE_CODES.PROTOCOL.code) return 'outdated';
  if (gone === 'UNKNOWN_AMPHITHEATRE') return 'unknown';
  if (gone === 'NOT_PUBLISHED') return 'notPublished';
  return code === null ? 'left' : 'refused';
}
