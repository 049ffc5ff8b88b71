/** PostgreSQL away: nothing is decided, time stands still, and what it took is given back as the first row after. */
import { randomUUID } from 'node:crypto';
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
  /** `mute`: it carries out the next row, and its answer is lost. */
  let record: 'there' | 'away' | 'mute' | 'freezes' | 'frozen' = 'there';
  /** Asked of a record that is frozen: answered once it thaws. */
  let thawed: (() => void)[] = [];
  const thaw = (): void => {
    record = 'there';
    for (const answer of thawed.splice(0)) answer();
  };
  let opened: { close(): Promise<void> }[] = [];

  /** The same database, for a server that cannot write to it while we say so. */
  function weak(database: Database): Database {
    const sql: Sql = async (text, params) => {
      if (record === 'away') throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
      if (record === 'freezes' && text.includes('scheduled_start')) record = 'frozen'; // in the middle of a look
      if (record === 'frozen') await new Promise<void>(answer => thawed.push(answer));
      const rows = await database.sql<never>(text, params);
      if (record === 'there' || !text.includes('insert into journal')) return rows;
      record = 'away';
      throw Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
    };
    return { ...database, sql };
  }

  afterEach(async () => {
    thaw();
    for (const open of opened.toReversed()) await open.close();
    opened = [];
    await theatre.close();
  });

  async function startWeak(): Promise<{ readonly moderator: Watcher; readonly intern: Watcher }> {
    theatre = await openTheatre({ people: 2 });
    await theatre.live.close();
    const config = { socketPort: 0, origins: [ORIGIN], redisUrl: null, publicUrl: ORIGIN, production: false };
    const { clock, stage, database } = theatre;
    theatre.live = await openLive({ config, database: weak(database), clock, log: silentLog });
    const intern = await theatre.intern(1);
    const moderator = await theatre.moderator();
    await moderator.ask(stage.session, { type: 'start' });
    await intern.fact('called');
    return { moderator, intern };
  }

  /** Set again: the turn’s alarm or the owner’s next try, the host’s next word that it lives, and the next look of host, gateway, presence, room and who is connected. */
  const secondIsOver = (isThere = () => false): Promise<unknown> =>
    eventually('the look of this second is over', () => theatre.clock.pending === 7 || isThere());

  /** Moves the clock second by second, as real time does, until the frame is there. */
  async function secondsUntil(watcher: Watcher, isThere: () => boolean): Promise<void> {
    for (let second = 0; second < 20 && !isThere(); second++) {
      theatre.clock.moveBy(1_000);
      await secondIsOver(isThere);
      await watcher.settled();
    }
  }

  const suspended = (watcher: Watcher) =>
    watcher.until('suspended', frame => frame.type === 'notice' && frame.kind === 'suspended');
  const untilRestored = (watcher: Watcher): Promise<void> =>
    secondsUntil(watcher, () => watcher.all('notice').some(({ kind }) => kind === 'restored'));

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
    record = 'away';
    const choice = { type: 'choose', post: theatre.post(1), turn: 1 } as const;
    const unknown = intern.ask(session, choice);
    await suspended(intern);
    theatre.clock.moveBy(15_000);
    expect(await unknown).to.deep.include({ refusal: { code: 'RETRY' } });
    record = 'there';
    await untilRestored(intern);
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

  it('[O4] tells whoever comes in meanwhile too that time stands still, and since when', async () => {
    const { intern } = await startWeak();
    const { session } = theatre.stage;
    record = 'away';
    const unknown = intern.ask(session, { type: 'choose', post: theatre.post(1), turn: 1 });
    await suspended(intern);
    const since = theatre.clock.now();
    record = 'there'; // the owner tries again a second later: until then it stands
    const late = await theatre.intern(2);
    expect(await suspended(late)).to.include({ session, since });
    await untilRestored(late);
    await unknown;
    const later = await theatre.intern(2);
    await later.settled();
    expect(later.all('notice')).to.deep.equal([]);
  });

  it('[O4] stops the time of a record that freezes in the middle of the host’s look, though nobody acts', async () => {
    const { intern } = await startWeak();
    record = 'freezes';
    // One second moved for one look: a clock that ran ahead would end the turn, and the session.
    theatre.clock.moveBy(1_000);
    await eventually('a look is stuck', () => record === 'frozen');
    theatre.clock.moveBy(1_000);
    const stands = (): boolean => intern.all('notice').some(({ kind }) => kind === 'suspended');
    await eventually('time stands still', stands, 30_000); // a write is waited for 5 s
  }).timeout(60_000);

  it('[P10] pauses the room after more than 30 s', async () => {
    const { intern } = await startWeak();
    record = 'away';
    const unknown = intern.ask(theatre.stage.session, { type: 'choose', post: theatre.post(1), turn: 1 });
    await suspended(intern);
    theatre.clock.moveBy(31_000);
    await unknown;
    record = 'there';
    await untilRestored(intern);
    await intern.fact('paused', ({ automatic }) => automatic === 'incident');
  });

  describe('in mid-choice', () => {
    const choice = () => ({ type: 'choose', post: theatre.post(1), turn: 1 }) as const;
    const numbersOfRows = async (): Promise<readonly number[]> =>
      (await theatre.database.sql<{ seq: number }>('select seq from journal order by seq')).map(
        ({ seq }) => seq,
      );

    it('[O12] accepts the choice whose row stands, once the journal says so, and tells it to everybody', async () => {
      const { intern, moderator } = await startWeak();
      record = 'mute';
      const asked = intern.ask(theatre.stage.session, choice());
      await suspended(intern);
      expect(intern.all('accepted')).to.deep.equal([]);
      record = 'there';
      await untilRestored(intern);
      expect(await asked).to.include({ type: 'accepted', seq: 2 });
      await moderator.fact('chosen');
    });

    it('[O12] refuses the choice whose row does not stand, and takes the next press', async () => {
      const { intern } = await startWeak();
      record = 'away';
      const asked = intern.ask(theatre.stage.session, choice());
      await suspended(intern);
      record = 'there';
      await untilRestored(intern);
      expect(await asked).to.deep.include({ type: 'refused', refusal: { code: 'RETRY' } });
      expect(await intern.ask(theatre.stage.session, choice())).to.include({ type: 'accepted' });
    });

    it('[O12] gives the same answer to the same press sent again meanwhile, by another socket', async () => {
      const { intern } = await startWeak();
      const other = await theatre.intern(1); // each socket's frames are served one after another
      const id = randomUUID();
      record = 'mute';
      const asked = intern.ask(theatre.stage.session, choice(), id);
      await suspended(intern);
      const again = other.ask(theatre.stage.session, choice(), id);
      await other.settled();
      expect(other.all('refused')).to.deep.equal([]);
      record = 'there';
      await untilRestored(intern);
      expect([await asked, await again].map(({ type }) => type)).to.deep.equal(['accepted', 'accepted']);
      await intern.fact('credit');
      expect(await numbersOfRows()).to.deep.equal([1, 2, 3]); // start, choice, credit
    });

    it('[O12] refuses at once what comes meanwhile', async () => {
      const { intern, moderator } = await startWeak();
      record = 'away';
      const asked = intern.ask(theatre.stage.session, choice());
      await suspended(intern);
      const pause = { type: 'pause', reason: 'la ligne est coupée', on: 'running' } as const;
      expect(await moderator.ask(theatre.stage.session, pause)).to.deep.include({
        refusal: { code: 'RETRY' },
      });
      record = 'there';
      await untilRestored(intern);
      await asked;
    });
  });
});
