/** The drawn chart is the machine's own: every state, every command it takes, and where each leads. */
import { expect } from 'chai';
import { readChart } from '../../../client/chart/read-chart.ts';
import type { Node } from '../../../client/chart/read-chart.ts';
import { commandWord, stateWord } from '../../../client/chart/words.ts';
import { sessionMachine } from '../../../machines/session/machine.ts';

const chart = readChart();
const stateOf = (id: string) => chart.find(state => state.id === id);

describe('the chart read from the machine', () => {
  it('has the states of the machine, each before those inside it', () => {
    const ids = chart.map(({ id }) => id);
    expect(ids).to.include.members(['draft', 'running', 'running.choosing', 'paused.idle', 'closed']);
    expect(ids).to.have.length(14);
    expect(ids.indexOf('running')).to.be.lessThan(ids.indexOf('running.choosing'));
    expect(stateOf('running.choosing')?.parent).to.equal('running');
    expect(stateOf('running')?.compound).to.equal(true);
  });

  it('names every command that the machine takes anywhere, and no other', () => {
    const read = new Set(
      chart.flatMap(({ stays, moves }) => [...stays, ...moves.flatMap(one => one.commands)]),
    );
    expect([...read].toSorted()).to.deep.equal(sessionMachine.events.toSorted());
  });

  it('leads from a state where its guards may lead, in the order in which they are asked', () => {
    const start = stateOf('open')?.moves.find(({ commands }) => commands.includes('start'));
    expect(start?.to).to.deep.equal(['running.choosing', 'running.awaited', 'running.idle']);
    expect(stateOf('draft')?.moves.map(({ commands, to }) => [...commands, ...to])).to.deep.equal([
      ['validate', 'validated'],
    ]);
  });

  it('tells what is taken on the spot from what leads away', () => {
    expect(stateOf('running')?.stays).to.include('disconnected');
    expect(stateOf('running.choosing')?.moves.flatMap(({ commands }) => commands)).to.include('disconnected');
  });

  it('puts commands that lead to the same places together', () => {
    const ends = stateOf('running.choosing')?.moves.find(({ commands }) => commands.includes('choose'));
    expect(ends?.commands).to.include.members(['choose', 'markAbsent', 'pass']);
  });

  it('enters a compound state by its first inner one', () => {
    const inner: Node = { path: ['outer', 'first'], states: {}, on: {}, initial: { target: [] } };
    const outer: Node = { path: ['outer'], states: { first: inner }, on: {}, initial: { target: [inner] } };
    const from: Node = {
      path: ['from'],
      states: {},
      on: { go: [{ target: [outer] }] },
      initial: { target: [] },
    };
    const root: Node = { path: [], states: { from, outer }, on: {}, initial: { target: [from] } };
    expect(readChart(root)[0]?.moves[0]?.to).to.deep.equal(['outer.first']);
  });

  it('has a French word for every state and every command', () => {
    for (const { id, stays, moves } of chart) {
      expect(stateWord(id), id).to.not.equal(id);
      for (const command of [...stays, ...moves.flatMap(one => one.commands)])
        expect(commandWord(command), command).to.match(/^[a-zàâéèêîïôûç’ ]{4,}$/u);
    }
  });
});
