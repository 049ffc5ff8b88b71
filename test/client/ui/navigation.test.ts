/** The top bar leads only where there is a page, for whoever is signed in. */
import { expect } from 'chai';
import type { Identity, Me } from '../../../client/http/answers.ts';
import { movedTo } from '../../../client/ui/keys.ts';
import {
  destinations,
  fullName,
  furtherDestinations,
  inBar,
  leadsTo,
} from '../../../client/ui/navigation.ts';

const NOBODY: Me = { intern: null, mandatary: null, moderator: null };
const somebody: Identity = {
  name: 'Aubertin',
  firstName: 'Camille',
  email: 'c@exemple.fr',
  person: null,
  callOrder: null,
  amphitheatre: null,
  session: null,
  edition: null,
  forPerson: null,
  administrator: false,
  toBeConfirmed: false,
  facultyMissing: false,
  seenBy: null,
};
const words = (me: Me | null): readonly string[] => destinations(me).map(({ word }) => word);
const further = (me: Me | null, development = false): readonly string[] =>
  furtherDestinations(me, development).map(({ word }) => word);

describe('the navigation', () => {
  it('shows the public pages to everybody', () => {
    const shown = ['Accueil', 'Postes offerts', 'Amphithéâtres', 'Affectations'];
    expect(words(null)).to.deep.equal(shown);
    expect(words(NOBODY)).to.deep.equal(shown);
  });

  it('has room in the bar for four of them, where each account is at work before all', () => {
    const shown = (me: Me): readonly string[] => inBar(destinations(me)).map(({ word }) => word);
    const intern = ['Mon amphithéâtre', 'Mes favoris', 'Ma session'];
    expect(shown({ ...NOBODY, intern: somebody })).to.deep.equal([...intern, 'Postes offerts']);
    const both = { ...NOBODY, intern: somebody, mandatary: somebody };
    expect(shown(both)).to.deep.equal([...intern, 'Procuration']);
    expect(shown({ ...both, moderator: somebody })).to.include.members([
      'Ma session',
      'Procuration',
      'Salle',
    ]);
  });

  it('shows each signed-in account its own place first, several at once', () => {
    expect(words({ ...NOBODY, intern: somebody, mandatary: somebody })).to.deep.equal([
      'Mon amphithéâtre',
      'Mes favoris',
      'Ma session',
      'Procuration',
      'Postes offerts',
    ]);
  });

  it('leads moderators to the day’s board, then to the rooms', () => {
    expect(words({ ...NOBODY, moderator: somebody }).slice(0, 2)).to.deep.equal(['Journée', 'Salle']);
    expect(words({ ...NOBODY, intern: somebody })).to.not.include('Journée');
  });

  it('shows the mailbox in development alone', () => {
    expect(further(NOBODY, true)).to.include('Courriers');
    expect(further(NOBODY, false)).to.not.include('Courriers');
  });

  it('keeps every public page within reach, once, in the bar or behind its button', () => {
    const all = [
      'Amphithéâtres',
      'Affectations',
      'Établissements',
      'Taux d’adéquation',
      'Informations utiles',
    ];
    for (const me of [NOBODY, { ...NOBODY, intern: somebody, mandatary: somebody, moderator: somebody }]) {
      const reached = [...words(me), ...further(me)];
      expect(reached).to.include.members(all);
      expect(new Set(reached).size).to.equal(reached.length);
    }
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
