/** The simulator's own judge, judged by hand. */
import { expect } from 'chai';
import type { LineId, PersonId, PostId, SpecialtyId } from '../../machines/ids.ts';
import {
  type Chooser,
  type Event,
  outOfOrder,
  type Seat,
  serialDictatorship,
} from './serial-dictatorship.ts';

const chooser = (callOrder: number, status = 'classic', specialty = 1): Chooser => ({
  id: `p${callOrder}` as PersonId,
  callOrder,
  status,
  specialty: specialty as SpecialtyId,
});
const seat = (id: number, line: number, reservedFor: number | null = null): Seat => ({
  id: id as PostId,
  line: line as LineId,
  reservedFor: reservedFor as SpecialtyId | null,
});
const events = (text: string): Event[] =>
  text.split(' ').map(word => {
    const kind = { c: 'called', x: 'chosen', a: 'absent', r: 'returned' }[word[0] ?? ''] as 'called';
    return { kind, person: `p${word.slice(1)}` as PersonId };
  });

describe('the simulator’s judge', () => {
  const seats = [seat(1, 1), seat(2, 1), seat(3, 3), seat(4, 4, 2)];
  const inOrder = () => seats;

  it('gives each, in turn, the dearest free seat', () => {
    const taken = serialDictatorship([chooser(1), chooser(2), chooser(3)], seats, inOrder);
    expect([...taken.values()]).to.deep.equal([1, 2, 3]);
  });

  it('keeps a reserved seat for its specialty', () => {
    const wishes = () => [seat(4, 4, 2), seat(1, 1)];
    expect(
      serialDictatorship([chooser(1), chooser(2, 'classic', 2)], seats, wishes).get('p1' as PersonId),
    ).to.equal(1);
    expect(serialDictatorship([chooser(2, 'classic', 2)], seats, wishes).get('p2' as PersonId)).to.equal(4);
  });

  it('lets a validating supernumerary sit where a lower rank has filled the line, and not where better ones have', () => {
    const order = [
      chooser(5),
      chooser(6),
      chooser(2, 'supernumeraryValidating'),
      chooser(9, 'supernumeraryValidating'),
    ];
    const taken = serialDictatorship(order, seats, inOrder);
    expect(taken.get('p2' as PersonId)).to.equal(1);
    expect(taken.get('p9' as PersonId)).to.equal(3);
  });

  it('finds nothing wrong with the returned coming right behind the called one, in call order', () => {
    const people = [1, 2, 3, 4].map(number => chooser(number));
    expect(outOfOrder(people, events('c1 a1 c2 a2 c3 r2 r1 x3 c1 x1 c2 x2 c4 x4'))).to.deep.equal([]);
  });

  it('finds the one who was called too early', () => {
    const people = [1, 2, 3].map(number => chooser(number));
    expect(outOfOrder(people, events('c1 x1 c3 x3 c2 x2'))).to.deep.equal(['n° 3 called instead of n° 2']);
  });
});
