/** Where a person stands: the one moment that the whole room follows from. */
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { standingOf } from '../../../client/room/moment.ts';
import type { Moment } from '../../../client/room/moment.ts';
import { fromSnapshot } from '../../../machines/session/public-state.ts';
import type { PublicState } from '../../../machines/session/public-state.ts';
import type { SessionId } from '../../../machines/ids.ts';
import type { You } from '../../../machines/wire/frames.ts';
import { called, ownView, person, running, service, SESSION, snapshotOf, tell } from '../stage.ts';

const ME = person(3);
const you = ownView(ME);
const momentOf = (state: PublicState, mine: Partial<You> = {}): Moment =>
  standingOf(state, ME, { ...you, ...mine }).moment;

describe('the moment of a person', () => {
  it('is before the start, with its place, in an open session', () => {
    const moment = momentOf(fromSnapshot(snapshotOf(5)));
    expect(moment).to.include({ kind: 'before', state: 'open', ahead: 2, carriedOver: false });
  });

  it('is not cut where no session holds the person yet', () => {
    const state = fromSnapshot(snapshotOf(5));
    const me = state.people.get(ME);
    if (me) me.session = null;
    expect(momentOf(state).kind).to.equal('notCut');
  });

  it('is soon at four or fewer ahead, the one choosing counted', () => {
    const state = running(9);
    expect(standingOf(state, person(5), null).moment).to.include({ kind: 'inLine', ahead: 4, soon: true });
    expect(standingOf(state, person(6), null).moment).to.include({ kind: 'inLine', ahead: 5, soon: false });
  });

  it('hides the banner again where somebody returns in front', () => {
    const state = running(9, [{ kind: 'absent', person: person(1), at: 1 }, called(2, 2, 1)]);
    expect(standingOf(state, person(6), null).moment).to.include({ ahead: 4, soon: true });
    tell(state, [{ kind: 'returned', person: person(1) }]);
    expect(standingOf(state, person(6), null).moment).to.include({ ahead: 5, soon: false });
  });

  it('is my turn when I am called and choose myself', () => {
    expect(momentOf(running(5, [called(3, 2, 1)])).kind).to.equal('myTurn');
  });

  it('is the holder’s turn where a mandate is held', () => {
    expect(momentOf(running(5, [called(3, 2, 1)]), { chooser: false }).kind).to.equal('heldTurn');
  });

  it('stays my turn in a pause', () => {
    const state = running(5, [called(3, 2, 1)]);
    tell(state, [{ kind: 'paused', at: 1, reason: 'x', automatic: null, leftMs: 48_000 }]);
    expect(momentOf(state).kind).to.equal('myTurn');
  });

  it('is absent with the cause and the way back that the server tells to oneself only', () => {
    const state = running(5, [{ kind: 'absent', person: ME, at: 9 }]);
    expect(momentOf(state)).to.deep.equal({
      kind: 'absent',
      at: 9,
      endedAt: null,
      cause: null,
      canReturn: false,
    });
    expect(
      momentOf(state, { absence: { cause: 'timeRanOut', at: 9, endedAt: 8, canReturn: true } }),
    ).to.deep.equal({
      kind: 'absent',
      at: 9,
      endedAt: 8,
      cause: 'timeRanOut',
      canReturn: true,
    });
  });

  it('is returned right behind the called one', () => {
    const state = running(5, [
      { kind: 'absent', person: ME, at: 9 },
      { kind: 'returned', person: ME },
    ]);
    expect(momentOf(state)).to.deep.equal({ kind: 'inLine', ahead: 1, soon: true, returned: true });
  });

  it('is excused, counting the passages before the number', () => {
    const state = running(5, [{ kind: 'notChoosing', person: ME }]);
    expect(momentOf(state, { plannedAbsence: 'Congé' })).to.deep.equal({
      kind: 'excused',
      reason: 'Congé',
      ahead: 2,
    });
  });

  it('is passed, and no planned absence, where no post was possible', () => {
    const state = running(5, [{ kind: 'notChoosing', person: ME }]);
    expect(momentOf(state, { outcome: 'passed' })).to.deep.equal({ kind: 'passed' });
  });

  it('is chosen, with its post once the server has told it', () => {
    const state = running(5, [{ kind: 'chosen', person: ME, service: service(1), at: 5 }]);
    expect(momentOf(state)).to.deep.equal({ kind: 'chosen', choice: null });
  });

  it('is over in a closed last session, and carried over to the next one where there is one', () => {
    const state = running(5, [{ kind: 'absent', person: ME, at: 9 }]);
    tell(state, [{ kind: 'closed', at: 10, carried: [{ person: ME, state: 'absent' }] }]);
    expect(momentOf(state)).to.deep.equal({ kind: 'over', withoutPost: false });
    expect(momentOf(state, { outcome: 'withoutPost' })).to.deep.equal({ kind: 'over', withoutPost: true });
  });

  it('is handed on where the session of the cut is closed, also for whoever was never called', () => {
    const whole = snapshotOf(3);
    const [first] = whole.sessions;
    if (first === undefined) throw new Error('a session');
    const next = { ...first, id: 4 as SessionId, number: 2 };
    const state = fromSnapshot({ ...whole, sessions: [{ ...first, state: 'running' }, next] });
    tell(state, [{ kind: 'closed', at: 10, carried: [{ person: ME, state: 'waiting' }] }]);
    const later = (cutInto: SessionId): Moment => standingOf(state, ME, you, cutInto).moment;
    expect(later(SESSION)).to.include({ kind: 'before', carriedOver: true });
    expect(later(next.id)).to.include({ kind: 'before', carriedOver: false });
  });

  it('is unknown for whoever is not of this amphitheatre', () => {
    expect(standingOf(running(2), person(40), null).moment.kind).to.equal('unknown');
  });
});
