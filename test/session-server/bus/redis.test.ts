/** The bus over a real Redis, alone and joined with what stays in the process: there, away, dead, frozen, back. */
import { expect } from 'chai';
import { NoAnswer, NobodyThere } from '../../../session-server/bus/bus.ts';
import type { Bus } from '../../../session-server/bus/bus.ts';
import { joinedBus } from '../../../session-server/bus/joined.ts';
import { localBus } from '../../../session-server/bus/local.ts';
import type { Live, PresenceReport } from '../../../session-server/bus/messages.ts';
import { redisBus } from '../../../session-server/bus/redis.ts';
import { eventually } from '../../support/eventually.ts';
import { startRedis } from '../support/redis-server.ts';
import type { RedisServer } from '../support/redis-server.ts';
import { accepting, awaited, contract, notice, report, request, session, stream } from './contract.ts';

describe('bus: Redis', () => {
  let redis: RedisServer | null = null;
  before(async function () {
    redis = await startRedis();
    if (redis) return;
    process.stdout.write(
      '    no redis-server on the PATH: skipped (Debian, Ubuntu: apt install redis-server)\n',
    );
    this.skip();
  });
  after(async () => {
    await redis?.stop();
  });
  const faults: unknown[] = [];
  const open = (url = redis?.url ?? ''): Promise<Bus> => redisBus(url, error => faults.push(error));
  const openJoined = async (url?: string): Promise<Bus> => joinedBus(localBus(), await open(url));
  /** Stopped by the test itself. */
  const mortal = async (): Promise<RedisServer> => {
    const server = await startRedis();
    if (!server) throw new Error('there was one before');
    return server;
  };

  describe('from one process to another', () => {
    contract(async () => {
      const [gateway, host] = await Promise.all([open(), open()]);
      return { gateway, host };
    });
  });

  describe('joined with what stays in the process, from one to another', () => {
    contract(async () => {
      const [gateway, host] = await Promise.all([openJoined(), openJoined()]);
      return { gateway, host };
    });
  });

  describe('joined with what stays in the process, within it', () => {
    contract(async () => {
      const bus = await openJoined();
      return { gateway: bus, host: bus };
    });

    it('tells its own followers once, and those of another process once', async () => {
      const [here, there] = await Promise.all([openJoined(), openJoined()]);
      const heard: string[] = [];
      await here.follow(stream, () => heard.push('here'));
      const both = awaited<void>();
      await there.follow(stream, ({ kind }) => {
        heard.push('there');
        if (kind === 'notice' && heard.length === 4) both.settle();
      });
      here.publish(stream, notice);
      here.publish(stream, notice);
      await both.promise;
      there.publish(stream, notice); // what came back from Redis to `here` has come by then
      await eventually('the last one', () => heard.length === 6);
      expect(heard.toSorted()).to.deep.equal(['here', 'here', 'here', 'there', 'there', 'there']);
      await here.close();
      await there.close();
    });
  });

  describe('away', () => {
    it('[O19] stops nobody in the process of the owner, which may even have begun without it', async () => {
      const server = await mortal();
      await server.stop();
      const bus = await openJoined(server.url);
      const heard: Live[] = [];
      await bus.follow(stream, live => heard.push(live));
      const reports: PresenceReport[] = [];
      await bus.hearPresence(said => reports.push(said));
      const release = await bus.own(session, accepting(12));
      expect(await bus.request(request)).to.deep.equal({ kind: 'accepted', seq: 12 });
      expect(await bus.view({ kind: 'desk', session })).to.include({ kind: 'desk', seq: 12 });
      bus.publish(stream, notice);
      bus.reportPresence(report);
      expect([heard, reports]).to.deep.equal([[notice], [report]]);
      await release();
      await bus.takeOrphans(() => Promise.resolve({ kind: 'accepted', seq: 1 }));
      expect(await bus.request(request)).to.deep.equal({ kind: 'accepted', seq: 1 });
      await bus.close();
    });

    it('[O19] is subscribed to, or let go of, once it is there, and it is told that words may have been lost', async () => {
      const server = await mortal();
      const [gateway, host] = await Promise.all([openJoined(server.url), openJoined(server.url)]);
      const told: string[] = [];
      await gateway.hearBack(() => told.push('gateway'));
      await host.hearBack(() => told.push('host'));
      const letGo: Live[] = [];
      const release = await gateway.follow(stream, live => letGo.push(live));
      await server.stop();
      await eventually('it is away', () =>
        gateway.request(request).then(
          () => false,
          (error: unknown) => error instanceof NoAnswer,
        ),
      );
      await release();
      const heard: Live[] = [];
      await gateway.follow({ ...stream, rehearsal: session }, live => heard.push(live));
      await host.own(session, accepting(12));
      const again = await startRedis(server.port);
      await eventually('the owner answers', () => gateway.request(request).catch(() => null));
      await eventually('the stream is heard', () => {
        host.publish(stream, notice);
        host.publish({ ...stream, rehearsal: session }, notice);
        return heard.length > 0;
      });
      expect(letGo).to.deep.equal([]);
      await eventually('both were told', () => told.includes('gateway') && told.includes('host'));
      await gateway.close();
      await host.close();
      await again?.stop();
    });

    it('[O19] is what one is that does not answer: questions are not left waiting for it', async () => {
      const server = await mortal();
      const [gateway, host] = await Promise.all([openJoined(server.url), openJoined(server.url)]);
      await host.own(session, accepting(12));
      server.freeze(true);
      await eventually(
        'nobody is there',
        async () => (await gateway.request(request).catch((error: unknown) => error)) instanceof NobodyThere,
      );
      server.freeze(false);
      await eventually('the owner answers', () => gateway.request(request).catch(() => null));
      await gateway.close();
      await host.close();
      await server.stop();
    });
  });

  it('goes on after Redis has died and come back, empty', async () => {
    const server = await mortal();
    const [gateway, host] = await Promise.all([open(server.url), open(server.url)]);
    const heard: Live[] = [];
    await gateway.follow(stream, live => heard.push(live));
    await host.own(session, accepting(12));
    await server.stop();
    const fault = await gateway.request(request).catch((error: unknown) => error);
    expect(fault).to.be.instanceOf(NoAnswer);
    host.publish(stream, notice);
    const again = await startRedis(server.port);
    await eventually('the owner answers', () => gateway.request(request).catch(() => null));
    await eventually('the stream is heard', () => {
      host.publish(stream, notice);
      return heard.length > 0;
    });
    await gateway.close();
    await host.close();
    await again?.stop();
  });

  it('goes on after FLUSHALL', async () => {
    const [bus, other] = await Promise.all([open(), open()]);
    const heard = awaited<Live>();
    await other.follow(stream, heard.settle);
    const { createClient } = await import('redis');
    const client = createClient({ url: redis?.url ?? '' });
    await client.connect();
    await client.flushAll();
    client.destroy();
    bus.publish(stream, notice);
    expect(await heard.promise).to.deep.equal(notice);
    await bus.close();
    await other.close();
  });
});
