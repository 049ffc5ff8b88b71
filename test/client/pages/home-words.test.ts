/** What the first page says of the semester's size and days. */
import { expect } from 'chai';
import type { ListedAmphitheatre, ListedEstablishment } from '../../../client/http/answers.ts';
import { daysOf, offerSentence, sizeSentence } from '../../../client/pages/home-words.ts';

const at = (date: string): Pick<ListedAmphitheatre, 'firstAt' | 'sessions'> => ({
  firstAt: Date.parse(`${date}T09:00+02:00`),
  sessions: [],
});
const hospital = (offered: number, filled: number): ListedEstablishment => ({
  finess: '75',
  name: 'H',
  city: 'Paris',
  department: '75',
  services: 1,
  offered,
  filled,
});

describe('the first page', () => {
  it('tells the days of the choices, from the first session to the last', () => {
    expect(daysOf([at('2027-10-12'), at('2027-10-23')])).to.equal('du 12 au 23 octobre 2027');
    expect(daysOf([at('2027-03-28'), at('2027-04-01')])).to.equal('du 28 mars au 1er avril 2027');
    expect(daysOf([at('2027-03-22')])).to.equal('le 22 mars 2027');
    expect(daysOf([at('2026-12-23'), at('2027-03-22')])).to.equal('du 23 décembre 2026 au 22 mars 2027');
    expect(daysOf([{ firstAt: null, sessions: [] }])).to.equal(null);
  });

  it('counts posts, establishments and what is filled', () => {
    expect(offerSentence([hospital(1_200, 1), hospital(3, 1)])).to.equal(
      '1\u202f203\u00a0postes dans 2\u00a0établissements, 2\u00a0pourvus',
    );
  });

  it('counts nobody before a call list is published', () => {
    for (const list of [null, []]) expect(sizeSentence(list)).to.match(/^Suivez les postes/u);
    expect(offerSentence([])).to.not.match(/\d/u);
  });
});
