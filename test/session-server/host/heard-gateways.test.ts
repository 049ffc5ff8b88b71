/** Which gateways a host hears, by what each said and when. */
import { expect } from 'chai';
import type { AmphitheatreId } from '../../../machines/ids.ts';
import { heardGateways } from '../../../session-server/host/heard-gateways.ts';
import { presenceTable } from '../../../session-server/host/presence.ts';
import { simulatedClock } from '../../support/simulated-clock.ts';

describe('host: the gateways it hears', () => {
  const beat = { gateway: 'g', version: 3, whole: false, people: [], moderators: [] };

  it('[W32] holds none lost for the time in which the host itself stood still', () => {
    const clock = simulatedClock();
    const gateways = heardGateways(clock);
    gateways.hear({ ...beat, whole: true });
    clock.moveBy(60_000);
    gateways.look();
    expect(gateways.witness([])).to.deep.equal([]);
    expect(gateways.areAllAudible()).to.equal(false);
    gateways.hear(beat);
    expect(gateways.areAllAudible()).to.equal(true);
  });

  it('[W37] knows of one that lives by the record, until it has said its last word', () => {
    const clock = simulatedClock();
    const gateways = heardGateways(clock);
    for (const gateway of ['g', 'h']) gateways.hear({ ...beat, gateway, whole: true });
    clock.moveBy(3_000);
    for (const gateway of ['g', 'h']) gateways.hear({ ...beat, gateway });
    gateways.witness(['g', 'h', 'neuve']);
    expect([gateways.areAllAudible(), gateways.isAnyIncomplete()]).to.deep.equal([false, true]);
    gateways.hear({ ...beat, gateway: 'neuve', whole: true });
    expect([gateways.areAllAudible(), gateways.isAnyIncomplete()]).to.deep.equal([true, false]);
    gateways.hear({ ...beat, gateway: 'neuve', whole: true, leaves: true });
    expect([gateways.areAllAudible(), gateways.isAnyIncomplete()]).to.deep.equal([true, false]);
  });

  it('[W33] asks again where a change was missed, or nothing whole was ever heard', () => {
    const clock = simulatedClock();
    const gateways = heardGateways(clock);
    gateways.hear({ ...beat, whole: true });
    expect(gateways.areAllAudible(), 'others may be still to hear').to.equal(false);
    clock.moveBy(3_000);
    gateways.hear({ ...beat, gateway: 'h' });
    expect([gateways.isAnyIncomplete(), gateways.areAllAudible()]).to.deep.equal([true, false]);
    for (const gateway of ['g', 'h']) gateways.hear({ ...beat, gateway, whole: true });
    expect([gateways.isAnyIncomplete(), gateways.areAllAudible()]).to.deep.equal([false, true]);
    gateways.hear({ ...beat, version: 5 }); // the fourth change never came
    expect([gateways.isAnyIncomplete(), gateways.areAllAudible()]).to.deep.equal([true, false]);
  });
});

describe('host: the moderators it knows of', () => {
  const room = { amphitheatre: 7 as AmphitheatreId, rehearsal: null };
  const report = { gateway: 'g', version: 1, whole: true, people: [] };
  const entered = { ...report, moderators: [{ ...room, connected: true }] };

  it('[W32] are those of gateways that are there: not of one that stopped, nor of one held lost', () => {
    const clock = simulatedClock();
    const presence = presenceTable(clock);
    presence.hear(entered);
    expect(presence.isModerated(room)).to.equal(true);
    presence.hear({ ...report, moderators: [], leaves: true });
    expect(presence.isModerated(room), 'stopped').to.equal(false);
    presence.hear(entered);
    presence.hear({ ...report, gateway: 'h', moderators: [] });
    for (let second = 0; second < 16; second++) {
      clock.moveBy(1_000);
      presence.hear({ ...report, gateway: 'h', whole: false, moderators: [] });
      presence.look();
    }
    presence.witness(['g', 'h']);
    expect(presence.isModerated(room), 'it lives by the record').to.equal(true);
    presence.witness(['h']);
    expect(presence.isModerated(room), 'held lost').to.equal(false);
  });
});
