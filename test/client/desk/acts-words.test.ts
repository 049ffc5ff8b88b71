/** The small pure pieces of the room's acts: evidence, messages, time given, what a closing leaves, shortcuts, numbers. */
import { expect } from 'chai';
import { remaining } from '../../../client/desk/close-remains.ts';
import { commandText } from '../../../client/desk/conflict.ts';
import { deedText } from '../../../client/desk/deeds.ts';
import { evidenceRows, lateText, lineText } from '../../../client/desk/evidence.ts';
import { withDe } from '../../../client/desk/french.ts';
import { addressee, goesTo } from '../../../client/desk/messages.ts';
import { namesOf } from '../../../client/desk/names.ts';
import { paceShown } from '../../../client/desk/pace-shown.ts';
import { frenchPhone, phoneLink } from '../../../client/desk/phone-number.ts';
import { presenceText, sinceText } from '../../../client/desk/presence-text.ts';
import { shortcutOf, shortcutsWanted, wantShortcuts } from '../../../client/desk/shortcuts.ts';
import { callText, noPostText, pauseText } from '../../../client/desk/spoken.ts';
import { OWN_TIME, secondsGiven } from '../../../client/desk/time-given.ts';
import { seal } from '../../../machines/sealed.ts';
import type { Fact } from '../../../machines/session/facts.ts';
import type { SessionId } from '../../../machines/ids.ts';
import { AT, DIRECTORY, person, POST, row, runningState, SESSION } from './fixtures.ts';

const names = namesOf(DIRECTORY);

describe('to whom a message goes', () => {
  it('is nobody until one person is picked, everybody only where that is what was asked', () => {
    expect(goesTo({ to: null }, true)).to.equal('everybody');
    expect(goesTo({ to: 'toPick' }, true)).to.equal(null);
    expect(goesTo({ to: person(2) }, true)).to.equal(person(2));
    expect(goesTo({ to: null }, false), 'a closed session takes none to all').to.equal(null);
  });
});

describe('what the server saw', () => {
  it('is the evidence of an absence, in words', () => {
    const evidence = {
      rule: 'A1',
      calledAt: AT - 20_000,
      connectedAtDeadline: false,
      lastSeenAt: AT - 60_000,
      lastSeenWhere: 'g1',
    };
    expect(evidenceRows(evidence)).to.deep.equal([
      ['Règle', 'Hors ligne pendant toute la fenêtre de connexion (A1)'],
      ['Appel', '09:49:06'],
      ['Connexion vue en dernier', '09:48:26, serveur g1'],
      ['À l’échéance', 'Hors ligne'],
    ]);
  });

  it('says since when somebody was there who was online at the deadline', () => {
    const evidence = { rule: 'A3', calledAt: AT, connectedAtDeadline: true, lastSeenAt: AT - 60_000 };
    expect(evidenceRows(evidence)).to.deep.include(['En ligne depuis', '09:48:26']);
  });

  it('[H10] counts the choices that came too late', () => {
    expect(lateText(0)).to.equal('');
    expect(lateText(1)).to.equal('1\u00a0choix reçu trop tard');
  });

  it('names the session of a line that stands in another than the one shown', () => {
    const session = { id: SESSION, number: 2 };
    const shown = { session, sessions: [{ id: 4 as SessionId, number: 1 }, session] };
    expect(lineText({ session: SESSION, seq: 45 }, shown)).to.equal('ligne 45');
    expect(lineText({ session: 4 as SessionId, seq: 45 }, shown)).to.equal('session 1, ligne 45');
  });
});

describe('presence', () => {
  it('is told with since when, and where it was seen', () => {
    expect(sinceText({ since: null })).to.equal('jamais en ligne');
    expect(sinceText({ since: AT })).to.equal('depuis 9\u00a0h\u00a049');
    expect(presenceText({ connected: false, since: AT, where: 'g1' })).to.equal(
      'Hors ligne depuis 09:49:26, vu en dernier par le serveur g1',
    );
    expect(presenceText({ connected: true, since: AT, where: null })).to.equal('En ligne depuis 09:49:26');
  });
});

describe('whom a message went to', () => {
  it('is told with name and number', () => {
    expect(addressee(null, names)).to.equal('à tous');
    expect(addressee(person(2), names)).to.equal('à Élodie Courtin, n°\u00a02');
  });
});

describe('more time', () => {
  const range = { min: 10, max: 300 };
  it('is a usual length, or one’s own within what the rules take', () => {
    expect(secondsGiven('60', '', range)).to.equal(60);
    expect(secondsGiven(OWN_TIME, ' 45 ', range)).to.equal(45);
    for (const wrong of ['', '9', '301', '1.5', 'dix', '-30'])
      expect(secondsGiven(OWN_TIME, wrong, range), wrong).to.equal(null);
  });
});

describe('what a closing leaves to be done', () => {
  const queue = {
    coming: [person(1), person(2)],
    chosen: [],
    passed: [person(3)],
    absent: [person(4)],
    planned: [],
  };
  const session = runningState().sessions.get(SESSION) ?? expect.fail();

  it('goes to the next session with its hour, nobody made absent by it', () => {
    const next = { ...session, number: 4, startsAt: AT + 3_600_000 };
    const lines = remaining({ queue, session, sessions: [session, next] });
    expect(lines).to.have.length(3);
    expect(lines[0]).to.equal(
      '2\u00a0internes sans choix\u00a0: dans l’appel de la session 4, à 10\u00a0h\u00a049, avant ses propres internes, sans absence.',
    );
    expect(lines[2]).to.include('à affecter');
  });

  it('goes on the list to assign after the last one, and is nothing where all have chosen', () => {
    const lines = remaining({ queue, session, sessions: [session] });
    expect(lines[0]).to.include('sur la liste à affecter');
    const done = { coming: [], chosen: [person(1)], passed: [], absent: [], planned: [] };
    expect(remaining({ queue: done, session, sessions: [session] })).to.deep.equal([]);
  });
});

describe('a keyboard shortcut', () => {
  const pressed = { altKey: true, shiftKey: true, ctrlKey: false, metaKey: false };
  it('is Alt, Maj and the letter printed on the key', () => {
    expect(shortcutOf({ ...pressed, key: 'P', code: 'KeyP' })).to.equal('pause');
    expect(shortcutOf({ ...pressed, key: 'M', code: 'Semicolon' })).to.equal('message'); // AZERTY
    expect(shortcutOf({ ...pressed, key: 'Ô', code: 'KeyJ' })).to.equal('journal'); // macOS
    expect(shortcutOf({ ...pressed, key: 'X', code: 'KeyX' })).to.equal(null);
  });

  it('is nothing without Alt and Maj, nor with another key beside them', () => {
    expect(shortcutOf({ ...pressed, altKey: false, key: 'P', code: 'KeyP' })).to.equal(null);
    expect(shortcutOf({ ...pressed, shiftKey: false, key: 'p', code: 'KeyP' })).to.equal(null);
    expect(shortcutOf({ ...pressed, ctrlKey: true, key: 'P', code: 'KeyP' })).to.equal(null);
  });

  it('stays switched off on this device, and is on where nothing can be kept', () => {
    const kept = new Map<string, string>();
    const shelf = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    };
    expect(shortcutsWanted(shelf)).to.equal(true);
    wantShortcuts(shelf, false);
    expect(shortcutsWanted(shelf)).to.equal(false);
    wantShortcuts(shelf, true);
    expect(shortcutsWanted(shelf)).to.equal(true);
    const closed = () => {
      throw new Error('no storage');
    };
    expect(shortcutsWanted({ getItem: closed, setItem: closed })).to.equal(true);
    wantShortcuts({ getItem: closed, setItem: closed }, false);
  });
});

describe('a telephone number', () => {
  it('is read in pairs, and dialled as it is', () => {
    expect(frenchPhone('0639984712')).to.equal('06\u00a039\u00a098\u00a047\u00a012');
    expect(frenchPhone('+33 6 39 98 47 12')).to.equal('06\u00a039\u00a098\u00a047\u00a012');
    expect(frenchPhone('poste 12')).to.equal('poste 12');
    expect(phoneLink('+33 6 39 98 47 12')).to.equal('tel:+33639984712');
  });
});

describe('what the room speaks', () => {
  it('is who is called and offline, for whom nothing is possible, and why it pauses', () => {
    expect(callText('n°\u00a0135', 20)).to.equal(
      'Appel du n°\u00a0135, hors ligne. Absence dans 20\u00a0secondes.',
    );
    expect(noPostText('n°\u00a0135')).to.include('Aucun poste possible');
    expect(pauseText({ at: AT, reason: null, automatic: 'absences' })).to.equal(
      'Session en pause. Absences en série. Le temps est arrêté.',
    );
    expect(pauseText({ at: AT, reason: 'Une question', automatic: null })).to.equal(
      'Session en pause. Motif\u00a0: Une question. Le temps est arrêté.',
    );
  });
});

describe('the strip’s hours', () => {
  it('say the planned end, and no estimate in a pause', () => {
    const state = runningState();
    const session = state.sessions.get(SESSION) ?? expect.fail();
    expect(paceShown(state, session, 40, AT)).to.deep.include({ rhythm: null, planned: '10\u00a0h\u00a049' });
    expect(paceShown(state, session, 40, AT).end).to.match(/^9\u00a0h\u00a05/u);
    const paused = runningState({ state: 'paused' });
    const frozen = paused.sessions.get(SESSION) ?? expect.fail();
    expect(paceShown(paused, frozen, 40, AT).end).to.equal('suspendue');
    const closed = runningState({ state: 'closed', called: null });
    const over = closed.sessions.get(SESSION) ?? expect.fail();
    expect(paceShown(closed, over, 40, AT)).to.include({ end: null, planned: null });
  });
});

describe('an act that another hand was quicker with', () => {
  it('is told as who did what', () => {
    const fact: Fact = { kind: 'prolonged', person: person(2), turn: 1, byMs: 60_000, reason: seal('x') };
    expect(deedText(row(1, [fact], 'Marc Ollivier'), names)).to.equal(
      'Marc Ollivier a prolongé de 1\u00a0min le tour d’Élodie Courtin',
    );
    expect(deedText(row(1, [{ kind: 'resumed', at: AT }]), names)).to.equal('Le serveur a repris la session');
    expect(deedText(row(1, []), names)).to.equal(null);
  });

  it('names the person and the post of what was not applied', () => {
    const about = { person: person(1), turn: 1, on: 'awaited', reason: 'x' } as const;
    expect(commandText({ type: 'chooseOnBehalf', post: POST, ...about }, names)).to.equal(
      'choisir Chirurgie digestive, Hôpital Avicenne à la place d’Élodie Rambaud',
    );
    expect(commandText({ type: 'pass', ...about }, names)).to.equal('passer le tour d’Élodie Rambaud');
    const correct = { type: 'correct', person: person(1), from: POST, reason: 'x' } as const;
    expect(commandText({ ...correct, to: null }, names)).to.equal('retirer le choix d’Élodie Rambaud');
    expect(withDe('Marc')).to.equal('de Marc');
  });
});
