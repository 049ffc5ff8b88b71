/** What chance draws for an amphitheatre and its two sessions, and how such an evening is played: on a host alone, or over sockets. */
import { expect } from 'chai';
import * as fc from 'fast-check';
import { handedOver } from '../../machines/session/plain-people.ts';
import type { Press } from '../../machines/session/random-commands.ts';
import { STATUSES } from '../../machines/session/random-worlds.ts';
import { assignTheRest, closeByForce } from './acts.ts';
import type { Scene } from './acts.ts';
import { buildAmphitheatre } from './amphitheatres.ts';
import type { Amphitheatre, Country, Drawn } from './amphitheatres.ts';
import { PlayedSession } from './played-session.ts';
import type { Room } from './played-session.ts';

const oneOf = (n: number): fc.Arbitrary<boolean> => fc.integer({ min: 1, max: n }).map(die => die === 1);

/** @param people half of them in each session. */
export const amphitheatres = (people: number): fc.Arbitrary<Drawn> =>
  fc.record({
    people: fc.array(
      fc.record({
        status: fc.constantFrom('classic' as const, 'classic' as const, ...STATUSES),
        excused: oneOf(6),
        mandate: fc.constantFrom('none' as const, 'none' as const, 'asked' as const, 'accepted' as const),
        longer: oneOf(6),
        other: oneOf(4),
      }),
      { minLength: people, maxLength: people },
    ),
    settings: fc.record({
      pauseAfterAbsences: fc.constantFrom(0, 3),
      supernumeraryCap: fc.constantFrom(null, null, 1),
    }),
  });

/** The presses of each of the two sessions. */
export const evening = (all: fc.Arbitrary<readonly Press[]>): fc.Arbitrary<readonly (readonly Press[])[]> =>
  fc.array(all, { minLength: 2, maxLength: 2 });

interface Evening<R extends Room> {
  readonly room: R;
  readonly country: Country;
  /** Of seven signs, another one each time: people's ids begin with it. */
  readonly name: string;
  readonly drawn: Drawn;
  readonly all: readonly (readonly Press[])[];
  readonly act: (scene: Scene<R>, press: Press) => Promise<void>;
  /** Once the amphitheatre is in the tables. */
  readonly opened?: (amphitheatre: Amphitheatre) => Promise<void>;
  /** Once a session is closed, and those left over after the last one have their posts. */
  readonly closed?: (scene: Scene<R>) => Promise<void>;
}

/** Both sessions, one after the other, each closed by force in the end; the tables hold the model's seats. */
export async function playEvening<R extends Room>(evening: Evening<R>): Promise<void> {
  const { room, country, name, drawn, all, act, opened, closed } = evening;
  const { sql } = room.database;
  const amphitheatre = await buildAmphitheatre(sql, country, name, drawn);
  await opened?.(amphitheatre);
  let first: PlayedSession | null = null;
  for (const [index, session] of amphitheatre.sessions.entries()) {
    const played = await PlayedSession.start(room, session, country.moderator);
    if (first) comesOver(first, played);
    first ??= played;
    const scene: Scene<R> = { room, amphitheatre, played, isLast: index === 1 };
    for (const press of all[index] ?? []) await act(scene, press);
    await closeByForce(scene);
    if (scene.isLast) await assignTheRest(scene);
    expect(await seatsInTables(room, amphitheatre)).to.deep.equal(seatsOf(played));
    await closed?.(scene);
  }
}

function seatsInTables({ database }: Room, { amphitheatre }: Amphitheatre): Promise<unknown> {
  return database.sql(
    `select person, post_id as post from assignment
    join roster_entry on roster_entry.id = assignment.roster_entry_id join post on post.id = assignment.post_id
    where post.amphitheatre_id = ?::int and assignment.ended_at is null order by person`,
    [amphitheatre],
  );
}

/** Everyone of the first session is in the second as the model of the first hands them over. */
function comesOver({ model }: PlayedSession, { snapshot }: PlayedSession): void {
  for (const one of model.people) {
    const person = snapshot.context.world?.people.find(({ id }) => id === one.id);
    expect(person?.carried).to.include(handedOver(one, model.isPlaceReached(one)));
  }
}

const seatsOf = ({ model }: PlayedSession): readonly { person: string; post: number }[] =>
  model.people
    .flatMap(({ id, choice }) => (choice ? [{ person: id, post: choice.post }] : []))
    .sort((a, b) => (a.person < b.person ? -1 : 1));
