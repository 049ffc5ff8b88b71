/** What a moderator on another page is told of a room with nobody in it. */
import { expect } from 'chai';
import { isDeskPage, unattendedTold } from '../../../client/desk/unattended-words.ts';

const one = (session: number, number: number) =>
  ({ session, number, amphitheatre: 1, title: 'Chirurgie, phase socle' }) as never;

describe('a live session with nobody in its room', () => {
  it('is said once, when it comes', () => {
    expect(unattendedTold(new Set(), [one(3, 2)])).to.equal(
      'Personne de l’ARS dans la salle\u00a0: Chirurgie, phase socle, session 2.',
    );
    expect(unattendedTold(new Set([3]), [one(3, 2)])).to.equal(null);
    expect(unattendedTold(new Set([3]), [one(3, 2), one(4, 1)])).to.equal(
      'Personne de l’ARS dans la salle\u00a0: Chirurgie, phase socle, session 1.',
    );
    expect(unattendedTold(new Set([3]), [])).to.equal(null);
  });

  it('is told on the pages of the desk, the day board apart, which says it itself', () => {
    for (const path of ['/salle', '/salle/3', '/salle/3/journal/9', '/salle/3/preparation', '/etats/9'])
      expect(isDeskPage(path), path).to.equal(true);
    for (const path of ['/journee', '/', '/ma-session', '/salles'])
      expect(isDeskPage(path), path).to.equal(false);
  });
});
