/** `npm run simulate` as a newcomer types it: robots over the real API and sockets, judged by its exit code. */
import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import type { PostId } from '../../machines/ids.ts';
import { type Connection, connect } from '../load/connection.ts';
import { sharedView } from '../load/shared-view.ts';
import { signIn } from '../load/sign-in.ts';
import { makeStage, MODERATOR_EMAIL, openAccounts } from '../load/stage.ts';
import { eventually } from '../support/eventually.ts';
import { type House, openHouse } from '../support/house.ts';
import { demoOf, setSettings } from './demo.ts';

// Of twelve: three demo interns and the one with a mandate are played by hand; one of the others has a planned absence.
const ROBOTS = 8;
const CONNECTIONS_OF_THE_API = 10;

interface Ended {
  readonly code: number | null;
  readonly said: string;
}

describe('robots', function () {
  this.timeout(120_000);
  let house: House;

  before(async () => {
    house = await openHouse({ data: 'copied' });
  });
  after(() => house.remove());

  it('play everyone of the demo session but those whom a newcomer plays', async () => {
    const demo = await demoOf(house);
    await setSettings(house, demo.session, { windowMs: 300, pauseAfterAbsences: 0 });
    const { email, password } = demo.moderator;
    const moderator = await signIn(house.url, 'moderator', email, password);
    for (const act of ['validate', 'open'])
      await moderator.call('POST', `/api/desk/amphitheatres/${demo.amphitheatre}/${act}`, {});
    const robots = simulate(house, ['--join', '--think', '50ms']);
    await robotsSignedIn(house, ROBOTS);
    const room: Connection = await connect(moderator, {
      amphitheatre: demo.amphitheatre,
      view: sharedView(),
      onFrame: () => undefined,
      onGone: () => undefined,
      onDelta({ facts }) {
        if (facts.some(({ kind }) => kind === 'idle'))
          void room.command(demo.session, { type: 'close', on: 'running', force: null });
      },
    });
    await room.command(demo.session, { type: 'start' });
    const ended = await robots;
    await room.close();
    expect(ended.said, ended.said).to.match(/choices of robots\s+7 of 8/u);
    expect(ended.code, ended.said).to.equal(0);
    const again = await simulate(house, ['--join']);
    expect(again.said).to.include('closed').and.include('DATA_DIR');
    expect(again.code).to.equal(2);
  });

  it('choose as serial dictatorship says, with absent and late ones and lost connections', async () => {
    const ended = await simulate(
      house,
      '--interns 30 --turn 300ms --absent 3 --late 2 --drop 10 --seed 7'.split(' '),
    );
    expect(ended.said).to.match(/equals serial dictatorship\s+yes/u);
    expect(ended.code, ended.said).to.equal(0);
    const file = /^results\/\S+\.json$/mu.exec(ended.said)?.[0] ?? '';
    expect(dirname(file)).to.equal('results');
    rmSync(join(import.meta.dirname, '../..', file));
  });

  it('[ASVS 2.4.1] choose at once while every connection of the pages’ API waits', async () => {
    const wanted = { interns: 1, seed: 3, supernumeraries: 0, settings: {} };
    const { amphitheatre, session, people, posts } = await makeStage(house.database, wanted);
    const { password } = await openAccounts(house.database.sql, people);
    const moderator = await signIn(house.url, 'moderator', MODERATOR_EMAIL, password);
    for (const act of ['validate', 'open'])
      await moderator.call('POST', `/api/desk/amphitheatres/${amphitheatre}/${act}`, {});
    const intern = await signIn(house.url, 'intern', people[0]?.email ?? '', password);
    const quiet = { onFrame: () => undefined, onDelta: () => undefined, onGone: () => undefined };
    const follower = { amphitheatre, view: sharedView(), ...quiet };
    const [room, seat] = [await connect(moderator, follower), await connect(intern, follower)];
    let crowd: readonly Promise<unknown>[] = [];
    await house.database.transaction(async sql => {
      await sql('lock table saved_search in access exclusive mode');
      crowd = Array.from({ length: 30 }, () => intern.call('GET', '/api/me/searches'));
      const held = async (): Promise<boolean> =>
        (await sql('select from pg_locks where not granted')).length === CONNECTIONS_OF_THE_API;
      await eventually('all its connections wait', held);
      expect(await room.command(session, { type: 'start' })).to.include({ kind: 'accepted' });
      const choose = { type: 'choose', post: posts[0]?.id as PostId, turn: 1 } as const;
      expect(await seat.command(session, choose)).to.include({ kind: 'accepted' });
    });
    await Promise.all(crowd);
    await Promise.all([room.close(), seat.close()]);
  });

  it('say how to start a house where there is none', async () => {
    const ended = await simulate(house, ['--interns', '5'], { PORT: '1' });
    expect(ended.code).to.equal(2);
    expect(ended.said).to.include('npm start');
  });
});

async function robotsSignedIn(house: House, count: number): Promise<void> {
  const until = Date.now() + 60_000;
  while (Date.now() < until) {
    const [found] = await house.database.sql<{ count: number }>(
      `select count(*)::int as count from login join account on account.id = account_id
      where realm = 'intern' and email like 'robot-%'`,
    );
    if ((found?.count ?? 0) >= count) return;
    await wait(100);
  }
  throw new Error('the robots did not sign in');
}

function simulate(house: House, flags: readonly string[], environment = {}): Promise<Ended> {
  const script = join(import.meta.dirname, '../load/simulate.ts');
  return new Promise(resolve => {
    const child = execFile(
      process.execPath,
      ['--import', 'tsx', script, ...flags],
      { env: { ...process.env, ...house.environment, ...environment }, timeout: 100_000 },
      (_error, stdout, stderr) => resolve({ code: child.exitCode, said: `${stdout}\n${stderr}` }),
    );
  });
}
