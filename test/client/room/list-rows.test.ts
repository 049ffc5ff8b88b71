/** The interns' list in passing order, its notes and its summary line. */
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { listRows, listSummary } from '../../../client/room/list-rows.ts';
import type { ListRow } from '../../../client/room/list-rows.ts';
import type { PublicFact } from '../../../machines/session/public-facts.ts';
import { fromSnapshot, toSnapshot } from '../../../machines/session/public-state.ts';
import type { SessionId } from '../../../machines/ids.ts';
import { listParts, wholeSummary } from '../../../client/room/list-parts.ts';
import { called, directoryOf, person, running, service, SESSION, snapshotOf } from '../stage.ts';

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

describe('the whole amphitheatre in the interns’ list', () => {
  const NEXT = (SESSION + 1) as SessionId;
  /** Six people, the last two in a second session; `uncut`: in none. */
  const whole = (facts: readonly PublicFact[] = [], uncut = false) => {
    const one = toSnapshot(running(6, facts));
    return fromSnapshot({
      ...one,
      sessions: [
        ...one.sessions,
        ...snapshotOf(0).sessions.map(session => ({ ...session, id: NEXT, number: 2 })),
      ],
      people: one.people.map(row =>
        row[1] > 4 ? [row[0], row[1], uncut ? null : NEXT, row[3], row[4], row[5]] : row,
      ),
    });
  };

  it('has its sessions as parts, mine and the live one told, each summed up', () => {
    const parts = listParts(whole(TALE), person(5));
    expect(parts.map(({ name, mine, live, summary }) => [name, mine, live, summary])).to.deep.equal([
      ['Session 1', false, true, 'n°\u00a01 à 4 · 1\u00a0choix fait, 1\u00a0ne choisit pas, 2 à venir'],
      ['Session 2', true, false, 'n°\u00a05 à 6 · 0\u00a0choix fait, 2 à venir'],
    ]);
  });

  it('shows in a part that is not mine who chooses there', () => {
    const state = whole(TALE);
    const rows = listRows(state, directoryOf(6), SESSION, person(5));
    expect(rows.filter(({ kind }) => kind === 'called').map(({ number }) => number)).to.deep.equal([3]);
    expect(rows.some(({ mine }) => mine)).to.equal(false);
    expect(listRows(state, directoryOf(6), NEXT, person(5)).map(({ mine }) => mine)).to.deep.equal([
      true,
      false,
    ]);
  });

  it('says how far all of it is', () => {
    expect(wholeSummary(whole(TALE))).to.equal('1\u00a0choix fait sur 6 internes, session 1 sur 2 en cours');
  });

  it('lists whoever is in no session yet, in call order', () => {
    const parts = listParts(whole([], true), person(5));
    expect(parts.map(({ name }) => name)).to.deep.equal(['Session 1', 'Pas encore de session']);
    expect(
      listRows(whole([], true), directoryOf(6), null, person(5)).map(({ number }) => number),
    ).to.deep.equal([5, 6]);
  });
});
