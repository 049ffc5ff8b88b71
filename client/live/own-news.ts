/** What the line tells of one's own account beside the stream; `live.ts` hears it for the page. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { OwnChange, ServerFrame } from '../../machines/wire/frames.ts';

export interface OwnNews {
  /** The version of one's favourites that was last told of; null until one is. */
  readonly favourites: ReadonlySignal<number | null>;
  /** How often the account's bell was said to have changed since this page opened. */
  readonly bell: ReadonlySignal<number>;
  /** How often what stands outside every stream was said to have changed since this page opened. */
  readonly changed: Readonly<Record<OwnChange, ReadonlySignal<number>>>;
}

type OwnFrame = Extract<ServerFrame, { type: 'favourites' | 'bell' | 'changed' }>;

export function ownNews(): OwnNews & { readonly hear: (frame: OwnFrame) => void } {
  const favourites = signal<number | null>(null);
  const bell = signal(0);
  const changed = { status: signal(0), mandate: signal(0), requests: signal(0) };
  return {
    favourites,
    bell,
    changed,
    hear(frame) {
      if (frame.type === 'favourites') favourites.value = frame.version;
      else if (frame.type === 'bell') bell.value += 1;
      else changed[frame.what].value += 1;
    },
  };
}
