/** Starts by the clock (domain §2): the hour as the tables have it, one session after the other, somebody in the room. */
import { expect } from 'chai';
import { dueSessions } from '../../../session-server/host/session-rows.ts';
import { eventually } from '../../support/eventually.ts';
import { openTheatre } from '../support/theatre.ts';
import type { Theatre } from '../support/theatre.ts';
import type { Watcher } from '../support/watcher.ts';

const S = 1_000;

describe('host: a scheduled start', () => {
  let theatre: Theatre;
  let moderator: Watcher;
  beforeEach(async () => {
    theatre = await openTheatre({ people: 2, sessions: 2 });
    await theatre.database.sql('update amphitheatre set scheduled_start = true');
    await hours(2 * S, 3 * S);
    moderator = await theatre.moderator();
  });
  afterEach(() => theatre.close());

  /** From now on, one for each session. */
  async function hours(...fromNow: readonly number[]): Promise<void> {
    for (const [index, ms] of fromNow.entries())
      await theatre.database.sql(
        'update session set starts_at = to_timestamp(?::bigint / 1000.0) where number = ?',
        [theatre.clock.now() + ms, index + 1],
      );
  }
  const states = async (): Promise<readonly string[]> =>
    (await theatre.database.sql<{ state: string }>('select state from session order by number')).map(
      ({ state }) => state,
    );
  async function pass(seconds: number): Promise<void> {
    for (let second = 0; second < seconds; second++) {
      theatre.clock.moveBy(S);
      await states();
    }
  }
  const runs = (number: number) =>
    eventually(`session ${number} runs`, async () => {
      await pass(1);
      return (await states())[number - 1] === 'running';
    });

  it('[H1] [H2] begins at its hour, the next one only once the first is closed', async () => {
    await runs(1);
    await pass(5); // the second one's hour has come
    expect(await states()).to.deep.equal(['running', 'open']);
    const force = { unchosen: 1, reason: 'suite' };
    const { session } = theatre.stage;
    expect(await moderator.ask(session, { type: 'close', on: 'running', force })).to.include({
      type: 'accepted',
    });
    await runs(2);
    expect(await states()).to.deep.equal(['closed', 'running']);
  });

  it('[H1] is no rehearsal’s, which somebody starts', async () => {
    const due = () => dueSessions(theatre.database.sql, theatre.clock.now() + 2 * S);
    expect((await due()).map(({ id }) => id)).to.deep.equal([theatre.stage.session]);
    await theatre.database.sql('update session set rehearsal = true');
    expect(await due()).to.deep.equal([]);
  });

  it('[H2] goes by the hour as it stands then', async () => {
    await hours(600 * S, 900 * S);
    await pass(10);
    expect(await states()).to.deep.equal(['open', 'open']);
    await hours(S);
    await runs(1);
  });
});
