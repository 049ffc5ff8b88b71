/** PostgreSQL away: nothing is decided, time stands still, and what it took is given back as the first row after. */
import { expect } from 'chai';
import type { Database, Sql } from '../../../migrations/open.ts';
import { openLive } from '../../../session-server/live.ts';
import { eventually } from '../../support/eventually.ts';
import { openTheatre, silentLog } from '../support/theatre.ts';
import type { Theatre } from '../support/theatre.ts';
import { ORIGIN } from '../support/watcher.ts';
import type { Watcher } from '../support/watcher.ts';

describe('host: the record away', () => {
  let theatre: Theatre;
  let isAway = false;
  let opened: { close(): Promise<void> }[] = [];

  /** The same database, for a server that cannot write to it while we say so. */
  function weak(database: Database): Database {
    const sql: Sql = async (text, params) => {
      if (isAway) throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
      return await database.sql(text, params);
    };
    return { ...database, sql };
  }

  afterEach(async () => {
    isAway = false;
    for (const open of opened.toReversed()) await open.close();
    opened = [];
    await theatre.close();
  });

  async function startWeak(): Promise<{ readonly moderator: Watcher; readonly intern: Watcher }> {
    theatre = await openTheatre({ people: 2 });
    await theatre.live.close();
    const config = { socketPort: 0, origins: [ORIGIN], redisUrl: null, publicUrl: ORIGIN };
    const { clock, stage, database } = theatre;
    theatre.live = await openLive({ config, database: weak(database), clock, log: silentLog });
    const intern = await theatre.intern(1);
    const moderator = await theatre.moderator();
    await moderator.ask(stage.session, { type: 'start' });
    await intern.fact('called');
    return { moderator, intern };
  }

  /** Set again: the turn's alarm or the owner's next try, and the next look of host and gateway. */
  const secondIsOver = (isThere = () => false): Promise<unknown> =>
    eventually('the look of this second is over', () => theatre.clock.pending === 3 || isThere());

  /** Moves the clock second by second, as real time does, until the frame is there. */
  async function secondsUntil(watcher: Watcher, isThere: () => boolean): Promise<void> {
    for (let second = 0; second < 20 && !isThere(); second++) {
      theatre.clock.moveBy(1_000);
      await secondIsOver(isThere);
      await watcher.settled();
    }
  }

  const aliveAt = async (): Promise<number> =>
    (await theatre.database.sql<{ alive_at: number }>('select alive_at from session'))[0]?.alive_at ?? 0;

  it('[O4] refuses choices RETRY, says suspended, then restored, and gives the turn back what it had', async () => {
    const { intern } = await startWeak();
    const { session } = theatre.stage;
    for (let second = 0; second < 10; second++) {
      await secondIsOver();
      theatre.clock.moveBy(1_000);
    }
    await eventually('the owner said that it lives', async () => (await aliveAt()) === theatre.clock.now());
    isAway = true;
    const choice = { type: 'choose', post: theatre.post(1), turn: 1 } as const;
    expect(await intern.ask(session, choice)).to.deep.include({ refusal: { code: 'RETRY' } });
    await intern.until('suspended', frame => frame.type === 'notice' && frame.kind === 'suspended');
    theatre.clock.moveBy(15_000);
    expect(await intern.ask(session, choice)).to.deep.include({ refusal: { code: 'RETRY' } });
    isAway = false;
    await secondsUntil(intern, () => intern.all('notice').some(({ kind }) => kind === 'restored'));
    await intern.fact('credit');
    const [clock] = intern.all('delta').flatMap(({ facts }) => facts.filter(fact => fact.kind === 'clock'));
    expect(clock).to.include({ turn: 1, mode: 'choosing' });
    expect(clock?.kind === 'clock' && clock.leftMs).to.be.within(78_000, 82_000);
    expect(await intern.ask(session, choice)).to.include({ type: 'accepted' });
    const kinds = await theatre.database.sql<{ type: string }>(
      `select command ->> 'type' as type from journal order by seq`,
    );
    expect(kinds.map(({ type }) => type)).to.deep.equal(['start', 'credit', 'choose']);
  });

  it('[P10] pauses the room after more than 30 s', async () => {
    const { intern } = await startWeak();
    isAway = true;
    await intern.ask(theatre.stage.session, { type: 'choose', post: theatre.post(1), turn: 1 });
    theatre.clock.moveBy(31_000);
    isAway = false;
    await secondsUntil(intern, () => intern.all('notice').some(({ kind }) => kind === 'restored'));
    await intern.fact('paused', ({ automatic }) => automatic === 'incident');
  });
});
