/** When what is one's own outside every stream may have changed: the socket said so, or was away. */
import { effect } from '@preact/signals';
import type { OwnChange } from '../../machines/wire/frames.ts';
import type { Live } from '../live/live.ts';

/** @returns what ends it. */
export function onOwnChange(
  { changed, link }: Pick<Live, 'changed' | 'link'>,
  what: OwnChange,
  act: () => void,
): () => void {
  let heard = changed[what].peek();
  let wasLost = false;
  return effect(() => {
    const now = changed[what].value;
    const { kind } = link.value;
    const isBack = wasLost && kind === 'live';
    const isNews = now !== heard;
    heard = now;
    wasLost = kind === 'lost' || (wasLost && !isBack);
    if (isBack || isNews) act();
  });
}
