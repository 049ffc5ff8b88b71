/** One's own amphitheatre as the server tells it: asked by the clock, and at once where the live line says that something has moved. */
import { useEffect, useState } from 'preact/hooks';
import type { Ms } from '../../machines/ids.ts';
import type { MyAmphitheatreAnswer } from '../http/answers.ts';
import { useAsked } from '../http/asked.ts';
import type { Asked } from '../http/asked.ts';
import { held } from '../live/held.ts';
import type { Live } from '../live/live.ts';

export type OwnRealm = 'intern' | 'mandatary';

const LOOK_AGAIN_MS = 20_000;

export function useMyAmphitheatre(realm: OwnRealm): Asked<MyAmphitheatreAnswer> {
  const asked = useAsked<MyAmphitheatreAnswer>(`/me/amphitheatre?realm=${realm}`, LOOK_AGAIN_MS);
  const { again } = asked;
  const live = held[realm].value;
  const sessions = statesOf(live);
  const you = live?.you.value ?? null;
  const [known, setKnown] = useState({ sessions, you });
  useEffect(() => {
    if (known.sessions === sessions && known.you === you) return;
    setKnown({ sessions, you });
    if (known.sessions !== '') again();
  }, [sessions, you]);
  return asked;
}

/** What of the public state this page tells too: '' before the first word of the server. */
function statesOf(live: Live | null): string {
  const state = live?.view.value?.state;
  return state === undefined
    ? ''
    : [...state.sessions.values()].map(({ id, state, startsAt }) => `${id} ${state} ${startsAt}`).join();
}

const TICK_MS = 10_000;

/** The server's time where it is known, looked at often enough for hours and minutes. */
export function useSlowNow(realm: OwnRealm): Ms {
  const clock = (): Ms => held[realm].peek()?.now() ?? Date.now();
  const [now, setNow] = useState(clock);
  useEffect(() => {
    const timer = setInterval(() => setNow(clock()), TICK_MS);
    return () => clearInterval(timer);
  }, [realm]);
  return now;
}
