/** Two session servers on one database and one Redis: any gateway serves any session. */
import { expect } from 'chai';
import { testDatabase } from '../../support/database.ts';
import { startChild } from '../support/child.ts';
import { startRedis } from '../support/redis-server.ts';
import { setStage } from '../support/stage.ts';
import { Watcher } from '../support/watcher.ts';

describe('two machines', () => {
  it('tell the same stream, and a choice made at one is decided by the owner at the other', async function () {
    const redis = await startRedis();
    if (!redis) {
      process.stdout.write(
        '    no redis-server on the PATH: skipped (Debian, Ubuntu: apt install redis-server)\n',
      );
      this.skip(); // throws
    }
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
