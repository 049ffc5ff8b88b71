/** The simulator's flags and its chance: the same seed, the same play. */
import { expect } from 'chai';
import type { PostId } from '../../machines/ids.ts';
import { chanceFrom, draw } from './chance.ts';
import { simulatedFiles } from './files.ts';
import { readOptions } from './options.ts';
import { preferences } from './preferences.ts';

const items = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

describe('the simulator', () => {
  it('reads its flags, and durations in s or ms', () => {
    const options = readOptions('--interns 200 --turn 2s --absent 5 --late 3 --seed 7'.split(' '));
    expect(options).to.deep.equal({
      interns: 200,
      turnMs: 2000,
      absent: 5,
      late: 3,
      drop: 0,
      seed: 7,
      join: false,
      thinkMs: null,
    });
  });

  it('tells all that is wrong with its flags at once', () => {
    const wrong = '--interns 1 --turn soon --seed x'.split(' ');
    expect(() => readOptions(wrong)).to.throw(/--interns(?:.|\n)*--seed(?:.|\n)*--turn/u);
    expect(() => readOptions(['--robots', '3'])).to.throw(/--robots/u);
  });

  it('draws the same for the same seed, and different ones', () => {
    expect(draw(items(50), 8, chanceFrom(3))).to.deep.equal(draw(items(50), 8, chanceFrom(3)));
    expect(new Set(draw(items(50), 8, chanceFrom(3))).size).to.equal(8);
  });

  it('gives each person wishes of their own, the same in every run', () => {
    const posts = items(40).map(number => ({ id: number as PostId, number, service: number % 10 }));
    expect(preferences(1, 5, posts)).to.deep.equal(preferences(1, 5, posts.toReversed()));
    expect(preferences(1, 5, posts)).to.not.deep.equal(preferences(1, 6, posts));
    expect(preferences(1, 5, posts)).to.not.deep.equal(preferences(2, 5, posts));
  });

  it('writes files with as many rows as asked for', () => {
    const wanted = { group: 'Simulation', tag: 'ab12', semester: '2027-05', seed: 1, supernumeraries: 0.1 };
    const files = simulatedFiles({ ...wanted, interns: 30 });
    expect(files.interns.toString().split('\n')).to.have.length(31);
  });
});
