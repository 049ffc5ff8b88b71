/** Random sessions on the host with its real database: in order, one choice each, no seat twice, as the model says. */
import * as fc from 'fast-check';
import { presses } from '../../machines/session/random-commands.ts';
import { SEEDED, seededRuns } from '../../machines/session/random-seed.ts';
import { act } from './acts.ts';
import { foundCountry } from './amphitheatres.ts';
import type { Country } from './amphitheatres.ts';
import { amphitheatres, evening, playEvening } from './evenings.ts';
import { HostRoom } from './host-room.ts';

/** Sessions in all; two in each amphitheatre. */
const SESSIONS = Number(process.env['RANDOM_SESSIONS'] ?? 40);

const shortly = presses.map(all => all.slice(0, 25));

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
    const property = fc.asyncProperty(amphitheatres(8), evening(shortly), async (drawn, all) => {
      const name = `a${String((number += 1)).padStart(6, '0')}`;
      await playEvening({ room, country, name, drawn, all, act });
    });
    await fc.assert(property, { ...seededRuns(Math.ceil(SESSIONS / 2)), endOnFailure: true });
  });
});
