/**
 * When the socket says that a bell has something new. Spread over a moment: what is said to a thousand people is not to
 * be a thousand questions in the same instant.
 */
import { effect } from '@preact/signals';
import type { Live } from '../live/live.ts';

const SPREAD_MS = 1_500;
const NEWS: ReadonlySet<string> = new Set(['message', 'postBlocked', 'postsAdded']);

/**
 * @param said also what everybody hears in the public stream: a room shows that by itself.
 * @returns what ends it.
 */
export function onLive(
  { bell, you, onDelta }: Pick<Live, 'bell' | 'you' | 'onDelta'>,
  said: boolean,
  act: () => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const soon = (): void => {
    timer ??= setTimeout(() => {
      timer = null;
      act();
    }, Math.random() * SPREAD_MS);
  };
  let heard = bell.peek();
  let messages: number | null = null;
  const endTold = effect(() => {
    if (bell.value !== heard) soon();
    heard = bell.value;
  });
  const endMine = effect(() => {
    const now = you.value?.messages.length ?? null;
    if (messages !== null && now !== messages) soon();
    messages = now;
  });
  const endSaid = said
    ? onDelta(({ facts }) => {
        if (facts.some(({ kind }) => NEWS.has(kind))) soon();
      })
    : () => undefined;
  return () => {
    for (const end of [endTold, endMine, endSaid]) end();
    if (timer !== null) clearTimeout(timer);
  };
}
