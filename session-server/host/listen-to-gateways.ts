/** Joins the table of presence to the bus: what gateways say, the second that passes, the question where a word was missed. */
import type { Clock } from '../../api/kit/clock.ts';
import type { Bus, Release } from '../bus/bus.ts';
import type { Unheard } from './heard-gateways.ts';
import type { Changed, Presence } from './presence.ts';

const LOOK_EVERY_MS = 1_000;

/** @param changed told of each change, in order. @param unheard of the time in which no gateway was heard, before it. */
export async function listenToGateways(
  { bus, clock, presence }: { readonly bus: Bus; readonly clock: Clock; readonly presence: Presence },
  changed: (people: Changed) => void,
  unheard: (time: Unheard) => void,
): Promise<Release> {
  const release = await bus.hearPresence(report => {
    const heard = presence.hear(report);
    if (heard.unheard) unheard(heard.unheard);
    changed(heard.changed);
  });
  let cancel: () => void = () => undefined;
  const lookLater = (): void => {
    cancel = clock.at(clock.now() + LOOK_EVERY_MS, () => {
      changed(presence.look());
      if (presence.isToAsk()) bus.askPresence();
      lookLater();
    });
  };
  lookLater();
  bus.askPresence();
  return async () => {
    cancel();
    await release();
  };
}
