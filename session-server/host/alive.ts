/**
 * An owner says each second that it lives, under its fence (architecture §4): from when that was last so the time without
 * an owner is given back, and where it stays away another host takes over. Beside everything else that a host does.
 */
import type { SessionOwner } from './owner.ts';
import type { HostParts } from './host-parts.ts';
import { writeAlive } from './session-rows.ts';
import { within } from './within.ts';
import { WRITE_WITHIN_MS } from './write-row.ts';

const SAY_EVERY_MS = 1_000;

/** What it knows of an owner, and does to it. */
export type Lives = Pick<SessionOwner, 'session' | 'epoch' | 'isWriting' | 'lose' | 'suspend'>;

/** @param owners those held at that moment. @returns what ends it, once the word that is being said is out. */
export function sayAliveEachSecond(
  {
    database,
    clock,
    log,
  }: Pick<HostParts, 'clock' | 'log'> & { readonly database: Pick<HostParts['database'], 'sql'> },
  owners: () => readonly Lives[],
): () => Promise<void> {
  let cancel: () => void = () => undefined;
  let saying: Promise<void> | null = null;

  const say = async (): Promise<void> => {
    const alive = owners()
      .filter(({ isWriting }) => isWriting)
      .map(owner => ({ owner, session: owner.session, epoch: owner.epoch }));
    if (alive.length === 0) return;
    try {
      const owned = await within(writeAlive(database.sql, clock.now(), alive), WRITE_WITHIN_MS);
      // Where the owner has itself taken the session up again meanwhile, the answer is of the past.
      for (const { owner, session, epoch } of alive)
        if (!owned.has(session) && owner.isWriting && owner.epoch === epoch) owner.lose();
    } catch (error) {
      for (const { owner, epoch } of alive) if (owner.epoch === epoch) owner.suspend(error); // time stops
      log.warn({ err: error }, 'host.notSaidAlive');
    }
  };
  const sayLater = (): void => {
    cancel = clock.at(clock.now() + SAY_EVERY_MS, () => {
      saying ??= say().finally(() => (saying = null));
      sayLater();
    });
  };
  sayLater();
  return async () => {
    cancel();
    await saying;
  };
}
