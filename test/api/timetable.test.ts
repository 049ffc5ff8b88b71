/** The timetable while a session is under way: the hours that its pace lets expect. */
import { expect } from 'chai';
import type { ListedAmphitheatre } from '../../api/answers.ts';
import { openTheatre } from '../session-server/support/theatre.ts';
import type { Theatre } from '../session-server/support/theatre.ts';
import type { Watcher } from '../session-server/support/watcher.ts';
import { runningApi } from './support/running-api.ts';
import type { RunningApi } from './support/running-api.ts';

describe('the timetable', () => {
  let theatre: Theatre;
  let api: RunningApi;
  let moderator: Watcher;
  beforeEach(async () => {
    theatre = await openTheatre({ people: 6, sessions: 2 });
    api = await runningApi({ database: theatre.database, clock: theatre.clock });
    moderator = await theatre.moderator();
  });
  afterEach(async () => {
    await api.close();
    await theatre.close();
  });

  const sessions = async (): Promise<ListedAmphitheatre['sessions']> => {
    const [first] = JSON.parse(
      (await api.visitor().get('/api/amphitheatres')).text,
    ) as readonly ListedAmphitheatre[];
    return first?.sessions ?? [];
  };

  it('[E6] tells no other hours than the plan before a session is under way', async () => {
    for (const { startsAround, endsAround } of await sessions())
      expect([startsAround, endsAround]).to.deep.equal([null, null]);
  });

  it('[E6] tells when the session under way will end, and the next one begin where that is later', async () => {
    await moderator.ask(theatre.stage.session, { type: 'start' });
    const [first, second] = await sessions();
    const now = theatre.clock.now();
    expect(first?.endsAround).to.be.within(now + 90_000, now + 3 * 110_000);
    expect(second?.startsAround).to.equal(first?.endsAround);
    expect(second?.endsAround).to.equal(null);
  });

  it('[E6] tells from its hour on that a session still waits, and no more once one runs', async () => {
    const waits = async (): Promise<boolean[]> => (await sessions()).map(({ awaitsStart }) => awaitsStart);
    await theatre.database.sql(
      `update session set starts_at = to_timestamp((?::float8 + number * 60000) / 1000)`,
      [theatre.clock.now()],
    );
    expect(await waits()).to.deep.equal([false, false]);
    theatre.clock.moveBy(60_000);
    expect(await waits()).to.deep.equal([true, false]);
    await moderator.ask(theatre.stage.session, { type: 'start' });
    expect(await waits()).to.deep.equal([false, false]);
  });

  it('[E5] tells no end in a pause', async () => {
    await moderator.ask(theatre.stage.session, { type: 'start' });
    await moderator.ask(theatre.stage.session, { type: 'pause', reason: 'Question', on: 'running' });
    expect((await sessions())[0]).to.include({ state: 'paused', endsAround: null });
  });
});
