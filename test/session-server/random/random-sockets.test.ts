/**
 * Random sessions over real sockets, of interns, holders and a moderator: in order, one choice each, no seat twice, as
 * the model says; everybody's copy is the server's, no number is missed, each sees of themselves what is so.
 */
import { expect } from 'chai';
import * as fc from 'fast-check';
import { numberOfPerson } from '../../../machines/session/numbering.ts';
import { at } from '../../../machines/session/vector.ts';
import type { You } from '../../../machines/wire/frames.ts';
import { restoreSession } from '../../../session-server/journal/restore.ts';
import { onePress } from '../../machines/session/random-commands.ts';
import { SEEDED, seededRuns } from '../../machines/session/random-seed.ts';
import { eventually } from '../../support/eventually.ts';
import type { Scene } from './acts.ts';
import { foundCountry } from './amphitheatres.ts';
import type { Country } from './amphitheatres.ts';
import { amphitheatres, evening, playEvening } from './evenings.ts';
import { actOverSockets } from './socket-acts.ts';
import { SocketRoom } from './socket-room.ts';

/** Sessions in all; two in each amphitheatre, of eight people each and those handed over. */
const SESSIONS = Math.ceil(Number(process.env['RANDOM_SESSIONS'] ?? 40) / 4);
const EACH = 8;

const long = fc.array(onePress, { minLength: 40, maxLength: 60 });

describe(`random sessions over sockets, ${SEEDED}`, function () {
  this.timeout(600_000);
  let room: SocketRoom;
  let country: Country;
  before(async () => {
    room = await SocketRoom.open();
    country = await foundCountry(room.database.sql);
  });
  after(() => room.close()); // verifies every journal

  it(`[T6] [C7] [J7] [J11] [M14] [V4] [W8] [W10] [W25] ${SESSIONS} of them are what the model says, and what everybody sees`, async () => {
    let number = 0;
    const property = fc.asyncProperty(amphitheatres(2 * EACH), evening(long), async (drawn, all) => {
      const name = `s${String((number += 1)).padStart(6, '0')}`;
      const opened = ({ amphitheatre }: Scene['amphitheatre']) =>
        room.turnTo(amphitheatre, country.moderator);
      const act = actOverSockets;
      await playEvening({ room, country, name, drawn, all, act, opened, closed: everybodyAgrees });
    });
    await fc.assert(property, { ...seededRuns(Math.ceil(SESSIONS / 2)), endOnFailure: true });
  });

  async function everybodyAgrees({ played }: Scene): Promise<void> {
    const visitor = await room.watcher(null);
    const answer = visitor.all('snapshot').at(-1);
    await visitor.close();
    const { context } = (await restoreSession(room.database.sql, played.id)).snapshot;
    for (const { person, realm, follower } of room.here) {
      await follower.settled();
      expect(follower.snapshot).to.deep.equal(answer?.state);
      const number = context.world && numberOfPerson(context.world, person);
      if (number === null || realm === 'mandatary') continue;
      const { state, status } = at(context.people, number);
      const [, , session] = answer?.state.people.find(([id]) => id === person) ?? [];
      const isHandedOver = session !== played.id; // to one that has not begun: whoever comes now is told its hour
      const truth = {
        status,
        choice: state.kind === 'chosen' ? state.post : null,
        absence: state.kind === 'absent' && !isHandedOver ? state.cause : null,
        plannedAbsence: state.kind === 'excused' ? state.reason.sealed : null,
      };
      await eventually(`${person} sees of themselves ${JSON.stringify(truth)}`, () => {
        const seen = follower.you && seenIn(follower.you);
        if (seen && isHandedOver) seen.absence = null;
        return JSON.stringify(seen) === JSON.stringify(truth);
      });
    }
  }
});

const seenIn = ({ status, choice, absence, plannedAbsence }: You) => ({
  status,
  choice: choice?.post ?? null,
  absence: absence?.cause ?? null,
  plannedAbsence,
});
