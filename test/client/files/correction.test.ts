/** A correction sends what differs alone, and tells what cannot be sent; a file has the acts that its account takes. */
import { expect } from 'chai';
import { changesOf, typedOf } from '../../../client/files/correction.ts';
import { actsOfFile } from '../../../client/files/file-acts.ts';

const file = {
  name: 'Œuvrard',
  firstName: 'Étienne',
  birthName: 'Martin',
  email: 'a@b.fr',
  phone: '0600000000',
  faculty: '',
  validatedSemesters: 4,
  supernumerarySemesters: 0,
  researchYearSemesters: 0,
  researchLeaveSemesters: 0,
  nationalRank: 12,
  localRank: 3,
  localHeadcount: 40,
  specialtyId: 7,
  promotion: 2024,
};

describe('a correction', () => {
  const corrected = (changes: object) => changesOf(file, { ...typedOf(file), ...changes });

  it('sends nothing where nothing differs', () => {
    expect(corrected({ name: ' Œuvrard ' })).to.deep.equal({ changes: {}, wrong: [] });
  });

  it('sends numbers as numbers, and an emptied birth name as none', () => {
    expect(corrected({ localRank: '7', birthName: '' }).changes).to.deep.equal({
      localRank: 7,
      birthName: null,
    });
  });

  it('sends a DES by its number', () => {
    expect(corrected({ specialtyId: '8' })).to.deep.equal({ changes: { specialtyId: 8 }, wrong: [] });
  });

  it('tells what cannot be sent', () => {
    expect(corrected({ localRank: 'x', email: 'a', name: '', phone: '' }).wrong).to.have.members([
      'email',
      'name',
      'localRank',
    ]);
  });
});

describe('a file', () => {
  const account = {
    email: 'a@b.fr',
    phone: '',
    createdAt: 0,
    lastUsedAt: null,
    toBeConfirmed: false,
    confirmedAt: null,
    secretQuestion: null,
    secretTriesLeft: 3,
  };

  it('has acts that its account takes, and none where there is no account', () => {
    expect(actsOfFile({ account: null, signingUp: null })).to.deep.equal([]);
    expect(actsOfFile({ account: null, signingUp: 'a@b.fr' })).to.deep.equal(['confirmation']);
    expect(actsOfFile({ account, signingUp: null })).to.deep.equal(['password-reset', 'see-as']);
    const unconfirmed = { ...account, toBeConfirmed: true };
    expect(actsOfFile({ account: unconfirmed, signingUp: null })).to.include.members([
      'confirm',
      'delete-account',
    ]);
  });
});
