/** Rules V8, V9: what a person sees of themselves, and the moderators of everybody. */
import { expect } from 'chai';
import type { CommandBody } from '../../../machines/session/commands.ts';
import { deskPeople } from '../../../machines/session/desk.ts';
import { initialSnapshot } from '../../../machines/session/machine.ts';
import { you } from '../../../machines/session/you.ts';
import type { Reader } from '../../../machines/session/you.ts';
import { choose, excuse, markAbsent, rejoin, started, START } from './stage.ts';
import type { Stage } from './stage.ts';
import { personId, postId } from './world.ts';

const intern: Reader = { realm: 'intern', mandatary: 'marie@exemple.fr', choiceSeq: 12, messages: [] };
const holder: Reader = { realm: 'mandatary', mandatary: 'marie@exemple.fr', choiceSeq: 12, messages: [] };
const own = (session: Stage, number: number, reader = intern) =>
  you(session.snapshot, personId(number), reader);

describe('what one sees of oneself', () => {
  it('[V8] is one’s status, the absence and whether the button is there', () => {
    const session = started({ person: { 1: { status: 'supernumeraryValidating' } } });
    expect(own(session, 1)).to.deep.equal({
      person: personId(1),
      session: 7,
      status: 'supernumeraryValidating',
      chooser: true,
      mandatary: null,
      extraTurnMs: 0,
      plannedAbsence: null,
      outcome: null,
      closedLines: [],
      cappedServices: [],
      messages: [],
      absence: null,
      choice: null,
    });
    session.accept(markAbsent(session, 1));
    expect(own(session, 1)?.absence).to.deep.equal({
      cause: 'byModerator',
      at: START,
      endedAt: null,
      canReturn: true,
    });
  });

  it('[V8] is the absence with the end of the turn as it was shown, not the moment when it was noted', () => {
    const session = started({ people: 2, person: { 2: { connected: false } } });
    session.wait(91_500);
    expect(own(session, 1)?.absence).to.include({ at: START + 91_500, endedAt: START + 90_000 });
    session.wait(20_500);
    expect(own(session, 2)?.absence).to.include({ endedAt: START + 91_500 + 20_000 });
  });

  it('[V8] says when only a moderator can call back', () => {
    const session = started({ people: 1, settings: { returnsAllowed: 1 } });
    session.accept(markAbsent(session, 1));
    session.accept(rejoin(1));
    session.accept(markAbsent(session, 1));
    expect(own(session, 1)?.absence?.canReturn).to.equal(false);
  });

  it('[V8] is the planned absence with its reason, and the choice', () => {
    const session = started();
    session.accept(excuse(2));
    session.accept(choose(session, 1, 2));
    expect(own(session, 2)?.plannedAbsence).to.equal('une raison');
    expect(own(session, 1)?.choice).to.deep.equal({ post: postId(2), at: START, seq: 12 });
  });

  it('[V8] tells the intern the holder’s e-mail, and the holder that they choose', () => {
    const session = started({ person: { 1: { mandate: true } } });
    expect(own(session, 1)).to.include({ chooser: false, mandatary: 'marie@exemple.fr' });
    expect(own(session, 1, holder)).to.include({ chooser: true, mandatary: null });
    expect(own(session, 2)).to.include({ chooser: true, mandatary: null });
    expect(own(session, 2, holder)).to.include({ chooser: false });
  });

  it('[V8] is nothing before the start, nor of a session that is not one’s own', () => {
    expect(you(initialSnapshot('open'), personId(1), intern)).to.equal(null);
    expect(own(started(), 99)).to.equal(null);
  });
});

describe('what moderators see', () => {
  it('[V9] is each person’s state, status, mandate and presence, in call order', () => {
    const session = started({ people: 2, person: { 2: { connected: false, mandate: true } } });
    session.wait(1_000);
    const gone: CommandBody = { type: 'disconnected', person: personId(1), lastSeenAt: START + 500 };
    session.accept(gone);
    expect(deskPeople(session.snapshot)).to.deep.equal([
      {
        person: personId(1),
        state: { kind: 'called' },
        status: 'classic',
        mandate: false,
        connected: false,
        since: START + 500,
        where: null,
        extraTurnMs: 0,
        returns: 0,
        elsewhere: false,
      },
      {
        person: personId(2),
        state: { kind: 'waiting' },
        status: 'classic',
        mandate: true,
        connected: false,
        since: null,
        where: null,
        extraTurnMs: 0,
        returns: 0,
        elsewhere: false,
      },
    ]);
    expect(deskPeople(initialSnapshot('draft'))).to.deep.equal([]);
  });
});
