/** The amphitheatre's record in words: what was done, about whom, and why. */
import { expect } from 'chai';
import { namesOf } from '../../../client/desk/names.ts';
import type { RecordedAct } from '../../../client/http/answers.ts';
import { actText } from '../../../client/desk/act-text.ts';
import { DIRECTORY, person, POST } from './fixtures.ts';

describe('the record of an amphitheatre', () => {
  const NOTHING = { person: null, status: null, post: null, blocked: null, seconds: null, reason: null };
  const said = (act: Partial<RecordedAct> & Pick<RecordedAct, 'act'>): string =>
    actText({ ...NOTHING, ...act }, namesOf(DIRECTORY));

  it('says why beside what was done, and nothing where no reason is on record', () => {
    expect(said({ act: 'withdraw', reason: 'Erreur de classement' })).to.equal(
      'amphithéâtre ramené d’une étape, «\u00a0Erreur de classement\u00a0»',
    );
    expect(said({ act: 'validate' })).to.equal('amphithéâtre validé');
  });

  it('names the person it is about', () => {
    const about = { person: person(1) };
    expect(said({ act: 'extraTurn', ...about, seconds: 60 })).to.equal(
      'Élodie Rambaud\u00a0: tour plus long de 1\u00a0min',
    );
    expect(said({ act: 'extraTurn', ...about, seconds: 0 })).to.include('tour de la durée commune');
    expect(said({ act: 'setStatus', ...about, status: 'supernumeraryValidating' })).to.include(
      '\u00a0: surnombre validant',
    );
    expect(said({ act: 'readPhone', ...about })).to.equal('affiche le téléphone d’Élodie Rambaud');
  });

  it('names the post that was taken out of the offer or put back', () => {
    const [out, back] = [true, false].map(blocked => said({ act: 'setPost', post: POST, blocked }));
    expect(out).to.equal('Chirurgie digestive, Hôpital Avicenne\u00a0: retiré de l’offre');
    expect(back).to.include('remis dans l’offre');
  });
});
