/** `test/ASVS.md` says which test holds each item of OWASP ASVS 5.0: all that tests cite, and nothing else. */
import { expect } from 'chai';
import { citedItems, lineOf } from './asvs-titles.ts';
import { read } from './tree.ts';

const lines = read('test/ASVS.md').split('\n');
const cells = (line: string): readonly string[] =>
  line.split(' | ').map(cell => cell.replace(/^\| | \|$/gu, ''));
const section = (title: string): readonly string[] => {
  const from = lines.indexOf(title);
  const rest = lines.slice(from + 1);
  const to = rest.findIndex(line => line.startsWith('## '));
  return (to < 0 ? rest : rest.slice(0, to)).filter(line => /^\| \d/u.test(line));
};

describe('the table of ASVS items', () => {
  const wanted = new Set(citedItems().map(lineOf));

  it('has a line for every test that cites one, to be pasted where it is missing', () => {
    const told = new Set(section('## Tests'));
    expect([...wanted].filter(line => !told.has(line)).join('\n')).to.equal('');
  });

  it('names no test that there is not', () => {
    expect(section('## Tests').filter(line => !wanted.has(line))).to.deep.equal([]);
  });

  it('says in a sentence what each item asks', () => {
    const explained = section('## Items').map(line => cells(line)[0]);
    const cited = [...new Set(citedItems().map(({ item }) => item))];
    expect(cited.filter(item => !explained.includes(item))).to.deep.equal([]);
    expect(explained.filter(item => item !== undefined && !cited.includes(item))).to.deep.equal([]);
    expect(explained.length).to.equal(new Set(explained).size);
  });
});
