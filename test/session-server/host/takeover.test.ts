/** An owner that dies, and one that only thinks it owns: nothing recorded is lost, nothing unrecorded is told. */
import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import type { PersonId, PostId } from '../../../machines/ids.ts';
import { verifyChain } from '../../../session-server/journal/hash-chain.ts';
import { chainOf } from '../../../session-server/journal/read.ts';
import { openLive } from '../../../session-server/live.ts';
import type { Live } from '../../../session-server/live.ts';
import { testDatabase } from '../../support/database.ts';
import { writeAlive } from '../../../session-server/host/session-rows.ts';
import { eventually } from '../../support/eventually.ts';
import { simulatedClock } from '../../support/simulated-clock.ts';
import { startChild } from '../support/child.ts';
import type { Child } from '../support/child.ts';
import { setStage } from '../support/stage.ts';
import { openTheatre, silentLog } from '../support/theatre.ts';
import type { Theatre } from '../support/theatre.ts';
import { ORIGIN, Watcher } from '../support/watcher.ts';

describe('host: kill -9', () => {
  const open: { close(): Promise<unknown> }[] = [];
  afterEach(async () => {
    for (let opened = open.pop(); opened; opened = open.pop()) await opened.close();
  });

  it('[J9] [O1] finds the same queue and turn again, the time given back, no choice lost or doubled', async () => {
    const database = await testDatabase();
    open.push({ close: () => database.drop() });
    const { sql, url } = database;
    const stage = await setStage(sql, { people: 4 });
    const children: Child[] = [];
    open.push({ close: () => Promise.all(children.map(child => child.kill())) });
    const enter = async (port: number, login: number | null, last: number | null): Promise<Watcher> => {
      const watcher = await Watcher.open(sql, port, login as never);
      open.push(watcher);
      await watcher.hello(stage.amphitheatre, last);
      return watcher;
    };
    const logins = stage.people.map(({ login }) => login);
    const post = (number: number): PostId => stage.posts[number - 1] as PostId;

    const first = await startChild(url);
    children.push(first);
    const moderator = await enter(first.port, stage.moderator.login, null);
    const [one, two] = [
      await enter(first.port, logins[0] ?? 0, null),
      await enter(first.port, logins[1] ?? 0, null),
    ];
    await moderator.ask(stage.session, { type: 'start' });
    const id = randomUUID();
    expect(await one.ask(stage.session, { type: 'choose', post: post(1), turn: 1 }, id)).to.include({
      type: 'accepted',
    });
    await two.fact('called', ({ turn }) => turn === 2);
    const pub = two.all('delta').at(-1)?.pub ?? 0;
    await first.kill();

    const second = await startChild(url);
    children.push(second);
    const again = await enter(second.port, logins[1] ?? 0, pub);
    expect(again.frames[0]?.type).to.equal('resumed');
    await again.fact('clock', ({ turn, mode }) => turn === 2 && mode === 'choosing');
    const back = await enter(second.port, logins[0] ?? 0, null);
    expect(await back.ask(stage.session, { type: 'choose', post: post(1), turn: 1 }, id)).to.include({
      type: 'accepted',
      seq: 2,
    });
    const choice = await again.ask(stage.session, { type: 'choose', post: post(2), turn: 2 });
    expect(choice).to.include({ type: 'accepted' });

    const assigned = await sql<{ person: PersonId; post: PostId }>(
      `select person, post_id as post from assignment join roster_entry on roster_entry.id = roster_entry_id order by assignment.id`,
    );
    expect(assigned).to.deep.equal([
      { person: stage.people[0]?.person, post: post(1) },
      { person: stage.people[1]?.person, post: post(2) },
    ]);
    expect(verifyChain(await chainOf(sql, stage.session))).to.equal(null);
    expect(await second.stop()).to.equal(0);
  }).timeout(60_000); // two processes start in it
});

describe('host: two owners', () => {
  let theatre: Theatre;
  let moderator: Watcher;
  let other: Live | null = null;
  beforeEach(async () => {
    theatre = await openTheatre({ people: 3 });
    moderator = await theatre.moderator();
    await moderator.ask(theatre.stage.session, { type: 'start' });
  });
  afterEach(async () => {
    await other?.close();
    other = null;
    await theatre.close();
  });

  const config = { socketPort: 0, origins: [ORIGIN], redisUrl: null, publicUrl: ORIGIN, production: false };
  const owner = async (): Promise<unknown> =>
    (await theatre.database.sql<{ owner: string }>('select owner from session'))[0]?.owner;
  /** For the first one no time passes: it says nothing, and does not know that it is held dead. */
  async function takenOver(): Promise<Live> {
    const { database } = theatre;
    const clock = simulatedClock(theatre.clock.now());
    const before = await owner();
    other = await openLive({ config, database, clock, log: silentLog });
    expect(await owner(), 'not before the lease has ended').to.equal(before);
    await eventually('taken over', async () => {
      clock.moveBy(1_000);
      return (await owner()) !== before;
    });
    return other;
  }
  const types = async (): Promise<readonly string[]> =>
    (
      await theatre.database.sql<{ type: string }>(
        `select command ->> 'type' as type from journal order by seq`,
      )
    ).map(({ type }) => type);

  /** It may still be taking up when it is asked first. */
  const answers = (there: Watcher): Promise<unknown> =>
    eventually('the new one answers', async () => {
      const pause = { type: 'pause', reason: 'essai', on: 'running' } as const;
      return (await there.ask(theatre.stage.session, pause)).type === 'accepted';
    });

  it('[J4] [O16] the old one writes nothing and publishes nothing, the new one goes on', async () => {
    const { stage, database } = theatre;
    const { port } = await takenOver();
    const there = await Watcher.open(database.sql, port, stage.moderator.login);
    await there.hello(stage.amphitheatre);
    await eventually('the time is given back', async () => (await types()).includes('credit'));
    const before = await types();

    const refused = await moderator.ask(stage.session, { type: 'pause', reason: 'trop tard', on: 'running' });
    expect(refused).to.deep.include({ type: 'refused', refusal: { code: 'RETRY' } });
    expect(moderator.texts.join()).not.to.contain('trop tard');
    expect(await types()).to.deep.equal(before);
    await answers(there);
    await there.close();
  });

  it('[J4] the old one writes nothing where the new one has not written yet either', async () => {
    const { stage } = theatre;
    await moderator.ask(stage.session, { type: 'pause', reason: 'essai', on: 'running' });
    await takenOver(); // in a pause nothing is given back
    const refused = await moderator.ask(stage.session, { type: 'resume', on: 'paused' });
    expect(refused).to.deep.include({ type: 'refused', refusal: { code: 'RETRY' } });
    expect(await types()).to.deep.equal(['start', 'pause']);
  });

  it('[O16] the old one may not say that it lives in the place of the new one', async () => {
    const { stage, clock, database } = theatre;
    const epochAndWord = async () =>
      (
        await database.sql<{ epoch: number; aliveAt: number | null }>(
          'select epoch, alive_at as "aliveAt" from session where id = ?::int',
          [stage.session],
        )
      )[0];
    await takenOver();
    const now = await epochAndWord();
    const stale = [{ session: stage.session, epoch: (now?.epoch ?? 0) - 1 }];
    expect(await writeAlive(database.sql, clock.now() + 60_000, stale)).to.deep.equal(new Set());
    expect((await epochAndWord())?.aliveAt).not.to.equal(clock.now() + 60_000);
  });

  it('[O16] leaves the session to an owner that lives, in a pause too', async () => {
    const { stage, clock, database } = theatre;
    const before = await owner();
    other = await openLive({ config, database, clock, log: silentLog });
    // A word that falls into the one before is the next second's: one may be missed.
    const saidAlive = async (): Promise<boolean> => {
      const [row] = await database.sql<{ at: number | null }>('select alive_at as at from session');
      return clock.now() - (row?.at ?? 0) <= 2_000;
    };
    for (let second = 0; second < 16; second++) {
      if (second === 8)
        expect(
          await moderator.ask(stage.session, { type: 'pause', reason: 'essai', on: 'running' }),
        ).to.include({
          type: 'accepted',
        });
      clock.moveBy(1_000);
      await eventually('the owner said that it lives', saidAlive);
    }
    expect(await owner()).to.equal(before);
    expect(await moderator.ask(stage.session, { type: 'resume', on: 'paused' })).to.include({
      type: 'accepted',
    });
  });

  it('[O17] hands its sessions over as it stops: another one takes them up with no time between', async () => {
    const { stage, clock, database } = theatre;
    const before = await owner();
    other = await openLive({ config, database, clock, log: silentLog });
    await theatre.live.close();
    await eventually('taken over', async () => ![before, null].includes((await owner()) as never));
    const there = await Watcher.open(database.sql, other.port, stage.moderator.login);
    await there.hello(stage.amphitheatre);
    await answers(there);
    await there.close();
  });

  it('[J4] takes a session up again that it gave up and that still stands under its name', async () => {
    const { stage, database, clock } = theatre;
    await database.sql('update session set epoch = epoch + 1 where id = ?', [stage.session]);
    const pause = { type: 'pause', reason: 'essai', on: 'running' } as const;
    expect(await moderator.ask(stage.session, pause)).to.deep.include({ refusal: { code: 'RETRY' } });
    clock.moveBy(1_000);
    await moderator.fact('credit', () => true);
    expect(await moderator.ask(stage.session, pause)).to.include({ type: 'accepted' });
  });
});
