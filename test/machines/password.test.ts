/** What a new password must be, whoever judges it. */
import { expect } from 'chai';
import {
  guessFault,
  lengthFault,
  partsToJudge,
  passwordFaultText,
  wordsOfOneself,
} from '../../machines/password.ts';

describe('a new password', () => {
  it('[ASVS 6.2.1] has 12 characters at least, counted as they are read', () => {
    expect(lengthFault('onze lettre')).to.equal('tooShort');
    expect(lengthFault('douze lettre')).to.equal(null);
    expect(lengthFault('🙂'.repeat(11))).to.equal('tooShort');
    expect(lengthFault('🙂'.repeat(12))).to.equal(null);
  });

  it('[ASVS 6.2.9] has 128 characters at most', () => {
    expect(lengthFault('🙂'.repeat(128))).to.equal(null);
    expect(lengthFault('x'.repeat(129))).to.equal('tooLong');
  });

  it('[ASVS 6.2.5] is of any characters: spaces alone around it count', () => {
    expect(lengthFault(`  ${'é'.repeat(8)}  `)).to.equal(null);
  });

  it('is refused where no part of it is hard to guess', () => {
    expect(guessFault([2, 1])).to.equal('guessable');
    expect(guessFault([0, 3])).to.equal(null);
  });

  it('is judged whole where it is short, else by its two ends', () => {
    expect(partsToJudge('x'.repeat(32))).to.deep.equal(['x'.repeat(32)]);
    expect(partsToJudge(`${'a'.repeat(40)}${'b'.repeat(60)}`)).to.deep.equal([
      'a'.repeat(32),
      'b'.repeat(32),
    ]);
  });

  it('[ASVS 6.2.11] is judged beside the words of the person and of the house', () => {
    expect(wordsOfOneself(['Œuvrard', 'Anne-Lise', 'al.oeuvrard@exemple.fr'])).to.include.members([
      'œuvrard',
      'anne',
      'lise',
      'oeuvrard',
      'exemple',
      'interne',
    ]);
  });

  it('is refused in a sentence that says what would do', () => {
    expect(passwordFaultText('tooShort')).to.match(/12 caractères/);
    expect(passwordFaultText('guessable')).to.match(/quatre ou cinq mots/);
  });
});
