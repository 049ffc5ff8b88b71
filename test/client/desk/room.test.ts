/** The moderators' room: queue and counts, the turn's card, acts offered, conflicts, people kept up to date by rows. */
import { expect } from 'chai';
import { offeredActs } from '../../../client/desk/acts.ts';
import { conflictOf } from '../../../client/desk/conflict.ts';
import { namesOf } from '../../../client/desk/names.ts';
import { deskCounts, deskQueue, foundIn, shownUnder } from '../../../client/desk/queue.ts';
import { turnShown } from '../../../client/desk/turn-shown.ts';
import { seal } from '../../../machines/sealed.ts';
import type { PublicSession } from '../../../machines/session/public-state.ts';
import { AT, DIRECTORY, deskPerson, person, row, runningState, SESSION } from './fixtures.ts';

const names = namesOf(DIRECTORY);
const sessionOf = (over: Partial<PublicSession> = {}): PublicSession => {
  const session = runningState(over).sessions.get(SESSION);
  if (session === undefined) throw new Error('no session');
  return session;
};

describe('the queue of the room', () => {
  const people = new Map(
    [
      deskPerson(1),
      deskPerson(2, { connected: true }),
      deskPerson(3),
      deskPerson(4, { state: { kind: 'excused', reason: seal('Congé') } }),
    ].map(one => [one.person, one]),
  );

  it('lists the called one first, and planned absences apart', () => {
    const queue = deskQueue(runningState(), SESSION, people);
    expect(queue.coming).to.deep.equal([person(1), person(2), person(3)]);
    expect(queue.planned).to.deep.equal([person(4)]);
    expect(queue.chosen).to.deep.equal([]);
    expect(queue.passed).to.deep.equal([]);
  });

  it('counts who is there among those still to be called', () => {
    expect(deskCounts(deskQueue(runningState(), SESSION, people), people)).to.deep.equal({
      chosen: 0,
      size: 4,
      presence: { online: 1, offline: 2 },
      absent: 0,
      planned: 1,
    });
  });

  it('keeps those whose turn was passed apart from planned absences', () => {
    const passed = new Map([[person(4), deskPerson(4, { state: { kind: 'passed' } })]]);
    const queue = deskQueue(runningState(), SESSION, passed);
    expect(queue.passed).to.deep.equal([person(4)]);
    expect(queue.planned).to.deep.equal([]);
    expect(shownUnder(queue, 'done')).to.deep.equal([person(4)]);
    expect(deskCounts(queue, passed)).to.include({ chosen: 0, planned: 0, size: 4 });
  });

  it('finds somebody by name or number, under whatever filter they stand', () => {
    const queue = deskQueue(runningState(), SESSION, people);
    expect(foundIn(queue, 'weber', names)).to.deep.equal([person(4)]);
    expect(foundIn(queue, 'elodie COUR', names)).to.deep.equal([person(2)]);
    expect(foundIn(queue, '3', names)).to.deep.equal([person(3)]);
    expect(foundIn(queue, 'elodie', names)).to.have.length(4);
    expect(foundIn(queue, 'nobody', names)).to.deep.equal([]);
  });

  it('lists those left without a choice once the session is closed', () => {
    const closed = runningState({ state: 'closed', called: null });
    const queue = deskQueue(closed, SESSION, people);
    expect(queue.coming).to.deep.equal([person(2), person(3)]);
  });

  it('says before the first word of the desk what everybody sees', () => {
    expect(deskQueue(runningState(), SESSION, new Map()).planned).to.deep.equal([person(4)]);
  });

  it('counts those handed on by the closing, who stand in the next session by then', () => {
    const nobody = { coming: [], chosen: [person(3)], passed: [], absent: [], planned: [] };
    expect(deskCounts(nobody, null, [person(1), person(2)])).to.include({ chosen: 1, size: 3 });
    expect(deskCounts(nobody, null, [person(3)]), 'assigned since').to.include({ chosen: 1, size: 1 });
  });

  it('counts nobody online where presence is not followed', () => {
    expect(deskCounts(deskQueue(runningState(), SESSION, people), null).presence).to.equal(null);
  });
});

describe('the card of the turn', () => {
  it('counts the seconds before absence of the one awaited', () => {
    expect(turnShown(sessionOf(), AT + 500)).to.include({ kind: 'awaited', seconds: 14, whole: 20 });
  });

  it('counts the turn of the one choosing against its full length', () => {
    const called = {
      person: person(1),
      turn: 1,
      mode: 'choosing',
      endsAt: AT + 60_000,
      leftMs: 60_000,
    } as const;
    expect(turnShown(sessionOf({ called }), AT)).to.include({ kind: 'choosing', seconds: 60, whole: 90 });
    expect(turnShown(sessionOf({ called }), AT - 40), 'a clock a little behind').to.include({ seconds: 60 });
  });

  it('stands still in a pause', () => {
    const called = { person: person(1), turn: 1, mode: 'awaited', endsAt: null, leftMs: 4_600 } as const;
    const shown = turnShown(sessionOf({ state: 'paused', called }), AT + 99_000);
    expect(shown).to.have.property('kind', 'paused');
    expect(shown).to.have.nested.property('clock.seconds', 5);
  });

  it('says when nobody is left to call, and how long until the closing', () => {
    expect(turnShown(sessionOf({ called: null, closesAt: AT + 60_000 }), AT)).to.deep.equal({
      kind: 'idle',
      closesAt: AT + 60_000,
      seconds: 60,
    });
  });
});

describe('what a moderator may do', () => {
  it('about an amphitheatre follows its state', () => {
    const published = { offer: true, timetable: true, callList: true };
    const acts = (state: 'draft' | 'validated' | 'open' | 'running') =>
      offeredActs({
        published,
        sessions: [
          {
            id: SESSION,
            number: 1,
            state,
            startsAt: AT,
            startsAround: null,
            endsAround: null,
            awaitsStart: false,
            size: 1,
            chosen: 0,
          },
        ],
      });
    expect(acts('draft')).to.deep.equal(['validate', 'cut']);
    expect(acts('validated')).to.deep.equal(['open', 'cut', 'withdraw']);
    expect(acts('open')).to.deep.equal(['cut', 'withdraw']);
    expect(acts('running')).to.deep.equal([]);
    expect(offeredActs({ published: { ...published, callList: false }, sessions: [] })).to.deep.equal([
      'publish',
      'cut',
    ]);
  });
});

describe('a refused action', () => {
  const command = { type: 'markAbsent', person: person(1), turn: 1, on: 'awaited', reason: 'x' } as const;

  it('says who did what on which line meanwhile', () => {
    const pause = row(
      415,
      [{ kind: 'paused', at: AT, reason: null, automatic: null, leftMs: 5_000 }],
      'Marc Ollivier',
    );
    const conflict = conflictOf(
      command,
      { kind: 'refused', refusal: { code: 'STALE', now: 'paused' } },
      414,
      // The telephone read of the same person is not what stood in the way.
      [pause, row(416, [{ kind: 'phoneRead', person: person(1) }], 'Marc Ollivier')],
      names,
    );
    expect(conflict.title).to.equal('Action non appliquée\u00a0: constater l’absence d’Élodie Rambaud');
    expect(conflict.text).to.equal(
      'Marc Ollivier a mis la session en pause à 09:49:26 (ligne 415). Votre action portait sur la ligne 414\u00a0: rien n’a été fait, rien ne l’a été deux fois.',
    );
  });

  it('says the rule where no other hand was there first', () => {
    const { text } = conflictOf(
      command,
      { kind: 'refused', refusal: { code: 'REASON_REQUIRED' } },
      414,
      [],
      names,
    );
    expect(text).to.equal('Indiquez un motif, puis recommencez. Rien n’a été fait.');
  });
});
