/** The chart of a client's connection: tickets, losses, waits, close codes. */
import { expect } from 'chai';
import { createActor } from 'xstate';
import { connectionMachine } from '../../../machines/connection/machine.ts';
import type { ConnectionEvent } from '../../../machines/connection/machine.ts';
import { CLOSE_CODES } from '../../../machines/wire/close-codes.ts';

function after(...events: readonly ConnectionEvent[]) {
  const actor = createActor(connectionMachine).start();
  for (const event of events) actor.send(event);
  const { value, context } = actor.getSnapshot();
  actor.stop();
  return { state: typeof value === 'string' ? value : value.socket, context };
}

const TO_LIVE: readonly ConnectionEvent[] = [
  { type: 'start' },
  { type: 'ticket' },
  { type: 'opened' },
  { type: 'greeted', behind: 0 },
];
const lost = (chance: number): ConnectionEvent => ({ type: 'closed', code: 1006, reason: '', chance });
const retried: readonly ConnectionEvent[] = [{ type: 'retry' }, { type: 'ticket' }];

describe('a connection', () => {
  it('is live once a ticket, a socket and the answer to hello are there', () => {
    expect(after(...TO_LIVE).state).to.equal('live');
  });

  it('catches up row by row before it is live', () => {
    const events: readonly ConnectionEvent[] = [...TO_LIVE.slice(0, 3), { type: 'greeted', behind: 14 }];
    const part = after(...events, { type: 'applied', rows: 9 });
    expect([part.state, part.context.done, part.context.of]).to.deep.equal(['catchingUp', 9, 14]);
    expect(after(...events, { type: 'applied', rows: 9 }, { type: 'applied', rows: 5 }).state).to.equal(
      'live',
    );
  });

  it('catches up again where a gap is found while live', () => {
    expect(after(...TO_LIVE, { type: 'greeted', behind: 2 }).state).to.equal('catchingUp');
  });

  it('waits longer with each loss in a row, never above ten seconds', () => {
    const waits = [1, 2, 3, 8].map(
      losses =>
        after(
          ...TO_LIVE,
          ...Array.from({ length: losses }, (_, n) => [...(n ? retried : []), lost(0.999)]).flat(),
        ).context.waitMs,
    );
    expect(waits).to.deep.equal([500, 1_000, 1_999, 9_995]);
  });

  it('waits at least half of it whatever the chance', () => {
    expect(after(...TO_LIVE, lost(0)).context.waitMs).to.equal(250);
  });

  it('counts losses anew once it was live again', () => {
    const back: readonly ConnectionEvent[] = [...retried, { type: 'opened' }, { type: 'greeted', behind: 0 }];
    expect(after(...TO_LIVE, lost(0), ...back, lost(0)).context.losses).to.equal(1);
  });

  it('[W18] comes back when a server that restarts says', () => {
    const restart: ConnectionEvent = {
      type: 'closed',
      code: CLOSE_CODES.RESTART.code,
      reason: '2417',
      chance: 0,
    };
    expect(after(...TO_LIVE, restart).context.waitMs).to.equal(2_417);
  });

  it('asks for a ticket again when no ticket could be had', () => {
    const failed = after({ type: 'start' }, { type: 'failed', chance: 0.5 });
    expect(failed.state).to.equal('lost');
    expect(after({ type: 'start' }, { type: 'failed', chance: 0.5 }, { type: 'retry' }).state).to.equal(
      'ticket',
    );
  });

  it('is signed out where the login has ended', () => {
    const ended: ConnectionEvent = {
      type: 'closed',
      code: CLOSE_CODES.SIGNED_OUT.code,
      reason: '',
      chance: 0,
    };
    expect(after(...TO_LIVE, ended).state).to.equal('signedOut');
    expect(after({ type: 'start' }, { type: 'signedOut' }).state).to.equal('signedOut');
  });

  it('stops where coming back would only repeat it', () => {
    for (const { code } of [CLOSE_CODES.BAD_FRAME, CLOSE_CODES.TOO_MANY, CLOSE_CODES.PROTOCOL]) {
      const stopped = after(...TO_LIVE, { type: 'closed', code, reason: '', chance: 0 });
      expect([stopped.state, stopped.context.closeCode]).to.deep.equal(['stopped', code]);
    }
    expect(after(...TO_LIVE.slice(0, 3), { type: 'gone' }).state).to.equal('stopped');
    expect(after(...TO_LIVE, { type: 'stop' }).state).to.equal('stopped');
  });
});
