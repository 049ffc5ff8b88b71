/** What an outage owes the session, by how long it was and who goes on. */
import { expect } from 'chai';
import { owedAfter } from '../../../session-server/host/outage.ts';

describe('host: what an outage owes', () => {
  const owed = (ms: number, presence: 'anew' | 'kept') =>
    owedAfter(1_000, 1_000 + ms, presence).map(({ type }) => type);

  it('[P10] is the time, and a pause only of the same owner’s after more than 30 s', () => {
    expect(owed(30_000, 'kept')).to.deep.equal(['credit']);
    expect(owed(30_001, 'kept')).to.deep.equal(['credit', 'pause']);
    expect(owed(300_000, 'anew'), 'after a takeover the clocks wait for people').to.deep.equal(['credit']);
  });

  it('[O1] is never less than nothing, where the clock of the owner before was ahead', () => {
    expect(owedAfter(9_000, 1_000, 'anew')).to.deep.equal([{ type: 'credit', from: 9_000, to: 9_000 }]);
  });
});
