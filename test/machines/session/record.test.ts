/** A session's record folded from its facts: what the day board and the list of those left over read. */
import { expect } from 'chai';
import type { PersonId } from '../../../machines/ids.ts';
import { seal } from '../../../machines/sealed.ts';
import type { Fact } from '../../../machines/session/facts.ts';
import { emptyRecord, foldRow } from '../../../machines/session/record.ts';
import type { SessionRecord } from '../../../machines/session/record.ts';

const [anna, bruno, chloe] = ['anna', 'bruno', 'chloe'] as PersonId[] as [PersonId, PersonId, PersonId];
const AT = 1_000_000;

const called = (person: PersonId, turn: number): Fact => ({
  kind: 'called',
  person,
  turn,
  mode: 'awaited',
  at: AT,
  endsAt: AT + 20_000,
  leftMs: 20_000,
});
const absent = (person: PersonId): Fact => ({
  kind: 'absent',
  person,
  cause: 'notConnected',
  at: AT,
  evidence: seal({ rule: 'A1', calledAt: AT, connectedAtDeadline: false, lastSeenAt: null }),
  reason: null,
});
const started: Fact = {
  kind: 'started',
  at: AT,
  people: [anna, bruno, chloe].map(person => ({ person, state: 'waiting' as const })),
};

function recordOf(...rows: readonly (readonly Fact[])[]): SessionRecord {
  const record = emptyRecord();
  rows.forEach((facts, index) =>
    foldRow(record, {
      at: AT + index,
      facts,
      connected: index === 0 ? [anna] : null,
      unseen: false,
    }),
  );
  return record;
}
const kindOf = (record: SessionRecord, person: PersonId) => record.people.get(person)?.kind;

describe('a session’s record', () => {
  it('follows who is called and how each stands', () => {
    const record = recordOf([started, called(anna, 1)], [absent(anna), called(bruno, 2)]);
    expect(kindOf(record, anna)).to.equal('absent');
    expect(record.people.get(anna)).to.deep.include({ cause: 'notConnected', at: AT + 1 });
    expect(record.called).to.deep.include({ person: bruno, mode: 'awaited' });
    expect(kindOf(record, chloe)).to.equal('waiting');
  });

  it('counts automatic absences in a row, until a turn ends otherwise or somebody resumes after a series', () => {
    const two = [
      [started, called(anna, 1)],
      [absent(anna), called(bruno, 2)],
      [absent(bruno), called(chloe, 3)],
    ];
    expect(recordOf(...two).absencesInARow).to.equal(2);
    const passed: Fact = { kind: 'passed', person: chloe, at: AT, reason: seal('aucun') };
    expect(recordOf(...two, [passed]).absencesInARow).to.equal(0);
    const resumed: Fact = { kind: 'resumed', at: AT };
    const series: Fact = { kind: 'paused', at: AT, reason: null, automatic: 'absences', leftMs: null };
    expect(recordOf(...two, [series]).absencesInARow).to.equal(2);
    expect(recordOf(...two, [series], [resumed]).absencesInARow).to.equal(0);
    const atLunch: Fact = { kind: 'paused', at: AT, reason: seal('motif'), automatic: null, leftMs: null };
    expect(recordOf(...two, [atLunch], [resumed]).absencesInARow).to.equal(2);
    const byHand: Fact = {
      kind: 'absent',
      person: anna,
      cause: 'byModerator',
      at: AT,
      evidence: null,
      reason: null,
    };
    expect(recordOf(...two, [byHand]).absencesInARow, 'of somebody who is not called').to.equal(2);
  });

  it('says that no post is possible until it is possible again or another one is called', () => {
    const none: Fact = { kind: 'possible', person: anna, turn: 1, any: false };
    expect(recordOf([started, called(anna, 1), none]).noPost).to.equal(true);
    expect(recordOf([started, called(anna, 1), none], [{ ...none, any: true }]).noPost).to.equal(false);
    expect(recordOf([started, called(anna, 1), none], [absent(anna), called(bruno, 2)]).noPost).to.equal(
      false,
    );
  });

  it('freezes the clock in a pause', () => {
    const pause: Fact = { kind: 'paused', at: AT + 9, reason: seal('motif'), automatic: null, leftMs: 7_000 };
    const record = recordOf([started, called(anna, 1)], [pause]);
    expect(record.called).to.deep.include({ endsAt: null, leftMs: 7_000 });
    expect(record.paused).to.deep.equal({ at: AT + 9, reason: 'motif', automatic: null });
  });

  it('knows who is connected, anew after a takeover, and nobody once it is closed', () => {
    const record = recordOf(
      [started, called(anna, 1)],
      [{ kind: 'presence', person: bruno, connected: true, at: AT }],
    );
    expect([...record.connected]).to.deep.equal([anna, bruno]);
    foldRow(record, { at: AT, facts: [{ kind: 'credit', from: AT, to: AT }], connected: null, unseen: true });
    expect([...record.connected]).to.deep.equal([]);
  });

  it('stands as it was handed on at the close: the called one waits again', () => {
    const carried = { cause: null, returns: 0, owedReturn: false };
    const closed: Fact = {
      kind: 'closed',
      at: AT + 5,
      how: 'forced',
      reason: seal('motif'),
      carried: [
        { ...carried, person: anna, state: 'waiting' },
        { ...carried, person: bruno, state: 'excused', owedReturn: true },
      ],
    };
    const record = recordOf([started, called(anna, 1)], [closed]);
    expect(record).to.deep.include({ called: null, closedAt: AT + 5 });
    expect(kindOf(record, anna)).to.equal('waiting');
    expect(record.people.get(bruno)).to.deep.include({ kind: 'excused', owedReturn: true });
  });
});
