/** The interns' list in passing order, its notes and its summary line. */
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { listRows, listSummary } from '../../../client/room/list-rows.ts';
import type { ListRow } from '../../../client/room/list-rows.ts';
import type { PublicFact } from '../../../machines/session/public-facts.ts';
import { called, directoryOf, person, running, service, SESSION } from '../stage.ts';

const rows = (facts: readonly PublicFact[]): readonly ListRow[] =>
  listRows(running(6, facts), directoryOf(6), SESSION, person(5));

const TALE: readonly PublicFact[] = [
  { kind: 'chosen', person: person(1), service: service(1), at: 1 },
  { kind: 'absent', person: person(2), at: 2 },
  called(3, 3, 1),
  { kind: 'returned', person: person(2) },
  { kind: 'notChoosing', person: person(4) },
];

describe('the interns’ list', () => {
  it('goes by passing order: those who have passed, the one choosing, the returned, those to come', () => {
    expect(rows(TALE).map(({ number, kind }) => `${number} ${kind}`)).to.deep.equal([
      '1 chosen',
      '4 notChoosing',
      '3 called',
      '2 returned',
      '5 waiting',
      '6 waiting',
    ]);
  });

  it('names the service chosen, never a post, and marks me', () => {
    const [first] = rows(TALE);
    expect(first?.service?.name).to.equal('Urologie');
    expect(Object.keys(first ?? {})).to.not.include('post');
    expect(rows(TALE).find(({ mine }) => mine)?.person).to.equal(person(5));
  });

  it('says behind whom the returned pass', () => {
    expect(rows(TALE).find(({ kind }) => kind === 'returned')?.note).to.equal(
      'passe juste après le n°\u00a03',
    );
  });

  it('sums itself up', () => {
    expect(listSummary(rows(TALE))).to.equal(
      'n°\u00a01 à 6 · 1\u00a0choix fait, 1\u00a0ne choisit pas, 4 à venir',
    );
  });
});
