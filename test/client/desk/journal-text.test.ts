/** The journal in French: what moderators read while a session runs. */
import { expect } from 'chai';
import { isPresenceAlone, journalText } from '../../../client/desk/journal-text.ts';
import { namesOf } from '../../../client/desk/names.ts';
import type { LineId } from '../../../machines/ids.ts';
import { seal } from '../../../machines/sealed.ts';
import type { Fact } from '../../../machines/session/facts.ts';
import { AT, DIRECTORY, POST, person, row, SERVICE } from './fixtures.ts';

const names = namesOf(DIRECTORY);
const text = (fact: Fact, who = 'Serveur'): string | null => journalText(row(1, [fact], who), names);

describe('a line of the journal', () => {
  it('[M21] says why somebody was added, which no fact tells', () => {
    const [joined] = EVERY.joined;
    expect(journalText({ ...row(1, [joined], 'Nadia Ferhat'), reason: seal('Oubli') }, names)).to.equal(
      'Nadia Ferhat\u00a0: n°\u00a01 dans la liste d’appel, en absence, «\u00a0Oubli\u00a0»',
    );
  });

  it('names a call, whether the person is there, and when its clock ends', () => {
    const called = { kind: 'called', person: person(1), turn: 1, at: AT, leftMs: 20_000 } as const;
    expect(text({ ...called, mode: 'awaited', endsAt: AT + 20_000 })).to.equal(
      'Serveur\u00a0: appel du n°\u00a01, hors ligne, absence à 09:49:46',
    );
    expect(text({ ...called, mode: 'choosing', endsAt: AT + 90_000 })).to.equal(
      'Serveur\u00a0: appel du n°\u00a01, en ligne, fin à 09:50:56',
    );
    expect(text({ ...called, mode: 'awaited', endsAt: null })).to.include('20\u00a0s gardées');
  });

  it('says a choice once, by its service, without its seat', () => {
    const facts: Fact[] = [
      { kind: 'chosen', person: person(2), service: SERVICE, turn: 2, at: AT },
      { kind: 'seat', post: POST, line: 11 as LineId, filled: true },
      { kind: 'assigned', person: person(2), post: POST, turn: 2, by: 'intern', status: 'classic' },
    ];
    expect(journalText(row(2, facts, 'Interne'), names)).to.equal(
      'n°\u00a02\u00a0: choisit Chirurgie digestive, Hôpital Avicenne',
    );
  });

  it('says whose hand a choice on behalf was', () => {
    const facts: Fact[] = [
      { kind: 'chosen', person: person(2), service: SERVICE, turn: 2, at: AT },
      {
        kind: 'assigned',
        person: person(2),
        post: POST,
        turn: 2,
        by: 'moderator',
        status: 'classic',
        reason: seal('Dicté.'),
      },
    ];
    expect(journalText(row(2, facts, 'Marc Ollivier'), names)).to.equal(
      'Marc Ollivier\u00a0: n°\u00a02\u00a0: choisit Chirurgie digestive, Hôpital Avicenne\u202f; choix fait à sa place, «\u00a0Dicté.\u00a0»',
    );
  });

  it('joins the facts of one row', () => {
    const facts: Fact[] = [
      {
        kind: 'absent',
        person: person(1),
        cause: 'notConnected',
        at: AT,
        evidence: null,
        reason: null,
      },
      { kind: 'idle', closesAt: null },
    ];
    expect(journalText(row(3, facts), names)).to.equal(
      'Serveur\u00a0: n°\u00a01\u00a0: absence, hors ligne à l’appel\u202f; plus personne à appeler',
    );
  });

  it('quotes reasons, and says why a session paused itself', () => {
    const paused = { kind: 'paused', at: AT, leftMs: 5_000 } as const;
    expect(text({ ...paused, reason: seal('Une question.'), automatic: null }, 'Marc Ollivier')).to.equal(
      'Marc Ollivier\u00a0: pause, 5\u00a0s gardées, «\u00a0Une question.\u00a0»',
    );
    expect(text({ ...paused, reason: null, automatic: 'absences' })).to.include('absences en série');
  });

  it('leaves a purged reason out', () => {
    expect(text({ kind: 'excused', person: person(4), reason: seal('') })).to.equal(
      'Serveur\u00a0: n°\u00a04\u00a0: absence prévue',
    );
  });

  it('counts those who have no post at a forced closing', () => {
    const carried = [1, 2].map(order => ({
      person: person(order),
      state: 'waiting' as const,
      cause: null,
      returns: 0,
      owedReturn: false,
    }));
    expect(text({ kind: 'closed', at: AT, how: 'forced', carried, reason: seal('Incident.') })).to.equal(
      'Serveur\u00a0: session close, 2\u00a0internes sans choix, «\u00a0Incident.\u00a0»',
    );
  });

  it('is silent where nothing is worth a line', () => {
    expect(text({ kind: 'seat', post: POST, line: 11 as LineId, filled: true })).to.equal(null);
  });

  it('is of presence alone where only connections came and went', () => {
    const presence: Fact = { kind: 'presence', person: person(1), connected: true, at: AT };
    expect(isPresenceAlone(row(1, [presence]))).to.equal(true);
    expect(isPresenceAlone(row(1, [presence, { kind: 'resumed', at: AT }]))).to.equal(false);
  });
});

/** One fact of every kind, and its line: the compiler asks for a new one, this list for its sentence. */
const EVERY: { readonly [Kind in Fact['kind']]: readonly [Extract<Fact, { kind: Kind }>, string | null] } = {
  stateChanged: [{ kind: 'stateChanged', to: 'open' }, null],
  seat: [{ kind: 'seat', post: POST, line: 11 as LineId, filled: true }, null],
  assigned: [
    { kind: 'assigned', person: person(1), post: POST, turn: 1, by: 'intern', status: 'classic' },
    null,
  ],
  started: [
    { kind: 'started', at: AT, people: [{ person: person(1), state: 'waiting' }] },
    'session démarrée, 1\u00a0interne',
  ],
  called: [
    { kind: 'called', person: person(1), turn: 1, mode: 'awaited', at: AT, endsAt: AT, leftMs: 0 },
    'appel du n°\u00a01, hors ligne, absence à 09:49:26',
  ],
  clock: [
    { kind: 'clock', person: person(1), turn: 1, mode: 'recovering', endsAt: AT, leftMs: 84_000 },
    'n°\u00a01, reprise après incident, 1\u00a0min\u00a024\u00a0s gardées',
  ],
  chosen: [
    { kind: 'chosen', person: person(1), service: SERVICE, turn: 1, at: AT },
    'n°\u00a01\u00a0: choisit Chirurgie digestive, Hôpital Avicenne',
  ],
  lateChoice: [
    { kind: 'lateChoice', person: person(1), post: POST, turn: 1, receivedAt: AT },
    'n°\u00a01\u00a0: choix reçu trop tard, à 09:49:26 (Chirurgie digestive, Hôpital Avicenne)',
  ],
  absent: [
    { kind: 'absent', person: person(1), cause: 'timeRanOut', at: AT, evidence: null, reason: null },
    'n°\u00a01\u00a0: absence, temps écoulé',
  ],
  returned: [
    { kind: 'returned', person: person(1), at: AT, how: 'moderator' },
    'n°\u00a01 de retour, par l’ARS',
  ],
  waiting: [
    { kind: 'waiting', person: person(1) },
    'n°\u00a01\u00a0: absence prévue levée, reprend sa place',
  ],
  excused: [
    { kind: 'excused', person: person(1), reason: seal('Congé') },
    'n°\u00a01\u00a0: absence prévue, «\u00a0Congé\u00a0»',
  ],
  presence: [{ kind: 'presence', person: person(1), connected: false, at: AT }, 'n°\u00a01 hors ligne'],
  status: [
    { kind: 'status', person: person(1), status: 'supernumeraryValidating' },
    'n°\u00a01\u00a0: surnombre validant',
  ],
  mandate: [
    { kind: 'mandate', person: person(1), held: false },
    'n°\u00a01\u00a0: procuration sans effet désormais',
  ],
  corrected: [
    {
      kind: 'corrected',
      person: person(1),
      from: POST,
      to: null,
      turn: 1,
      status: 'classic',
      reason: seal('Erreur'),
    },
    'n°\u00a01\u00a0: choix retiré, «\u00a0Erreur\u00a0»',
  ],
  prolonged: [
    { kind: 'prolonged', person: person(1), turn: 1, byMs: 60_000, reason: seal('Réseau') },
    'n°\u00a01\u00a0: tour prolongé de 1\u00a0min, «\u00a0Réseau\u00a0»',
  ],
  passed: [
    { kind: 'passed', person: person(1), at: AT, reason: seal('') },
    'n°\u00a01\u00a0: tour passé, aucun poste possible',
  ],
  withoutPost: [
    { kind: 'withoutPost', person: person(1), reason: seal('Renonce') },
    'n°\u00a01\u00a0: sans poste, «\u00a0Renonce\u00a0»',
  ],
  joined: [
    { kind: 'joined', person: person(1), callOrder: 1, state: 'absent', at: AT, edition: 2 },
    'n°\u00a01 dans la liste d’appel, en absence',
  ],
  postsAdded: [
    { kind: 'postsAdded', posts: [], edition: 2, at: AT, reason: seal('Oubli') },
    '0\u00a0poste ajouté à l’offre, «\u00a0Oubli\u00a0»',
  ],
  message: [
    { kind: 'message', to: person(1), at: AT, text: seal('Rappelez-nous.') },
    'message au n°\u00a01, «\u00a0Rappelez-nous.\u00a0»',
  ],
  phoneRead: [{ kind: 'phoneRead', person: person(1) }, 'affiche le téléphone du n°\u00a01'],
  possible: [
    { kind: 'possible', person: person(1), turn: 1, any: false },
    'n°\u00a01\u00a0: aucun poste possible',
  ],
  postBlocked: [
    { kind: 'postBlocked', post: POST, line: 11 as LineId, blocked: true, reason: seal('Travaux') },
    'Chirurgie digestive, Hôpital Avicenne\u00a0: poste retiré de l’offre, «\u00a0Travaux\u00a0»',
  ],
  paused: [
    { kind: 'paused', at: AT, reason: null, automatic: 'incident', leftMs: null },
    'pause automatique, incident',
  ],
  resumed: [{ kind: 'resumed', at: AT }, 'reprise'],
  idle: [{ kind: 'idle', closesAt: AT }, 'plus personne à appeler, clôture à 09:49:26'],
  credit: [{ kind: 'credit', from: AT, to: AT + 12_000 }, 'incident de 12\u00a0s de notre côté, temps rendu'],
  closed: [
    { kind: 'closed', at: AT, how: 'finished', carried: [], reason: null },
    'session close d’elle-même',
  ],
};

describe('the sentences of the journal', () => {
  for (const [kind, [fact, sentence]] of Object.entries(EVERY))
    it(`have one for ${kind}, or say nothing on purpose`, () => {
      expect(text(fact, 'Interne')).to.equal(sentence);
    });
});
