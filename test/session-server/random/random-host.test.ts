/** Random sessions on the host with its real database: in order, one choice each, no seat twice, as the model says. */
import { expect } from 'chai';
import * as fc from 'fast-check';
import { presses } from '../../machines/session/random-commands.ts';
import { handedOver } from '../../machines/session/plain-people.ts';
import { STATUSES } from '../../machines/session/random-worlds.ts';
import { SEEDED, seededRuns } from '../../machines/session/random-seed.ts';
import { buildAmphitheatre, foundCountry } from './amphitheatres.ts';
import type { Amphitheatre, Country, Drawn } from './amphitheatres.ts';
import { HostRoom } from './host-room.ts';
import { PlayedSession } from './played-session.ts';
import { act, assignTheRest, closeByForce } from './acts.ts';

/** Sessions in all; two in each amphitheatre. */
const SESSIONS = Number(process.env['RANDOM_SESSIONS'] ?? 40);

const oneOf = (n: number): fc.Arbitrary<boolean> => fc.integer({ min: 1, max: n }).map(die => die === 1);

const amphitheatres: fc.Arbitrary<Drawn> = fc.record({
  people: fc.array(
    fc.record({
      status: fc.constantFrom('classic' as const, 'classic' as const, ...STATUSES),
      excused: oneOf(6),
      mandate: fc.constantFrom('none' as const, 'none' as const, 'asked' as const, 'accepted' as const),
      longer: oneOf(6),
      other: oneOf(4),
    }),
    { minLength: 8, maxLength: 8 },
  ),
  settings: fc.record({
    pauseAfterAbsences: fc.constantFrom(0, 3),
    supernumeraryCap: fc.constantFrom(null, null, 1),
  }),
});

const evening = fc.array(
  presses.map(all => all.slice(0, 25)),
  { minLength: 2, maxLength: 2 },
);

describe(`random sessions on the host, ${SEEDED}`, function () {
  this.timeout(600_000);
  let room: HostRoom;
  let country: Country;
  before(async () => {
    room = await HostRoom.open();
    country = await foundCountry(room.database.sql);
  });
  after(() => room.close()); // verifies every journal

  it(`[J9] [C7] [J7] [T6] [M13] [M14] ${SESSIONS} of them are what the model says, through restarts and takeovers`, async () => {
    let number = 0;
    const property = fc.asyncProperty(amphitheatres, evening, async (drawn, all) => {
      const name = `a${String((number += 1)).padStart(6, '0')}`;
      const amphitheatre = await buildAmphitheatre(room.database.sql, country, name, drawn);
      let first: PlayedSession | null = null;
      for (const [index, session] of amphitheatre.sessions.entries()) {
        const played = await PlayedSession.start(room, session, country.moderator);
        if (first) comesOver(first, played);
        first ??= played;
        const scene = { room, amphitheatre, played, isLast: index === 1 };
        for (const press of all[index] ?? []) await act(scene, press);
        await closeByForce(scene);
        if (scene.isLast) await assignTheRest(scene);
        expect(await seatsInTables(amphitheatre)).to.deep.equal(seatsOf(played));
      }
    });
    await fc.assert(property, { ...seededRuns(Math.ceil(SESSIONS / 2)), endOnFailure: true });
  });

  async function seatsInTables({ amphitheatre }: Amphitheatre): Promise<unknown> {
    return await room.database.sql(
      `select person, post_id as post from assignment
      join roster_entry on roster_entry.id = assignment.roster_entry_id join post on post.id = assignment.post_id
      where post.amphitheatre_id = ?::int and assignment.ended_at is null order by person`,
      [amphitheatre],
    );
  }
});

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
