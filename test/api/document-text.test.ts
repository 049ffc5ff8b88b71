/** The pure parts of a PDF: letters that its faces have, lines that fit, the name of its file. */
import { expect } from 'chai';
import { disposition } from '../../api/documents/answer-document.ts';
import { fileNameOf } from '../../api/worker/documents/file-name.ts';
import { printable } from '../../api/worker/documents/fonts.ts';
import { writeList } from '../../api/worker/documents/list.ts';
import { wrapped } from '../../api/worker/documents/wrap.ts';
import { readPdf } from './support/pdf-reader.ts';

describe('the text of a document', () => {
  it('[K12] is in letters that the embedded faces have, the accent left out where that is all there is', () => {
    expect(printable('Œuvrard Şükrü Łęcki Nguyễn')).to.equal('Œuvrard Şükrü Łęcki Nguyễn');
    expect(printable('e\u0301te\u0301\u202f!\tA\u2011B')).to.equal('été\u00a0! A-B');
    expect(printable('李 ḱ')).to.equal('? k');
  });

  const width = (text: string): number => text.length;
  it('is cut into lines at spaces, inside a word only where the word alone is too long', () => {
    expect(wrapped('Chirurgie digestive', 20, width)).to.deep.equal(['Chirurgie digestive']);
    expect(wrapped('Chirurgie viscérale et digestive', 12, width)).to.deep.equal([
      'Chirurgie',
      'viscérale et',
      'digestive',
    ]);
    expect(wrapped('a Anticonstitutionnellement b', 10, width)).to.deep.equal([
      'a',
      'Anticonsti',
      'tutionnell',
      'ement b',
    ]);
    expect(wrapped('', 10, width)).to.deep.equal(['']);
  });

  it('is in a file whose name every system takes', () => {
    expect(fileNameOf('liste d’appel', 'Œuvre / été', '2027-05')).to.equal(
      'liste-d-appel-oeuvre-ete-2027-05',
    );
    expect(disposition('été "1".pdf')).to.equal(
      `attachment; filename="ete--1-.pdf"; filename*=UTF-8''%C3%A9t%C3%A9%20%221%22.pdf`,
    );
  });

  it('[K14] of 1,500 rows takes less than 2 s of processor, its head on each page', async function () {
    this.timeout(60_000);
    const rows = Array.from({ length: 1_500 }, (_none, index) => index + 1);
    const begun = process.cpuUsage();
    const { content } = await writeList<number>(
      {
        title: 'Liste d’appel',
        notes: [],
        fileName: 'liste',
        none: '',
        rows,
        listed: [],
        printed: [
          { title: 'N°', share: 6, text: String },
          { title: 'Interne', share: 20, header: true, text: row => `Dupont-Martin Marie-Éléonore ${row}` },
          { title: 'DES', share: 18, text: () => 'Chirurgie viscérale et digestive' },
          { title: 'Session', share: 15, text: row => `${row}\u00a0· 22 mars, 9\u00a0h\u00a015` },
          { title: 'État', share: 11, text: () => 'A choisi' },
          {
            title: 'Service',
            share: 30,
            text: row => `Chirurgie ${row % 40}, Hôpital Saint-Antoine (AP-HP)`,
          },
        ],
      },
      'pdf',
      { name: 'ARS', phone: '', email: '', hours: '' },
      0,
    );
    const { user, system } = process.cpuUsage(begun);
    expect((user + system) / 1_000).to.be.below(2_000);
    const { pages } = readPdf(content);
    expect(pages.length).to.be.greaterThan(30);
    for (const page of pages) expect(page).to.match(/N°\n/);
    expect(pages[2]).to.include(`page 3 sur ${pages.length}`);
  });
});
