/** What a moderator on another page is told of a room with nobody in it. */
import { expect } from 'chai';
import { isAlertedAt, unattendedTold } from '../../../client/desk/unattended-words.ts';

const NINE = Date.UTC(2027, 2, 22, 8);
const one = (session: number, number: number) =>
  ({
    session,
    number,
    amphitheatre: 1,
    title: 'Chirurgie, phase socle',
    why: 'live',
    startsAt: NINE,
  }) as never;

describe('a live session with nobody in its room', () => {
  it('is said once, when it comes', () => {
    expect(unattendedTold(new Set(), [one(3, 2)])).to.equal(
      'Personne de l’ARS dans la salle\u00a0: Chirurgie, phase socle, session 2.',
    );
    expect(unattendedTold(new Set(['3 live']), [one(3, 2)])).to.equal(null);
    expect(unattendedTold(new Set(['3 live']), [one(3, 2), one(4, 1)])).to.equal(
      'Personne de l’ARS dans la salle\u00a0: Chirurgie, phase socle, session 1.',
    );
    expect(unattendedTold(new Set(['3 live']), [])).to.equal(null);
  });

  it('is told again where it waited to start and runs without anybody now', () => {
    const waits = { ...(one(3, 2) as object), why: 'waits' } as never;
    expect(unattendedTold(new Set(), [waits])).to.equal(
      'Personne de l’ARS dans la salle\u00a0: Chirurgie, phase socle, session 2, attend l’ARS pour démarrer depuis 9\u00a0h.',
    );
    expect(unattendedTold(new Set(['3 waits']), [one(3, 2)])).to.include('session 2.');
  });

  it('is told wherever a moderator is, but on the day board, which says it itself, and in an intern’s room', () => {
    for (const path of ['/salle', '/salle/3/journal/9', '/etats/9', '/', '/profil', '/amphitheatres/3'])
      expect(isAlertedAt(path), path).to.equal(true);
    for (const path of ['/journee', '/ma-session', '/procuration', '/amphi-blanc/7'])
      expect(isAlertedAt(path), path).to.equal(false);
  });
});
