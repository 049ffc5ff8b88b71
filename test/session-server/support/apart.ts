/** A moderator at one gateway, interns at the other, whose line or life may end: what `host/{cut-off,unseen}.test.ts` begin with. */
import type { PersonId } from '../../../machines/ids.ts';
import { eventually } from '../../support/eventually.ts';
import { type Machines, openMachines } from './machines.ts';
import type { StagedPerson } from './stage.ts';
import type { Watcher } from './watcher.ts';

type Fact = Record<string, unknown>;

export interface Apart {
  readonly machines: Machines;
  /** At `porte-1`. */
  readonly moderator: Watcher;
  start(): Promise<unknown>;
  person(order: number): StagedPerson | undefined;
  /** At `porte-2`. */
  enter(order: number): Promise<Watcher>;
  isOf(order: number): (fact: Fact) => boolean;
  /** Whether the moderator was told one. */
  hasFact(kind: string, isMeant: (fact: Fact) => boolean): boolean;
  /** Moves the clock until it is so: the record is asked each second who lives, and answers in its own time. */
  secondsUntil(isThere: () => boolean): Promise<unknown>;
  close(): Promise<void>;
}

export async function openApart(): Promise<Apart> {
  const machines = await openMachines({ people: 3 });
  const { stage, clock } = machines;
  const moderator = await machines.enter('porte-1', stage.moderator.login);
  const person = (order: number): StagedPerson | undefined => stage.people[order - 1];
  const known = (order: number): PersonId | undefined => person(order)?.person;
  return {
    machines,
    moderator,
    person,
    start: () => moderator.ask(stage.session, { type: 'start' }),
    enter: order => machines.enter('porte-2', person(order)?.login),
    isOf: order => fact => fact['person'] === known(order),
    hasFact: (kind, isMeant) =>
      moderator
        .all('delta')
        .some(({ facts }) => facts.some(fact => fact.kind === kind && isMeant({ ...fact }))),
    secondsUntil: isThere =>
      eventually('it came about', async () => {
        if (isThere()) return true;
        clock.moveBy(1_000);
        await moderator.settled();
        return isThere();
      }),
    close: () => machines.close(),
  };
}
