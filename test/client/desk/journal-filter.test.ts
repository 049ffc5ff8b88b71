/** The journal's filters: about whom, of which kind. */
import { expect } from 'chai';
import { JOURNAL_KINDS, journalRows, narrows } from '../../../client/desk/journal-filter.ts';
import type { JournalKind } from '../../../client/desk/journal-filter.ts';
import { namesOf } from '../../../client/desk/names.ts';
import { seal } from '../../../machines/sealed.ts';
import { AT, DIRECTORY, person, row, SERVICE } from './fixtures.ts';

const names = namesOf({
  ...DIRECTORY,
  people: [
    ...DIRECTORY.people,
    { ...(DIRECTORY.people[0] ?? expect.fail('nobody')), id: person(9), name: 'Bis', callOrder: 1.5 },
  ],
});
const rows = [
  row(1, [{ kind: 'chosen', person: person(2), service: SERVICE, turn: 2, at: AT }], 'Interne'),
  row(2, [{ kind: 'paused', at: AT, reason: seal('x'), automatic: null, leftMs: null }]),
  row(3, [
    { kind: 'absent', person: person(1), cause: 'timeRanOut', at: AT, evidence: null, reason: null },
    { kind: 'called', person: person(2), turn: 3, mode: 'choosing', at: AT, endsAt: AT, leftMs: 0 },
  ]),
  row(4, [{ kind: 'message', to: person(3), at: AT, text: seal('Rappelez-nous.') }]),
  row(5, [{ kind: 'phoneRead', person: person(9) }]),
];
const seqs = (kind: JournalKind, who = ''): readonly number[] =>
  journalRows(rows, { kind, person: who }, names).map(({ seq }) => seq);

describe('the journal’s filters', () => {
  it('keep everything where nothing is asked', () => {
    expect(seqs('acts')).to.deep.equal([1, 2, 3, 4, 5]);
    expect(narrows({ kind: 'acts', person: ' ' })).to.equal(false);
    expect(narrows({ kind: 'all', person: '' })).to.equal(false);
  });

  it('keep a row for each kind of fact that it holds', () => {
    expect(seqs('choices')).to.deep.equal([1]);
    expect(seqs('session')).to.deep.equal([2]);
    expect(seqs('absences')).to.deep.equal([3]);
    expect(seqs('turns')).to.deep.equal([3]);
    expect(seqs('told')).to.deep.equal([4, 5]);
    expect(narrows({ kind: 'turns', person: '' })).to.equal(true);
  });

  it('find a person by a part of the name, accents forgiven', () => {
    expect(seqs('acts', 'elodie ramb')).to.deep.equal([3]);
    expect(seqs('acts', 'courtin')).to.deep.equal([1, 3]);
    expect(seqs('turns', 'courtin')).to.deep.equal([3]);
    expect(seqs('acts', 'sissoko')).to.deep.equal([4]);
  });

  it('find a number and no other that holds it', () => {
    expect(seqs('acts', '2')).to.deep.equal([1, 3]);
    expect(seqs('acts', '1')).to.deep.equal([3]);
    expect(seqs('acts', '1 bis')).to.deep.equal([5]);
  });

  it('are offered each once', () => {
    const kinds = JOURNAL_KINDS.map(([kind]) => kind);
    expect(new Set(kinds).size).to.equal(kinds.length);
  });
});
