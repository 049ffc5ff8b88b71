/** Which way an act goes: the socket to a session that lives, the API to the tables, and to a rehearsal by its name. */
import { expect } from 'chai';
import { wayOf } from '../../../client/desk/desk-command.ts';
import type { PublicSession } from '../../../machines/session/public-state.ts';
import { person, POST, SESSION } from './fixtures.ts';

const inState = (state: PublicSession['state']) => ({ id: SESSION, state, rehearsal: false });

describe('the way of an act', () => {
  const excuse = { type: 'excuse', person: person(2), reason: 'x', on: 'waiting' } as const;

  it('is the socket while the session lives, the API before', () => {
    expect(wayOf(excuse, inState('running'))).to.deep.equal({ by: 'socket', command: excuse });
    expect(wayOf(excuse, inState('open'))).to.deep.equal({
      by: 'http',
      path: `/desk/people/${person(2)}/planned-absence`,
      method: 'PUT',
      body: { reason: 'x', on: 'waiting' },
    });
    const lift = { type: 'lift', person: person(2), on: 'excused', reason: 'x' } as const;
    expect(wayOf(lift, inState('draft'))).to.deep.include({ method: 'POST', body: { reason: 'x' } });
    expect(wayOf({ type: 'start' }, inState('open'))).to.include({ by: 'socket' });
  });

  it('is always the API for a status', () => {
    const status = 'supernumeraryValidating';
    const command = { type: 'setStatus', person: person(2), status, on: 'classic', reason: 'x' } as const;
    expect(wayOf(command, inState('paused'))).to.deep.equal({
      by: 'http',
      path: `/desk/people/${person(2)}/status`,
      method: 'PUT',
      body: { status, on: 'classic', reason: 'x' },
    });
  });
});

describe('the way of a correction and of a longer turn', () => {
  it('is the API, whatever the session', () => {
    const correct = { type: 'correct', person: person(2), from: POST, to: null, reason: 'x' } as const;
    expect(wayOf(correct, inState('running'))).to.deep.equal({
      by: 'http',
      path: `/desk/people/${person(2)}/correction`,
      method: 'POST',
      body: { from: POST, to: null, reason: 'x' },
    });
    const longer = { type: 'setExtraTurn', person: person(2), seconds: 30, on: 60, reason: 'x' } as const;
    expect(wayOf(longer, inState('open'))).to.deep.equal({
      by: 'http',
      path: `/desk/people/${person(2)}/extra-turn`,
      method: 'PUT',
      body: { seconds: 30, on: 60, reason: 'x' },
    });
  });
});

describe('the way of an act in a rehearsal', () => {
  const rehearsal = { id: SESSION, state: 'running', rehearsal: true } as const;
  const bodyOf = (command: Parameters<typeof wayOf>[0]) => {
    const way = wayOf(command, rehearsal);
    return way.by === 'http' ? way.body : null;
  };

  it('[B20] names it: what the API would write in the tables counts there alone', () => {
    const about = { person: person(2), reason: 'x' } as const;
    const status = { type: 'setStatus', status: 'classic', on: 'supernumeraryValidating', ...about } as const;
    expect(bodyOf(status)).to.include({ rehearsal: SESSION });
    const correct = { type: 'correct', from: POST, to: null, ...about } as const;
    expect(bodyOf(correct)).to.include({ rehearsal: SESSION });
    const assign = { type: 'assign', post: POST, on: 'absent', ...about } as const;
    expect(bodyOf(assign)).to.include({ rehearsal: SESSION, offline: false });
  });
});
