/** Two session servers on one database and one Redis: any gateway serves any session. */
import { expect } from 'chai';
import type { Context } from 'mocha';
import { testDatabase } from '../../support/database.ts';
import { eventually } from '../../support/eventually.ts';
import { startChild } from '../support/child.ts';
import { startRedis } from '../support/redis-server.ts';
import type { RedisServer } from '../support/redis-server.ts';
import { setStage } from '../support/stage.ts';
import { Watcher } from '../support/watcher.ts';

describe('two machines', () => {
  it('[O15] lose no choice and hold nobody absent while Redis dies and comes back in mid-turn', async function () {
    const redis = await redisOrSkip(this);
    const database = await testDatabase();
    const stage = await setStage(database.sql, { people: 2 });
    const [here, there] = await Promise.all([
      startChild(database.url, redis.url),
      startChild(database.url, redis.url),
    ]);
    const moderator = await Watcher.open(database.sql, here.port, stage.moderator.login);
    await moderator.hello(stage.amphitheatre);
    const intern = await Watcher.open(database.sql, there.port, stage.people[0]?.login ?? null);
    await intern.hello(stage.amphitheatre);
    await moderator.ask(stage.session, { type: 'start' });
    await intern.fact('called');
    const choice = { type: 'choose', post: stage.posts[0] as never, turn: 1 } as const;
    await redis.stop();
    expect(await intern.ask(stage.session, choice)).to.deep.include({ refusal: { code: 'RETRY' } });
    const again = await startRedis(redis.port);
    await eventually(
      'the choice is taken',
      async () => (await intern.ask(stage.session, choice)).type === 'accepted',
      30_000,
    );
    const isTold = (watcher: Watcher): boolean =>
      watcher.all('delta').some(({ facts }) => facts.some(({ kind }) => kind === 'chosen'));
    // By the bus, or where that was still away by the look into the record.
    for (const watcher of [intern, moderator])
      await eventually('it is seen at both', () => isTold(watcher), 20_000);
    const rows = await database.sql<{ type: string }>("select command ->> 'type' as type from journal");
    const types = rows.map(({ type }) => type);
    expect(types.filter(type => type === 'choose')).to.have.length(1);
    expect(types).not.to.include('deadline');
    for (const watcher of [moderator, intern]) await watcher.close();
    await Promise.all([here.stop(), there.stop()]);
    await again?.stop();
    await database.drop();
  }).timeout(120_000); // two processes start in it

  it('tell the same stream, and a choice made at one is decided by the owner at the other', async function () {
    const redis = await redisOrSkip(this);
    const database = await testDatabase();
    const stage = await setStage(database.sql, { people: 2 });
    const [here, there] = await Promise.all([
      startChild(database.url, redis.url),
      startChild(database.url, redis.url),
    ]);
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
