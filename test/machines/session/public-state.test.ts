/** Rules V3, V7, V10: what everybody keeps of an amphitheatre, and how it is compared. */
import { expect } from 'chai';
import type { SessionId } from '../../../machines/ids.ts';
import { publicFacts } from '../../../machines/session/public-facts.ts';
import { applyDelta } from '../../../machines/session/public-fold.ts';
import { fromSnapshot, publicHash, toSnapshot } from '../../../machines/session/public-state.ts';
import { before, projected } from './projection.ts';
import { choose, excuse, kinds, pause, started, startIn, opened } from './stage.ts';
import { numbers, personId, postId, worldOf } from './world.ts';

const SESSION = 7 as SessionId;

describe('the public state', () => {
  it('[V3] tells an excused person as not choosing, without the reason', () => {
    const session = started({ person: { 3: { plannedAbsence: { sealed: 'maladie' } } } });
    const facts = publicFacts([...session.facts, ...session.accept(excuse(2))]);
    expect(facts.find(fact => fact.kind === 'started')?.people.at(-1)).to.deep.equal({
      person: personId(3),
      state: 'notChoosing',
    });
    expect(facts.at(-1)).to.deep.equal({ kind: 'notChoosing', person: personId(2) });
    expect(JSON.stringify(facts)).not.to.match(/maladie|raison|excused/);
  });

  it('[V3] tells the reason of a pause, which is everybody’s', () => {
    expect(publicFacts(started().accept(pause()))[0]).to.include({ kind: 'paused', reason: 'une raison' });
  });

  it('[V7] has the same hash for the same state, whatever order it came in', () => {
    const session = started({ people: 5 });
    session.accept(choose(session, 1, 3));
    const one = projected(session.snapshot, 4);
    const other = { ...one, people: [...one.people].toReversed(), posts: [...one.posts].toReversed() };
    expect(publicHash(fromSnapshot(other))).to.equal(publicHash(fromSnapshot(one)));
    expect(toSnapshot(fromSnapshot(one)).hash).to.match(/^[0-9a-z]{14}$/);
  });

  it('[V7] has another hash for every change', () => {
    const session = started({ people: 5 });
    const state = fromSnapshot(projected(session.snapshot, 1));
    const hashes = [publicHash(state)];
    state.pub++;
    hashes.push(publicHash(state));
    const change = (facts: Parameters<typeof applyDelta>[1]['facts']) => {
      applyDelta(state, { pub: state.pub, session: SESSION, at: 5, facts });
      hashes.push(publicHash(state));
    };
    change([{ kind: 'seat', post: postId(2), line: 101 as never, filled: true }]);
    change([{ kind: 'absent', person: personId(1), at: 5 }]);
    change([{ kind: 'absent', person: personId(2), at: 5 }]);
    change([{ kind: 'absent', person: personId(2), at: 6 }]);
    change([{ kind: 'idle', closesAt: 9 }]);
    change([{ kind: 'credit', from: 1, to: 2 }]);
    expect(new Set(hashes).size).to.equal(hashes.length);
  });

  it('[V7] has one hash on both sides of the wire', () => {
    const session = started({ people: 5, person: { 1: { connected: false } } });
    session.wait(20_500);
    session.accept(choose(session, 2, 2));
    session.accept(pause());
    const sent = toSnapshot(fromSnapshot(projected(session.snapshot, 9)));
    const received = fromSnapshot(JSON.parse(JSON.stringify(sent)) as typeof sent);
    expect(publicHash(received)).to.equal(sent.hash);
    expect(toSnapshot(received)).to.deep.equal(sent);
  });

  it('[V10] takes one choice for the same few facts among 5 and among 5,000', () => {
    const factsOf = (people: number) => {
      const session = started({ people });
      return kinds(publicFacts(session.accept(choose(session, 1, 1))) as never);
    };
    expect(factsOf(5_000)).to.deep.equal(factsOf(5));
    expect(factsOf(5)).to.deep.equal(['chosen', 'seat', 'called']);
  });

  it('[V4] is a copy of one’s own', () => {
    const snapshot = toSnapshot(fromSnapshot(before(worldOf())));
    const mine = fromSnapshot(snapshot);
    const session = opened(undefined, ({ decision }) => {
      if (decision.kind !== 'refused')
        applyDelta(mine, { pub: mine.pub + 1, session: SESSION, at: 5, facts: publicFacts(decision.facts) });
    });
    session.accept(startIn(worldOf()));
    expect(snapshot).to.deep.equal(toSnapshot(fromSnapshot(before(worldOf()))));
  });

  it('[V4] leaves out what it does not know', () => {
    const state = fromSnapshot(before(worldOf({ people: 2 })));
    const { hash, pub, ...rest } = toSnapshot(state);
    applyDelta(state, {
      pub: 1,
      session: 99 as SessionId,
      at: 5,
      facts: [{ kind: 'absent', person: personId(1), at: 1 }],
    });
    applyDelta(state, { pub: 2, session: SESSION, at: 5, facts: numbers(9).slice(2).map(unknownAbsent) });
    const after = toSnapshot(state);
    expect(after).to.deep.include(rest);
    expect([after.hash, after.pub]).not.to.deep.equal([hash, pub]);
  });
});

const unknownAbsent = (number: number) => ({ kind: 'absent', person: personId(number), at: 1 }) as const;
