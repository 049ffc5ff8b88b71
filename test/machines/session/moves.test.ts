/** Rules M: how a session moves from draft to closed. */
import { expect } from 'chai';
import { seal } from '../../../machines/sealed.ts';
import type { CommandBody } from '../../../machines/session/commands.ts';
import type { Fact } from '../../../machines/session/facts.ts';
import { initialSnapshot } from '../../../machines/session/machine.ts';
import {
  callBack,
  choose,
  excuse,
  force,
  kinds,
  lift,
  markAbsent,
  opened,
  pause,
  REASON,
  rejoin,
  resume,
  started,
  START,
  startIn,
} from './stage.ts';
import type { Stage } from './stage.ts';
import { personId, worldOf } from './world.ts';

const VALIDATE: CommandBody = { type: 'validate', missing: [] };
const OPEN: CommandBody = { type: 'open' };
const withdraw = (anyStarted = false, reason = REASON): CommandBody => ({
  type: 'withdraw',
  reason,
  anyStarted,
});
const MINUTE = 60_000;

function absentees(stage: Stage, count: number): void {
  for (let number = 1; number <= count; number++) stage.accept(markAbsent(stage, number));
}
const closedFact = (facts: readonly Fact[]) => facts.find(fact => fact.kind === 'closed');

describe('the moves of a session', () => {
  it('[M1] leads from draft to validated once nothing is missing', () => {
    const session = opened(initialSnapshot('draft'));
    expect(session.refuse({ type: 'validate', missing: ['offer', 'startTime'] })).to.deep.equal({
      code: 'NOT_READY',
      missing: ['offer', 'startTime'],
    });
    expect(session.state).to.equal('draft');
    expect(session.accept(VALIDATE)).to.deep.equal([{ kind: 'stateChanged', to: 'validated' }]);
    expect(session.state).to.equal('validated');
  });

  it('[M2] leads from validated to open', () => {
    const session = opened(initialSnapshot('validated'));
    expect(session.accept(OPEN)).to.deep.equal([{ kind: 'stateChanged', to: 'open' }]);
    expect(session.state).to.equal('open');
  });

  it('[M3] withdraws one step at a time', () => {
    const session = opened(initialSnapshot('open'));
    expect(session.accept(withdraw())).to.deep.equal([{ kind: 'stateChanged', to: 'validated' }]);
    expect(session.accept(withdraw())).to.deep.equal([{ kind: 'stateChanged', to: 'draft' }]);
    expect(session.refuse(withdraw()).code).to.equal('WRONG_STATE');
  });

  it('[M3] does not withdraw once a session of the amphitheatre has started', () => {
    expect(opened().refuse(withdraw(true))).to.deep.equal({ code: 'ALREADY_STARTED' });
    expect(started().refuse(withdraw())).to.deep.equal({ code: 'ALREADY_STARTED' });
  });

  it('[M4] starts with the first of the call order', () => {
    const session = opened();
    const facts = session.accept(startIn(worldOf()));
    expect(kinds(facts)).to.deep.equal(['started', 'called']);
    expect(session.calledNumber).to.equal(1);
    expect(session.state).to.equal('running.choosing');
  });

  it('[M4] starts with nobody as well, and is idle', () => {
    expect(started({ people: 0 }).state).to.equal('running.idle');
  });

  it('[M5] does not start while an earlier session is open', () => {
    const start: CommandBody = { type: 'start', world: worldOf(), earlierOpen: 2 };
    expect(opened().refuse(start)).to.deep.equal({ code: 'EARLIER_SESSION_OPEN', number: 2 });
  });

  for (const [state, commands] of Object.entries({
    draft: [OPEN, withdraw(), startIn(worldOf()), pause(), { type: 'close', force: null }],
    validated: [VALIDATE, startIn(worldOf()), resume(), { type: 'graceOver' }],
    open: [
      VALIDATE,
      OPEN,
      pause(),
      { type: 'deadline', turn: 1 },
      { type: 'connected', person: personId(1) },
    ],
  } satisfies Record<string, readonly CommandBody[]>))
    for (const command of commands)
      it(`[M6] refuses ${command.type} in ${state}`, () => {
        const session = opened(initialSnapshot(state as 'draft' | 'validated' | 'open'));
        const before = session.snapshot;
        expect(session.refuse(command)).to.deep.equal({ code: 'WRONG_STATE', state, command: command.type });
        expect(session.snapshot).to.equal(before);
      });

  for (const command of [VALIDATE, OPEN, startIn(worldOf())])
    it(`[M6] refuses ${command.type} while running and paused`, () => {
      const session = started();
      expect(session.refuse(command)).to.include({ code: 'WRONG_STATE', state: 'running' });
      session.accept(pause());
      expect(session.refuse(command)).to.include({ code: 'WRONG_STATE', state: 'paused' });
    });

  it('[M7] closes freely when nobody is left to call', () => {
    const session = started({ people: 1 });
    session.accept(choose(session, 1, 1));
    expect(closedFact(session.accept({ type: 'close', force: null }))).to.include({ how: 'byModerator' });
    expect(session.state).to.equal('closed');
  });

  it('[M7] closes freely in a pause too', () => {
    const session = started({ people: 1 });
    session.accept(choose(session, 1, 1));
    session.accept(pause());
    session.accept({ type: 'close', force: null });
    expect(session.state).to.equal('closed');
  });

  it('[M8] needs force with the present number of those still to choose', () => {
    const session = started({ people: 4 });
    session.accept(choose(session, 1, 1));
    session.accept(excuse(4));
    expect(session.refuse({ type: 'close', force: null })).to.deep.equal({
      code: 'STILL_TO_CHOOSE',
      count: 2,
    });
    expect(session.refuse(force(3))).to.deep.equal({ code: 'STILL_TO_CHOOSE', count: 2 });
    expect(closedFact(session.accept(force(2)))).to.include({ how: 'forced' });
  });

  it('[M9] puts the called one back to waiting and makes nobody absent', () => {
    const session = started();
    const facts = session.accept(force(3));
    expect(kinds(facts)).to.deep.equal(['closed']);
    expect(closedFact(facts)?.carried.map(({ state }) => state)).to.deep.equal([
      'waiting',
      'waiting',
      'waiting',
    ]);
    expect(session.person(1).state.kind).to.equal('waiting');
    expect(session.called).to.equal(null);
  });

  it('[M10] closes by itself after 60 s when no absentee can come back', () => {
    const session = started({ people: 1 });
    session.accept(choose(session, 1, 1));
    session.wait(MINUTE - 1);
    expect(session.state).to.equal('running.idle');
    session.wait(1);
    expect(session.state).to.equal('closed');
    expect(closedFact(session.facts)).to.include({ how: 'finished', at: START + MINUTE });
  });

  it('[M11] waits 15 minutes for an absentee who can come back', () => {
    const session = started({ people: 1 });
    absentees(session, 1);
    session.wait(15 * MINUTE - 1);
    expect(session.state).to.equal('running.idle');
    session.wait(1);
    expect(session.state).to.equal('closed');
  });

  it('[M11] waits until the next session’s hour where that is sooner', () => {
    const session = started({ people: 1, nextSessionAt: START + 5 * MINUTE });
    absentees(session, 1);
    expect(session.snapshot.context.closesAt).to.equal(START + 5 * MINUTE);
  });

  it('[M11] waits 60 s all the same where that hour has come already', () => {
    const session = started({ people: 1, nextSessionAt: START - MINUTE });
    absentees(session, 1);
    expect(session.snapshot.context.closesAt).to.equal(START + MINUTE);
  });

  it('[M12] cuts the grace short when the last absentee is excused', () => {
    const session = started({ people: 2 });
    absentees(session, 2);
    session.wait(MINUTE);
    session.accept(excuse(1, 'absent'));
    expect(session.snapshot.context.closesAt).to.equal(START + 15 * MINUTE);
    const facts = session.accept(excuse(2, 'absent'));
    expect(facts).to.deep.include({ kind: 'idle', closesAt: START + 2 * MINUTE });
  });

  it('[M12] never makes the grace longer by it', () => {
    const session = started({ people: 1 });
    absentees(session, 1);
    session.wait(15 * MINUTE - 5_000);
    session.accept(excuse(1, 'absent'));
    expect(session.snapshot.context.closesAt).to.equal(START + 15 * MINUTE);
  });

  it('[M12] gives the grace anew to somebody whose planned absence is lifted', () => {
    const session = started({ people: 2, person: { 2: { plannedAbsence: REASON, connected: false } } });
    session.accept(choose(session, 1, 1));
    expect(session.snapshot.context.closesAt).to.equal(START + MINUTE);
    session.wait(30_000);
    session.accept(lift(2));
    expect(session.snapshot.context.closesAt).to.equal(START + 30_000 + 15 * MINUTE);
  });

  it('[M13] hands over everyone without a post, causes and counts kept', () => {
    const session = started({ people: 6, person: { 5: { plannedAbsence: REASON } } });
    session.accept(markAbsent(session, 1));
    session.accept(rejoin(1));
    session.accept(choose(session, 2, 2));
    session.accept(markAbsent(session, 1));
    session.accept(markAbsent(session, 3));
    session.accept(callBack(3));
    const closed = closedFact(session.accept(force(3)));
    const nothing = { cause: null, returns: 0, owedReturn: false };
    expect(closed?.carried).to.deep.equal([
      { person: personId(1), state: 'absent', cause: 'byModerator', returns: 1, owedReturn: false },
      { person: personId(3), state: 'waiting', ...nothing },
      { person: personId(4), state: 'waiting', ...nothing },
      { person: personId(5), state: 'excused', ...nothing },
      { person: personId(6), state: 'waiting', ...nothing },
    ]);
  });

  it('[M14] takes those handed over first, connected absentees having just connected', () => {
    const carried = { state: 'absent', cause: 'notConnected', returns: 0, owedReturn: false } as const;
    const session = started({
      people: 5,
      person: {
        1: { carried, connected: false },
        2: { carried },
        3: { carried: { state: 'waiting' } },
        4: { carried: { state: 'excused' }, plannedAbsence: REASON },
      },
    });
    expect(session.facts.slice(0, 2)).to.deep.equal([
      {
        kind: 'started',
        at: START,
        people: [
          { person: personId(1), state: 'absent' },
          { person: personId(2), state: 'absent' },
          { person: personId(3), state: 'waiting' },
          { person: personId(4), state: 'excused' },
          { person: personId(5), state: 'waiting' },
        ],
      },
      { kind: 'returned', person: personId(2), at: START, how: 'connection' },
    ]);
    expect(session.calledNumber).to.equal(2);
    session.accept(choose(session, 2, 1));
    expect(session.calledNumber).to.equal(3);
    session.accept(choose(session, 3, 2));
    expect(session.calledNumber).to.equal(5);
  });

  it('[M14] keeps the count of returns across sessions', () => {
    const carried = { state: 'absent', cause: 'notConnected', returns: 2, owedReturn: false } as const;
    const session = started({ people: 2, person: { 1: { carried } } });
    expect(session.calledNumber).to.equal(2);
    expect(session.refuse(rejoin(1)).code).to.equal('RETURN_BY_MODERATOR_ONLY');
  });

  it('[M14] keeps a return that is owed across sessions', () => {
    const carried = { state: 'absent', cause: 'byModerator', returns: 2, owedReturn: true } as const;
    expect(started({ people: 2, person: { 1: { carried } } }).calledNumber).to.equal(1);
  });

  it('[M15] refuses everything once closed', () => {
    const session = started({ people: 2 });
    session.accept(force(2));
    const commands: readonly CommandBody[] = [
      VALIDATE,
      OPEN,
      withdraw(),
      startIn(worldOf()),
      pause(),
      resume(),
      force(2),
      { type: 'deadline', turn: 1 },
      { type: 'graceOver' },
      { type: 'connected', person: personId(1) },
      choose(session, 1, 1),
      rejoin(1),
      callBack(1),
      excuse(1),
      { type: 'credit', from: START, to: START + 1 },
    ];
    for (const command of commands) session.refuse(command);
    expect(session.state).to.equal('closed');
  });

  it('[M16] refuses as stale what was decided on another state', () => {
    const session = started({ people: 1 });
    expect(session.refuse(resume())).to.deep.equal({ code: 'STALE', now: 'running' });
    session.accept(pause());
    expect(session.refuse(pause())).to.deep.equal({ code: 'STALE', now: 'paused' });
    session.accept(force(1));
    for (const command of [pause(), resume(), force(1)])
      expect(session.refuse(command)).to.deep.equal({ code: 'STALE', now: 'closed' });
  });

  it('[M17] refuses a blank reason wherever one is needed', () => {
    const reason = seal('  ');
    const session = started({ people: 2 });
    const needReason: readonly CommandBody[] = [
      { type: 'pause', reason, on: 'running' },
      { type: 'close', force: { unchosen: 2, reason } },
      { type: 'excuse', person: personId(2), on: 'waiting', reason },
      { type: 'markAbsent', person: personId(1), turn: 1, on: 'choosing', reason },
      { type: 'setPost', post: worldOf().posts[0]?.id ?? (0 as never), blocked: true, reason },
    ];
    for (const command of needReason)
      expect(session.refuse(command)).to.deep.equal({ code: 'REASON_REQUIRED' });
    expect(opened().refuse(withdraw(false, reason))).to.deep.equal({ code: 'REASON_REQUIRED' });
  });

  it('[M17] takes a purged reason for one that was given', () => {
    started().accept({ type: 'pause', reason: { sealed: null }, on: 'running' });
  });
});
