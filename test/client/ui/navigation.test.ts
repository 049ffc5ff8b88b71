/** The top bar leads only where there is a page, for whoever is signed in. */
import { expect } from 'chai';
import type { Identity, Me } from '../../../client/http/answers.ts';
import { movedTo } from '../../../client/ui/keys.ts';
import { destinations, fullName, leadsTo } from '../../../client/ui/navigation.ts';

const NOBODY: Me = { intern: null, mandatary: null, moderator: null };
const somebody: Identity = {
  name: 'Aubertin',
  firstName: 'Camille',
  email: 'c@exemple.fr',
  person: null,
  callOrder: null,
  amphitheatre: null,
  session: null,
  forPerson: null,
};
const words = (me: Me | null, development = false): readonly string[] =>
  destinations(me, development).map(({ word }) => word);

describe('the navigation', () => {
  it('shows the public pages to everybody', () => {
    expect(words(null)).to.deep.equal(['Accueil', 'Amphithéâtres', 'Affectations']);
    expect(words(NOBODY)).to.deep.equal(['Accueil', 'Amphithéâtres', 'Affectations']);
  });

  it('shows each signed-in account its own place first, several at once', () => {
    expect(words({ ...NOBODY, intern: somebody, mandatary: somebody })).to.deep.equal([
      'Mon amphithéâtre',
      'Procuration',
      'Amphithéâtres',
      'Affectations',
    ]);
  });

  it('shows the mailbox in development alone', () => {
    expect(words(NOBODY, true)).to.include('Courriers');
    expect(words(NOBODY, false)).to.not.include('Courriers');
  });

  it('marks the destination that one is under, and home only at home', () => {
    const home = { href: '/', word: 'Accueil' };
    const room = { href: '/salle', word: 'Salle' };
    expect(leadsTo(home, '/')).to.equal(true);
    expect(leadsTo(home, '/salle')).to.equal(false);
    expect(leadsTo(room, '/salle/3')).to.equal(true);
    expect(leadsTo(room, '/salles')).to.equal(false);
  });

  it('names people by first name and name, moderators by their name alone', () => {
    expect(fullName(somebody)).to.equal('Camille Aubertin');
    expect(fullName({ ...somebody, firstName: null })).to.equal('Aubertin');
  });

  it('moves within a row of tabs by the arrows, round the ends, and to both ends', () => {
    expect(movedTo('ArrowRight', 2, 3)).to.equal(0);
    expect(movedTo('ArrowLeft', 0, 3)).to.equal(2);
    expect(movedTo('Home', 2, 3)).to.equal(0);
    expect(movedTo('End', 0, 3)).to.equal(2);
    expect(movedTo('a', 0, 3)).to.equal(null);
  });
});
