/** What the chart says of a session because of the others of its amphitheatre. */
import { expect } from 'chai';
import type { Refusal } from '../../../machines/refusal.ts';
import { ALONE } from '../../../machines/session/beside.ts';
import type { Around } from '../../../machines/session/beside.ts';
import type { SessionSnapshot } from '../../../machines/session/decide.ts';
import { sessionChart } from '../../../machines/session/inspect.ts';
import { initialSnapshot } from '../../../machines/session/machine.ts';
import { force, START, started } from './stage.ts';

describe('the chart of one session among others', () => {
  it('[V31] says of a session what the others of its amphitheatre refuse', () => {
    const start = { code: 'REHEARSAL_OPEN', number: 1 } as const;
    const beforehand = { ...ALONE, missing: ['cut'] as const, anyStarted: true, earlierOpen: 1 };
    const of = (snapshot: SessionSnapshot, around: Around): ReadonlyMap<string, Refusal | null> =>
      new Map(sessionChart(snapshot, START, around).commands.map(({ type, refusal }) => [type, refusal]));
    expect(of(initialSnapshot('draft'), beforehand).get('validate')).to.include({ code: 'NOT_READY' });
    const open = of(initialSnapshot('open'), beforehand);
    expect(open.get('withdraw')).to.include({ code: 'ALREADY_STARTED' });
    expect(open.get('start')).to.deep.equal({ code: 'EARLIER_SESSION_OPEN', number: 1 });
    expect(of(initialSnapshot('open'), { ...ALONE, start }).get('start')).to.deep.equal(start);
    const session = started({ people: 2 });
    session.accept(force(2));
    expect(of(session.snapshot, { ...ALONE, laterOpen: 2 }).get('assign')).to.deep.equal({
      code: 'LATER_SESSION_OPEN',
      number: 2,
    });
    const later = of(session.snapshot, { ...ALONE, startedLater: 'running' });
    expect(later.get('setStatus')).to.deep.equal({ code: 'STALE', now: 'running' });
    expect(later.get('message'), 'concerns nobody else').to.equal(null);
  });
});
