/** How changes of favourites made on several devices become one list, whatever the order in which they come. */
import { expect } from 'chai';
import * as fc from 'fast-check';
import { favouriteKey, merged, placesAt, takenOver } from '../../machines/favourites.ts';
import type {
  FavouriteKey,
  FavouriteOf,
  FavouriteOperation,
  FavouritePlace,
  ListedFavourite,
  OldFavourite,
} from '../../machines/favourites.ts';
import type { PostId, ServiceId } from '../../machines/ids.ts';
import { SEEDED, seededRuns } from './session/random-seed.ts';

const s = (n: number): FavouriteOf => ({ service: n as ServiceId });
const p = (n: number): FavouriteOf => ({ post: n as PostId });
const listed = (...of: readonly FavouriteOf[]): readonly ListedFavourite[] =>
  of.map(one => ({ of: one, additions: {} }));
const keys = (list: readonly ListedFavourite[]): string => list.map(({ of }) => favouriteKey(of)).join(' ');
const BASE = 5; // the version that everybody has seen
let made = 0;
const move = (of: FavouriteOf, ...behind: readonly FavouritePlace[]): FavouriteOperation => ({
  kind: 'move',
  id: `o${made++}`,
  seen: BASE,
  of,
  behind,
});
const add = (of: FavouriteOf, ...behind: readonly FavouritePlace[]): FavouriteOperation => ({
  kind: 'add',
  id: `o${made++}`,
  seen: BASE,
  of,
  behind,
});
const remove = (of: FavouriteOf, seen = BASE): FavouriteOperation => ({
  kind: 'remove',
  id: `o${made++}`,
  seen,
  of,
});

interface Sent {
  readonly device: string;
  readonly operation: FavouriteOperation;
}

const after = (list: readonly ListedFavourite[], sent: readonly Sent[]) =>
  sent.reduce(
    ({ list: before, outcomes }, { device, operation }, at) => {
      const next = merged(before, operation, { device, version: BASE + 1 + at });
      return { list: next.list, outcomes: [...outcomes, next.outcome] };
    },
    { list, outcomes: [] as string[] },
  );
const by =
  (device: string) =>
  (operation: FavouriteOperation): Sent => ({ device, operation });
const [phone, desktop] = [by('phone'), by('desktop')];

describe('changes of favourites', () => {
  const four = listed(s(1), s(2), p(3), s(4));

  it('[F10] keep both of two moves of different favourites, in either order', () => {
    const [a, b] = [phone(move(s(4), 'head')), desktop(move(s(1), 'p3', 's2', 'head'))];
    expect(keys(after(four, [a, b]).list)).to.equal('s4 s2 p3 s1');
    expect(keys(after(four, [b, a]).list)).to.equal('s4 s2 p3 s1');
  });

  it('[F11] keep the newest devices that added one, and with them what a removal did not know of', () => {
    const sent = Array.from({ length: 1_000 }, (_, n) => by(`device-${n}`)(add(s(1))));
    const { list } = after(listed(s(1)), sent);
    expect(Object.keys(list[0]?.additions ?? {})).to.have.lengthOf(32);
    expect(after(list, [phone(remove(s(1)))]).outcomes).to.deep.equal(['kept']);
  });

  it('[F10] go behind the next place named where the first is gone', () => {
    const sent = [desktop(remove(p(3))), phone(move(s(1), 'p3', 's2', 'head'))];
    expect(keys(after(four, sent).list)).to.equal('s2 s1 s4');
  });

  it('[F10] leave a move where it was, and put an addition at the end, where no place named is there', () => {
    const sent = [phone(move(s(2), 's90')), phone(add(s(7), 's91'))];
    expect(keys(after(four, sent).list)).to.equal('s1 s2 p3 s4 s7');
  });

  it('[F11] hold an addition against a removal that did not know of it, and tell who removed', () => {
    const outcome = after(four, [phone(add(s(2), 'end')), desktop(remove(s(2)))]);
    expect([keys(outcome.list), outcome.outcomes]).to.deep.equal(['s1 s2 p3 s4', ['same', 'kept']]);
    const other = after(four, [desktop(remove(s(2))), phone(add(s(2), 'end'))]);
    expect(keys(other.list)).to.equal('s1 p3 s4 s2');
  });

  it('[F11] take away what was added by the same device, or had been seen', () => {
    expect(keys(after(four, [phone(add(s(9), 'end')), phone(remove(s(9)))]).list)).to.equal(keys(four));
    const seen = [phone(add(s(9), 'end')), desktop(remove(s(9), BASE + 1))];
    expect(keys(after(four, seen).list)).to.equal(keys(four));
  });

  it('[F11] hold a removal against a move, and tell who moved', () => {
    const late = after(four, [desktop(remove(s(4))), phone(move(s(4), 'head'))]);
    expect([keys(late.list), late.outcomes]).to.deep.equal(['s1 s2 p3', ['done', 'gone']]);
    expect(keys(after(four, [phone(move(s(4), 'head')), desktop(remove(s(4)))]).list)).to.equal('s1 s2 p3');
  });

  it('[F10] name the nearest eight before a place, and the head where it is within reach', () => {
    const list = Array.from({ length: 12 }, (_, n) => s(n + 1));
    expect(placesAt(list, s(1), 3)).to.deep.equal(['s3', 's2', 'head']);
    expect(placesAt(list, s(12), 1)).to.deep.equal(['head']);
    expect(placesAt(list, s(1), 99)).to.deep.equal([12, 11, 10, 9, 8, 7, 6, 5].map(n => `s${n}`));
  });

  describe(`of two devices in any order (${SEEDED})`, () => {
    const START = [1, 2, 3, 4, 5].map(s);
    /** What somebody does with the list that their own device shows. */
    const act = fc.record({
      kind: fc.constantFrom('add' as const, 'move' as const, 'move' as const, 'remove' as const),
      of: fc.integer({ min: 1, max: 8 }).map(s),
      position: fc.integer({ min: 1, max: 9 }),
    });
    const acts = fc.array(act, { maxLength: 6 });
    const operationsOf = (
      device: string,
      done: readonly (typeof act extends fc.Arbitrary<infer T> ? T : never)[],
    ) => {
      let shown = listed(...START);
      return done.map(({ kind, of, position }, at): Sent => {
        const id = `${device}${at}`;
        const behind = placesAt(
          shown.map(one => one.of),
          of,
          position,
        );
        const operation: FavouriteOperation =
          kind === 'remove' ? { kind, id, seen: BASE, of } : { kind, id, seen: BASE, of, behind };
        shown = merged(shown, operation, { device, version: BASE + 1 }).list;
        return { device, operation };
      });
    };
    /** The two rows in one, each in its own order. */
    const interleaved = (one: readonly Sent[], other: readonly Sent[], turns: readonly boolean[]): Sent[] => {
      const [a, b] = [[...one], [...other]];
      return [...turns, ...one.map(() => true), ...other.map(() => false)].flatMap(first => {
        const next = first ? a.shift() : b.shift();
        return next ?? [];
      });
    };
    const turns = fc.array(fc.boolean(), { maxLength: 12 });
    const setOf = (list: readonly ListedFavourite[]) => keys(list).split(' ').sort().join(' ');

    it('[F11] end with the same favourites, none lost and none twice', () => {
      fc.assert(
        fc.property(acts, acts, turns, turns, (one, other, first, second) => {
          const [a, b] = [operationsOf('phone', one), operationsOf('desktop', other)];
          const ends = [first, second].map(order => after(listed(...START), interleaved(a, b, order)).list);
          for (const end of ends)
            expect(new Set(end.map(({ of }) => favouriteKey(of))).size).to.equal(end.length);
          expect(setOf(ends[0] ?? [])).to.equal(setOf(ends[1] ?? []));
          // What nobody has taken away is there, and what nobody has added is not.
          const touched = (kind: string) =>
            new Set(
              [...a, ...b].flatMap(({ operation }) =>
                operation.kind === kind ? favouriteKey(operation.of) : [],
              ),
            );
          const [removed, added] = [touched('remove'), touched('add')];
          const there = new Set((ends[0] ?? []).map(({ of }) => favouriteKey(of)));
          for (const key of START.map(favouriteKey)) if (!removed.has(key)) expect(there).to.include(key);
          for (const key of added) if (!removed.has(key)) expect(there).to.include(key);
        }),
        seededRuns(1_000),
      );
    });

    it('[F10] put each right behind its place and leave the others in their order, so that the last move holds', () => {
      fc.assert(
        fc.property(acts, acts, turns, (one, other, order) => {
          let list = listed(...START);
          for (const { device, operation } of interleaved(
            operationsOf('phone', one),
            operationsOf('desktop', other),
            order,
          )) {
            const { list: next, outcome } = merged(list, operation, { device, version: BASE + 1 });
            const key = favouriteKey(operation.of);
            const others = (of: readonly ListedFavourite[]): FavouriteKey[] =>
              of.map(entry => favouriteKey(entry.of)).filter(each => each !== key);
            expect(others(next)).to.deep.equal(others(list));
            if (operation.kind !== 'remove' && outcome === 'done') {
              const before = next.findIndex(entry => favouriteKey(entry.of) === key) - 1;
              const [place] = operation.behind.filter(
                each => each === 'head' || others(list).some(there => there === each),
              );
              const behind = next[before];
              expect(behind === undefined ? 'head' : favouriteKey(behind.of)).to.equal(place);
            }
            list = next;
          }
        }),
        seededRuns(1_000),
      );
    });

    it('[F10] keep both moves of different favourites whose places the other leaves alone', () => {
      const pair = fc
        .uniqueArray(fc.integer({ min: 1, max: 5 }), { minLength: 4, maxLength: 4 })
        .map(([a = 0, placeA = 0, b = 0, placeB = 0]) => ({ a, placeA, b, placeB }));
      fc.assert(
        fc.property(pair, fc.boolean(), ({ a, placeA, b, placeB }, first) => {
          const both = [phone(move(s(a), `s${placeA}`)), desktop(move(s(b), `s${placeB}`))];
          const end = after(listed(...START), first ? both : both.toReversed()).list;
          expect(` ${keys(end)} `)
            .to.include(` s${placeA} s${a} `)
            .and.include(` s${placeB} s${b} `);
        }),
        seededRuns(500),
      );
    });
  });
});

describe('the list of an earlier semester', () => {
  const old = (service: number, offered: boolean, single: OldFavourite['single'] = null): OldFavourite => ({
    service: service as ServiceId,
    offered,
    single,
  });

  it('[F16] gives services still offered, posts of the same number, else their service, in the old order', () => {
    const gone = old(3, false);
    const moved = old(4, true, { post: null });
    const taken = takenOver([old(1, true), old(2, true, { post: 20 as PostId }), gone, moved], []);
    expect(taken.added).to.deep.equal([s(1), p(20), s(4)]);
    expect([taken.asService, taken.notOffered, taken.already]).to.deep.equal([[moved], [gone], []]);
  });

  it('[F16] gives nothing twice, and names what is there already', () => {
    const there = old(1, true);
    const taken = takenOver([there, old(2, true, { post: null }), old(2, true, { post: null })], [s(1)]);
    expect(taken.added).to.deep.equal([s(2)]);
    expect([taken.already, taken.asService.length]).to.deep.equal([[there], 2]);
  });
});
