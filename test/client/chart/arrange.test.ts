/** The drawing's places: nothing over another, inside what it belongs to, and the ways end at their states. */
import { expect } from 'chai';
import { arrange, junctionOf, wrapped } from '../../../client/chart/arrange.ts';
import type { Box } from '../../../client/chart/arrange.ts';
import { readChart } from '../../../client/chart/read-chart.ts';

const chart = readChart();
const drawn = arrange(chart);

const over = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
const inside = (a: Box, b: Box): boolean =>
  a.x >= b.x && a.y >= b.y && a.x + a.width <= b.x + b.width && a.y + a.height <= b.y + b.height;

describe('the chart’s drawing', () => {
  it('has a box for each state, none over another', () => {
    expect(drawn.states.map(({ state }) => state.id)).to.deep.equal(chart.map(({ id }) => id));
    const overlaps = drawn.states.flatMap((a, index) =>
      drawn.states.slice(index + 1).flatMap(b => (over(a, b) ? [`${a.state.id} and ${b.state.id}`] : [])),
    );
    expect(overlaps).to.deep.equal([]);
  });

  it('has each inner state inside its compound one, all within the drawing', () => {
    for (const box of drawn.states) {
      const around = drawn.compounds.find(({ state }) => state.id === box.state.parent);
      if (around) expect(inside(box, around), box.state.id).to.equal(true);
      expect(inside(box, { x: 0, y: 0, ...drawn }), box.state.id).to.equal(true);
    }
  });

  it('writes every command that leads away on a way, once for each state that takes it', () => {
    const written = drawn.ways.flatMap(({ label }) => label?.commands.map(({ command }) => command) ?? []);
    const taken = chart.flatMap(({ moves }) => moves.flatMap(({ commands }) => commands));
    expect(written.toSorted()).to.deep.equal(taken.toSorted());
  });

  it('shares a junction among those that lead to the same states, and has an end for each of them', () => {
    const several = chart.flatMap(({ moves }) => moves).filter(({ to }) => to.length > 1);
    expect(new Set(several.map(junctionOf)).size).to.equal(drawn.junctions.length);
    expect(drawn.junctions.length).to.be.lessThan(several.length);
    const ends = drawn.ways.filter(({ move, arrives }) => move === null && arrives);
    const wanted = drawn.junctions.reduce((total, { id }) => total + id.split(' ').length, 0);
    expect(ends).to.have.length(wanted);
  });

  it('keeps the words of a command inside their box', () => {
    for (const { label } of drawn.ways)
      for (const { x, y } of label?.commands ?? [])
        expect(label !== null && over({ x, y: y - 1, width: 1, height: 1 }, label)).to.equal(true);
  });

  it('breaks lines between words', () => {
    expect(wrapped('Connexion attendue, en pause', 12)).to.deep.equal(['Connexion', 'attendue, en', 'pause']);
  });
});
