/**
 * Joins the table of presence to the bus: what gateways say, the second that passes, the question where a word was missed;
 * and to the record, which knows of gateways that live and are not heard.
 */
import type { Release } from '../bus/bus.ts';
import type { Unheard } from './heard-gateways.ts';
import type { HostParts } from './host-parts.ts';
import type { Changed } from './presence.ts';
import { livingGateways } from './session-rows.ts';

const LOOK_EVERY_MS = 1_000;

/** @param changed told of each change, in order. @param unheard of the silence that ends, before it. */
export async function listenToGateways(
  { bus, clock, presence, database: { sql }, log }: Omit<HostParts, 'name' | 'mailDomain'>,
  changed: (people: Changed) => void,
  unheard: (time: Unheard) => void,
): Promise<Release> {
  const release = await bus.hearPresence(report => {
    const heard = presence.hear(report);
    if (heard.unheard) unheard(heard.unheard);
    changed(heard.changed);
  });
  let cancel: () => void = () => undefined;
  let isAsking = false;
  /** Where the record does not answer nobody is held lost. */
  const askRecord = async (): Promise<void> => {
    if (isAsking) return;
    isAsking = true;
    await livingGateways(sql)
      .then(living => changed(presence.witness(living)))
      .catch((error: unknown) => log.warn({ err: error }, 'gateways.notRead'));
    isAsking = false;
  };
  const lookLater = (): void => {
    cancel = clock.at(clock.now() + LOOK_EVERY_MS, () => {
      changed(presence.look());
      void askRecord();
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
