/** Rules M: how a session moves from draft to closed. */
import { expect } from 'chai';
import { seal } from '../../../machines/sealed.ts';
import type { CommandBody } from '../../../machines/session/commands.ts';
import { initialSnapshot } from '../../../machines/session/machine.ts';
import {
  callBack,
  choose,
  close,
  excuse,
  force,
  kinds,
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
import { personId, worldOf } from './world.ts';

const VALIDATE: CommandBody = { type: 'validate', missing: [] };
const OPEN: CommandBody = { type: 'open' };
const withdraw = (anyStarted = false, reason = REASON): CommandBody => ({
  type: 'withdraw',
  reason,
  anyStarted,
});

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
    draft: [OPEN, withdraw(), startIn(worldOf()), pause(), close()],
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
    session.accept(force(1, 'paused'));
    for (const command of [pause(), resume(), force(1)])
      expect(session.refuse(command)).to.deep.equal({ code: 'STALE', now: 'closed' });
  });

  it('[M17] refuses a blank reason wherever one is needed', () => {
    const reason = seal('  ');
    const session = started({ people: 2 });
    const needReason: readonly CommandBody[] = [
      { type: 'pause', reason, on: 'running' },
      { type: 'close', on: 'running', force: { unchosen: 2, reason } },
      { type: 'excuse', person: personId(2), on: 'waiting', reason },
      { type: 'markAbsent', person: personId(1), turn: 1, on: 'choosing', reason },
      { type: 'setStatus', person: personId(2), status: 'supernumeraryValidating', on: null, reason },
      { type: 'setPost', post: worldOf().posts[0]?.id ?? (0 as never), blocked: true, reason },
    ];
    for (const command of needReason)
      expect(session.refuse(command)).to.deep.equal({ code: 'REASON_REQUIRED' });
    session.accept(excuse(2));
    const lift = { type: 'lift', person: personId(2), on: 'excused' } as const;
    expect(session.refuse({ ...lift, reason })).to.deep.equal({ code: 'REASON_REQUIRED' });
    session.accept(markAbsent(session, 1));
    const callBack = { type: 'callBack', person: personId(1), on: 'absent' } as const;
    expect(session.refuse({ ...callBack, reason })).to.deep.equal({ code: 'REASON_REQUIRED' });
    session.accept(callBack); // as journals of older rules have it
    expect(opened().refuse(withdraw(false, reason))).to.deep.equal({ code: 'REASON_REQUIRED' });
  });

  it('[M17] takes a purged reason for one that was given', () => {
    started().accept({ type: 'pause', reason: { sealed: null }, on: 'running' });
  });
});
