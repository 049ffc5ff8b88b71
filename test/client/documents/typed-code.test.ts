/** What is typed, and what a file is called: the pure parts of the documents’ pages. */
import { expect } from 'chai';
import { fileNameIn } from '../../../client/documents/file-answer.ts';
import { grouped, isWhole } from '../../../client/documents/typed-code.ts';

describe('a certificate’s code as typed', () => {
  it('is grouped as on paper, whatever stands between', () => {
    expect(grouped('7f3k2 9qwer–x1z8m.4t6vb')).to.equal('7F3K2-9QWER-X1Z8M-4T6VB');
    expect(grouped('7f3')).to.equal('7F3');
    expect(grouped('')).to.equal('');
  });

  it('is whole with twenty letters and digits, no more and no fewer', () => {
    expect(isWhole('7F3K2-9QWER-X1Z8M-4T6VB')).to.equal(true);
    expect(isWhole('7F3K2-9QWER-X1Z8M-4T6V')).to.equal(false);
    expect(isWhole('7F3K2-9QWER-X1Z8M-4T6VBB')).to.equal(false);
  });
});

describe('the name of a downloaded file', () => {
  it('is the French one, else the plain one, else a word', () => {
    expect(fileNameIn(`attachment; filename="a.pdf"; filename*=UTF-8''%C3%A9t%C3%A9.pdf`)).to.equal(
      'été.pdf',
    );
    expect(fileNameIn('attachment; filename="liste.csv"')).to.equal('liste.csv');
    expect(fileNameIn(`attachment; filename="a.pdf"; filename*=UTF-8''%E9`)).to.equal('a.pdf');
    expect(fileNameIn('')).to.equal('document');
  });
});
