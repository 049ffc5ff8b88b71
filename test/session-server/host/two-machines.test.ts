/** Two session servers on one database and one Redis: any gateway serves any session. */
import { setTimeout } from 'node:timers/promises';
import { expect } from 'chai';
import type { Context } from 'mocha';
import type { LoginId, PostId } from '../../../machines/ids.ts';
import { testDatabase } from '../../support/database.ts';
import { eventually } from '../../support/eventually.ts';
import { startChild } from '../support/child.ts';
import type { Child } from '../support/child.ts';
import { startRedis } from '../support/redis-server.ts';
import type { RedisServer } from '../support/redis-server.ts';
import { setStage } from '../support/stage.ts';
import { Watcher } from '../support/watcher.ts';

describe('two machines', () => {
  /** Whatever a test that fails has left running. */
  let children: readonly Child[] = [];
  afterEach(() => Promise.all(children.map(child => child.kill())));

  it('[O19] [O16] go on where the owner is while Redis is away, and without the owner once it is killed', async function () {
    const redis = await redisOrSkip(this);
    const database = await testDatabase();
    const stage = await setStage(database.sql, { people: 3 });
    children = await Promise.all([startChild(database.url, redis.url), startChild(database.url, redis.url)]);
    const enter = async (port: number, login: LoginId | undefined): Promise<Watcher> => {
      const watcher = await Watcher.open(database.sql, port, login ?? null);
      await watcher.hello(stage.amphitheatre);
      return watcher;
    };
    const owner = async (): Promise<number> => {
      const [row] = await database.sql<{ owner: string }>('select owner from session');
      return Number(row?.owner.split(':')[1]);
    };
    const choice = (turn: number) =>
      ({ type: 'choose', post: stage.posts[turn - 1] as PostId, turn }) as const;
    const choose = (watcher: Watcher, turn: number): Promise<unknown> =>
      eventually(
        `choice ${turn}`,
        async () => {
          await setTimeout(200); // as a person who presses again: more than 20 frames a second close the socket
          return (await watcher.ask(stage.session, choice(turn))).type === 'accepted';
        },
        30_000,
      );
    const isChosen = (watcher: Watcher, times: number): boolean =>
      watcher
        .all('delta')
        .flatMap(({ facts }) => facts)
        .filter(({ kind }) => kind === 'chosen').length === times;

    const [one, two] = children as [Child, Child];
    const here = await enter(one.port, stage.moderator.login);
    const there = await enter(two.port, stage.moderator.login);
    const started = await here.ask(stage.session, { type: 'start' });
    expect(started).to.include({ type: 'accepted' });
    const [near, far] = (await owner()) === one.pid ? [one, two] : [two, one];
    const first = await enter(near.port, stage.people[0]?.login);
    const second = await enter(far.port, stage.people[1]?.login);
    const third = await enter(far.port, stage.people[2]?.login);
    const fars = far === one ? here : there;
    const nears = far === one ? there : here;
    await first.until('the clock', ({ type }) => type === 'delta' || type === 'snapshot');

    await redis.stop();
    expect(await first.ask(stage.session, choice(1)), 'with Redis away').to.include({ type: 'accepted' });
    await eventually('it is seen where the owner is', () => isChosen(nears, 1));
    expect(await second.ask(stage.session, choice(2))).to.deep.include({ refusal: { code: 'RETRY' } });
    await eventually('it is seen from the record elsewhere', () => isChosen(fars, 1), 20_000);

    const again = await startRedis(redis.port);
    await choose(second, 2);
    await eventually('it is seen everywhere', () => isChosen(fars, 2) && isChosen(nears, 2), 20_000);

    await near.kill();
    await eventually('the other one owns it', async () => (await owner()) === far.pid, 30_000);
    await choose(third, 3);
    const rows = await database.sql<{ type: string }>("select command ->> 'type' as type from journal");
    const types = rows.map(({ type }) => type);
    expect(types.filter(type => type === 'choose')).to.have.length(3);
    expect(types).not.to.include('deadline');
    expect(await database.sql('select from assignment')).to.have.length(3);
    for (const watcher of [here, there, first, second, third]) await watcher.close();
    await far.stop();
    await again?.stop();
    await database.drop();
  }).timeout(180_000); // two processes start in it

  it('tell the same stream, and a choice made at one is decided by the owner at the other', async function () {
    const redis = await redisOrSkip(this);
    const database = await testDatabase();
    const stage = await setStage(database.sql, { people: 2 });
    children = await Promise.all([startChild(database.url, redis.url), startChild(database.url, redis.url)]);
    const [here, there] = children as [Child, Child];
    const enter = async (port: number, login: number | undefined): Promise<Watcher> => {
      const watcher = await Watcher.open(database.sql, port, (login ?? null) as never);
      await watcher.hello(stage.amphitheatre);
      return watcher;
    };
    const moderator = await enter(here.port, stage.moderator.login);
    const intern = await enter(there.port, stage.people[0]?.login);
    const visitor = await enter(here.port, undefined);

    expect(await moderator.ask(stage.session, { type: 'start' })).to.include({ type: 'accepted' });
    await intern.fact('called', ({ turn }) => turn === 1);
    const post = stage.posts[0] as never;
    expect(await intern.ask(stage.session, { type: 'choose', post, turn: 1 })).to.include({
      type: 'accepted',
    });
    await visitor.fact('chosen');
    await intern.fact('chosen');
    await intern.until('you', frame => frame.type === 'you' && frame.choice?.post === post);
    expect(visitor.all('delta')).to.deep.equal(intern.all('delta'));

    for (const watcher of [moderator, intern, visitor]) await watcher.close();
    await Promise.all([here.stop(), there.stop()]);
    await redis.stop();
    await database.drop();
  });
});

/** Counted among the skipped of the closing line, and said where it happens. */
async function redisOrSkip(test: Context): Promise<RedisServer> {
  const redis = await startRedis();
  if (redis) return redis;
  process.stdout.write(
    '    no redis-server on the PATH: skipped (Debian, Ubuntu: apt install redis-server)\n',
  );
  return test.skip(); // throws
}
