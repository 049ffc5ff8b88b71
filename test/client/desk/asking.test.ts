/** Which dialog an act opens, and what «Recommencer…» asks again once things have changed. */
import { expect } from 'chai';
import { askAbout, askAgain, askClose, askTurn, reasonBefore } from '../../../client/desk/asking.ts';
import type { Ground } from '../../../client/desk/asking.ts';
import { conflictOf, outcomeOf } from '../../../client/desk/conflict.ts';
import { moderatorsHere } from '../../../client/desk/moderators-here.ts';
import { namesOf } from '../../../client/desk/names.ts';
import { deskQueue } from '../../../client/desk/queue.ts';
import { seal } from '../../../machines/sealed.ts';
import type { PublicSession } from '../../../machines/session/public-state.ts';
import type { PersonState } from '../../../machines/session/state.ts';
import { AT, DIRECTORY, deskPerson, POST, person, row, runningState, SESSION } from './fixtures.ts';

const names = namesOf(DIRECTORY);

function ground(over: Partial<PublicSession> = {}, second: PersonState = { kind: 'waiting' }): Ground {
  const state = runningState(over);
  const session = state.sessions.get(SESSION);
  if (session === undefined) throw new Error('no session');
  const people = new Map([deskPerson(1), deskPerson(2, { state: second })].map(one => [one.person, one]));
  const situation = { session: session.state, mode: session.called?.mode ?? null, noPost: false };
  return { session, people, situation, queue: deskQueue(state, SESSION, people) };
}

describe('what a dialog is opened on', () => {
  it('is the turn and the mode of the one called', () => {
    const { endsAt = null, leftMs = 0 } = ground().session.called ?? {};
    const was = { endsAt, leftMs };
    const asking = { kind: 'markAbsent', person: person(1), turn: 1, on: 'awaited', during: 'running', was };
    expect(askAbout('markAbsent', person(1), ground())).to.deep.equal(asking);
    expect(askAbout('markAbsent', person(2), ground())).to.equal(null);
  });

  it('is the post of a choice to be corrected', () => {
    const chosen: PersonState = { kind: 'chosen', post: POST, at: AT, turn: 1 };
    expect(askAbout('correct', person(2), ground({}, chosen))).to.deep.equal({
      kind: 'correct',
      person: person(2),
      from: POST,
    });
    expect(askAbout('correct', person(2), ground())).to.equal(null);
  });

  it('is nothing where the machine would refuse the act', () => {
    expect(askTurn('pass', ground())).to.equal(null);
    expect(askTurn('prolong', ground())).to.include({ kind: 'prolong', turn: 1, on: 'awaited' });
  });

  it('is how many have not chosen', () => {
    expect(askClose(ground())).to.deep.equal({ kind: 'close', unchosen: 3, on: 'running' });
  });

  it('is what the person is now', () => {
    const absent: PersonState = { kind: 'absent', cause: 'notConnected', at: AT };
    expect(askAbout('excuse', person(2), ground({}, absent))).to.include({ on: 'absent' });
    expect(askAbout('setStatus', person(2), ground())).to.include({ status: 'classic' });
  });
});

describe('«Recommencer…»', () => {
  const markAbsent = {
    type: 'markAbsent',
    person: person(1),
    turn: 1,
    on: 'awaited',
    reason: 'x',
  } as const;

  it('asks anew about the turn as it is now', () => {
    const called = { person: person(1), turn: 1, mode: 'choosing', endsAt: AT, leftMs: 90_000 } as const;
    expect(askAgain(markAbsent, ground({ called }))).to.deep.equal({
      kind: 'markAbsent',
      person: person(1),
      turn: 1,
      on: 'choosing',
      during: 'running',
      was: { endsAt: AT, leftMs: 90_000 },
      again: markAbsent,
    });
  });

  it('is not offered where the act can no longer be taken', () => {
    expect(askAgain(markAbsent, ground({ called: null }))).to.equal(null);
    expect(askAgain({ type: 'pause', reason: 'x', on: 'running' }, ground({ state: 'paused' }))).to.equal(
      null,
    );
    const excused: PersonState = { kind: 'excused', reason: seal('x') };
    const excuse = { type: 'excuse', person: person(2), reason: 'x', on: 'waiting' } as const;
    expect(askAgain(excuse, ground({}, excused))).to.equal(null);
  });

  it('asks anew for the post of a choice on behalf, and for the words of a message', () => {
    const about = { person: person(1), turn: 1, on: 'awaited', reason: 'x' } as const;
    expect(askAgain({ type: 'chooseOnBehalf', post: POST, ...about }, ground())).to.include({
      kind: 'chooseOnBehalf',
    });
    const message = { type: 'message', to: null, text: 'Bonjour' } as const;
    const { text, to } = message;
    expect(askAgain(message, ground())).to.deep.equal({ kind: 'message', to, text, again: message });
    const correct = { type: 'correct', person: person(2), from: POST, to: null, reason: 'x' } as const;
    expect(askAgain(correct, ground())).to.equal(null);
  });

  it('counts anew for a closing', () => {
    const close = { type: 'close', on: 'running', force: { unchosen: 7, reason: 'x' } } as const;
    expect(askAgain(close, ground())).to.deep.equal({ ...askClose(ground()), again: close });
  });

  it('asks anew about the person as they are now', () => {
    const callBack = { type: 'callBack', person: person(2), on: 'excused', reason: 'x' } as const;
    const absent: PersonState = { kind: 'absent', cause: 'timeRanOut', at: AT };
    expect(askAgain(callBack, ground({}, absent))).to.deep.equal({
      kind: 'callBack',
      person: person(2),
      on: 'absent',
      again: callBack,
    });
  });

  it('[D30] types the reason in again, whichever act it was', () => {
    const reasons = [
      { type: 'setExtraTurn', person: person(2), seconds: 30, on: 60, reason: 'Lecture' } as const,
      { type: 'close', on: 'running', force: { unchosen: 7, reason: 'Incident' } } as const,
      { type: 'resume', on: 'paused' } as const,
    ].map(again => reasonBefore({ kind: 'help', again }));
    expect(reasons).to.deep.equal(['Lecture', 'Incident', undefined]);
  });
});

describe('what came of an act', () => {
  const refusal = { code: 'STALE', now: 'excused' } as const;

  it('is the rule that refused, whichever way it went', () => {
    const answer = { kind: 'refused', status: 409, code: 'STALE', text: '', refusal } as const;
    expect(outcomeOf(answer)).to.deep.equal({ kind: 'refused', refusal });
    expect(outcomeOf({ kind: 'ok', value: { answer: 'done' } })).to.deep.equal({ kind: 'accepted' });
  });

  it('is the sentence of the server where no rule spoke', () => {
    const pending = { kind: 'ok', value: { answer: 'pending', detail: 'À son tour.', request: 7 } } as const;
    expect(outcomeOf(pending)).to.deep.equal({ kind: 'waits', text: 'À son tour.', request: 7 });
    const fault = { kind: 'fault', text: 'Réessayez.', incident: '7F3K' } as const;
    expect(outcomeOf(fault)).to.deep.equal({ kind: 'said', text: 'Réessayez. (incident 7F3K)' });
  });

  it('[D30] names who changed it before, where a record and no journal tells it', () => {
    const changed = {
      id: 9,
      at: AT,
      who: 'Marc Ollivier',
      act: 'extraTurn',
      person: person(2),
      status: null,
      post: null,
      blocked: null,
      seconds: 60,
      reason: 'Lecture',
    } as const;
    const stale = { code: 'STALE', now: 'otherLength' } as const;
    const answer = {
      kind: 'refused',
      status: 409,
      code: 'STALE',
      text: '',
      refusal: stale,
      changed,
    } as const;
    const outcome = outcomeOf(answer);
    if (outcome.kind !== 'refused') throw new Error('it was refused');
    const command = { type: 'setExtraTurn', person: person(2), seconds: 30, on: 0, reason: 'x' } as const;
    const { title, text } = conflictOf(command, outcome, 4, [], names);
    expect(title).to.include('donner 30\u00a0s de plus à chaque tour d’Élodie Courtin');
    expect(text).to.include(
      'Marc Ollivier, 09:49:26\u00a0: Élodie Courtin\u00a0: tour plus long de 1\u00a0min, «\u00a0Lecture\u00a0».',
    );
  });

  it('names the row about the same person before any later one', () => {
    const command = { type: 'lift', person: person(2), on: 'excused', reason: 'x' } as const;
    const rows = [
      row(5, [{ kind: 'waiting', person: person(2) }], 'Marc Ollivier'),
      row(6, [{ kind: 'excused', person: person(3), reason: seal('x') }], 'Marc Ollivier'),
      row(7, [{ kind: 'presence', person: person(2), connected: true, at: AT }]),
    ];
    const { text } = conflictOf(command, { kind: 'refused', refusal }, 4, rows, names);
    expect(text).to.include(
      'Marc Ollivier a levé l’absence prévue d’Élodie Courtin à 09:49:26 (ligne 5). Votre action portait sur la ligne 4',
    );
  });
});

describe('who moderates the room', () => {
  it('is told with the reader first', () => {
    expect(moderatorsHere(['Marc Ollivier', 'Nadia Ferhat'], 'Nadia Ferhat')).to.equal(
      'Vous et Marc Ollivier',
    );
    expect(moderatorsHere(['Nadia Ferhat'], 'Nadia Ferhat')).to.equal('Vous');
    expect(moderatorsHere(['A', 'B'], 'C')).to.equal('A et B');
  });
});
