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
