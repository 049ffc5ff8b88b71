/** Limits counted by all machines together where there is Redis, and by each alone while it is away. */
import { expect } from 'chai';
import { createClient } from 'redis';
import { DEFAULT_LIMITS, makeLimits } from '../../api/http/limits.ts';
import { systemClock } from '../../api/kit/clock.ts';
import { simulatedClock } from '../support/simulated-clock.ts';
import { startRedis } from '../session-server/support/redis-server.ts';
import type { RedisServer } from '../session-server/support/redis-server.ts';

const FEW = { ...DEFAULT_LIMITS, failuresPerMinute: 2 };

describe('limits', () => {
  it('make one address wait for an account after its failures, not another address', async () => {
    const limits = makeLimits(systemClock, null, FEW);
    for (let tries = 0; tries < 2; tries++) await limits.maySignIn('intern a@b.fr', '1.1.1.1');
    expect(await limits.maySignIn('intern a@b.fr', '1.1.1.1')).to.equal(false);
    expect(await limits.maySignIn('intern a@b.fr', '2.2.2.2'), 'nobody locks an intern out').to.equal(true);
  });

  it('take no more tries at once than in a row', async () => {
    const limits = makeLimits(systemClock, null, FEW);
    const asked = Array.from({ length: 50 }, () => limits.maySignIn('intern a@b.fr', '1.1.1.1'));
    expect((await Promise.all(asked)).filter(may => may)).to.have.length(2);
  });

  it('forget the failures of who then signs in', async () => {
    const limits = makeLimits(systemClock, null, FEW);
    for (let tries = 0; tries < 2; tries++) await limits.maySignIn('intern a@b.fr', '1.1.1.1');
    await limits.succeeded('intern a@b.fr', '1.1.1.1');
    expect(await limits.maySignIn('intern a@b.fr', '1.1.1.1')).to.equal(true);
  });

  it('slow an account that is attacked from everywhere, without refusing it', async () => {
    const clock = simulatedClock();
    const limits = makeLimits(clock, null, { ...FEW, failuresPerHour: 2 });
    for (let tries = 0; tries < 2; tries++) await limits.failed('intern a@b.fr');
    const asked = limits.maySignIn('intern a@b.fr', '3.3.3.3');
    await new Promise(resolve => setImmediate(resolve));
    expect(clock.pending).to.equal(1);
    clock.moveBy(3_000);
    expect(await asked).to.equal(true);
  });

  describe('with Redis', () => {
    let redis: RedisServer | null = null;
    before(async function () {
      redis = await startRedis();
      if (redis === null) this.skip(); // told by the suites of the bus: install redis-server
    });
    after(() => redis?.stop());

    it('are counted by all machines together, and by each alone when Redis goes away', async () => {
      const client = createClient({ url: redis?.url ?? '', disableOfflineQueue: true });
      client.on('error', () => undefined);
      await client.connect();
      const [one, other] = [makeLimits(systemClock, client, FEW), makeLimits(systemClock, client, FEW)];
      for (const limits of [one, other]) await limits.maySignIn('intern a@b.fr', '1.1.1.1');
      expect(await one.maySignIn('intern a@b.fr', '1.1.1.1')).to.equal(false);
      await redis?.stop();
      expect(await one.maySignIn('intern a@b.fr', '1.1.1.1')).to.equal(true);
      await one.maySignIn('intern a@b.fr', '1.1.1.1');
      expect(await one.maySignIn('intern a@b.fr', '1.1.1.1')).to.equal(false);
      client.destroy();
    });
  });
});
