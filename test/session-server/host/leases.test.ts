/** When a session is without an owner, by what stands in the table each time one looks. */
import { expect } from 'chai';
import { hostname } from 'node:os';
import type { SessionId } from '../../../machines/ids.ts';
import { leases } from '../../../session-server/host/leases.ts';
import type { LiveRow } from '../../../session-server/host/session-rows.ts';
import { isProcessGone, nameOfThisProcess } from '../../../session-server/process-name.ts';
import { simulatedClock } from '../../support/simulated-clock.ts';

describe('host: leases', () => {
  const row = (more: Partial<LiveRow> = {}): LiveRow => ({
    session: 1 as SessionId,
    owner: 'autre',
    epoch: 4,
    aliveAt: 1_000,
    ...more,
  });
  const watch = (isGone: (owner: string) => boolean = () => false) => {
    const clock = simulatedClock();
    const { look } = leases({ clock, name: 'moi' }, isGone);
    return { look, clock };
  };

  it('[O16] leave what nobody has, or stands under one’s own name, to whoever looks', () => {
    const { look } = watch();
    const free = [row({ owner: null }), row({ session: 2 as SessionId, owner: 'moi' })];
    expect(look([...free, row({ session: 3 as SessionId })])).to.deep.equal(free);
  });

  it('[O16] end where another host has written nothing for 5 s, and not a moment sooner', () => {
    const { look, clock } = watch();
    look([row()]);
    for (const [seconds, free] of [
      [1, 0],
      [2, 0],
      [3, 0],
      [4, 0],
      [5, 1],
    ]) {
      clock.moveBy(1_000);
      expect(look([row()]), `after ${seconds} s`).to.have.length(free ?? -1);
    }
  });

  it('[O16] begin anew with each word of the owner, and with each owner', () => {
    for (const changed of [{ aliveAt: 1_001 }, { epoch: 5 }, { aliveAt: null }]) {
      const { look, clock } = watch();
      look([row()]);
      for (let second = 0; second < 4; second++) {
        clock.moveBy(1_000);
        look([row()]);
      }
      clock.moveBy(1_000);
      expect(look([row(changed)]), JSON.stringify(changed)).to.deep.equal([]);
    }
  });

  it('[O16] do not end by the time in which it was we who stood still', () => {
    const { look, clock } = watch();
    look([row()]);
    clock.moveBy(600_000);
    expect(look([row()])).to.deep.equal([]);
    clock.moveBy(2_000);
    look([row()]);
    clock.moveBy(1_000);
    expect(look([row()])).to.have.length(1);
  });

  it('[O16] never grow by a clock that was set back', () => {
    let now = 10_000;
    const { look } = leases({ clock: { ...simulatedClock(), now: () => now }, name: 'moi' }, () => false);
    const free = [10_000, 5_000, 6_000, 7_000, 8_000, 9_000, 10_000].map(time => {
      now = time;
      return look([row()]).length;
    });
    expect(free).to.deep.equal([0, 0, 0, 0, 0, 0, 1]);
  });

  it('[O16] of a process that has ended on this machine need not end first, where a host has just begun', () => {
    const { look, clock } = watch(owner => owner === 'autre');
    expect(look([row()])).to.have.length(1);
    clock.moveBy(1_000);
    expect(look([row({ session: 2 as SessionId })]), 'later only by its silence').to.deep.equal([]);
  });

  it('[O16] know a process of this machine that has ended from one that lives or is another’s', () => {
    const NEVER = 2 ** 22 + 1; // above the greatest pid there is
    expect(isProcessGone(`${hostname()}:${NEVER}:abcdefgh`)).to.equal(true);
    expect(isProcessGone(nameOfThisProcess())).to.equal(false);
    expect(isProcessGone(`autre-machine:${NEVER}:abcdefgh`)).to.equal(false);
    expect(isProcessGone('hôte 1')).to.equal(false);
    expect(nameOfThisProcess()).not.to.equal(nameOfThisProcess());
  });
});
