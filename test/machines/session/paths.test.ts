/** Every way through a small session (xstate/graph): all of the chart is reached, and what must hold holds at the end of each. */
import { expect } from 'chai';
import { getShortestPaths, getSimplePaths } from 'xstate/graph';
import type { StatePath, TraversalOptions } from 'xstate/graph';
import type { Command } from '../../../machines/session/commands.ts';
import { decide } from '../../../machines/session/decide.ts';
import { initialSnapshot, sessionMachine } from '../../../machines/session/machine.ts';
import type { SessionSnapshot } from '../../../machines/session/machine.ts';
import type { World } from '../../../machines/session/world.ts';
import { agree } from './agree.ts';
import { holdInvariants } from './invariants.ts';
import { sensible, SMALL, SMALLEST, whatMatters } from './paths.ts';
import { PlainQueue } from './plain-queue.ts';
import { stateOf } from './stage.ts';

type Path = StatePath<SessionSnapshot, Command>;

const CHART = [
  'closed',
  'draft',
  'open',
  ...['paused', 'running'].flatMap(outer =>
    ['awaited', 'choosing', 'idle', 'recovering'].map(inner => `${outer}.${inner}`),
  ),
  'validated',
];

/** The shortest way to each state of this world, by these commands or all. */
function through(world: World, wanted: readonly Command['type'][] | null) {
  const options: TraversalOptions<SessionSnapshot, Command, never> = {
    fromState: initialSnapshot('draft'),
    events: sensible(world, wanted),
    serializeState: whatMatters,
    limit: 100_000,
  };
  return {
    shortest: (): readonly Path[] => getShortestPaths(sessionMachine, options),
    simple: (): readonly Path[] => getSimplePaths(sessionMachine, options),
  };
}

const LIFE = ['validate', 'open', 'start'] as const;
const TIME = ['pause', 'resume', 'deadline', 'graceOver'] as const;
const PRESENCE = ['connected', 'disconnected'] as const;

const reached = (paths: readonly Path[]): readonly string[] =>
  [...new Set(paths.map(({ state }) => stateOf(state)))].sort();

/** Without those that another one goes through: they are looked at on the way. */
function whole(paths: readonly Path[]): readonly Path[] {
  const words = paths.map(path => ({
    path,
    word: JSON.stringify(path.steps.map(({ event }) => event)).slice(0, -1),
  }));
  words.sort((a, b) => (a.word < b.word ? -1 : 1));
  return words.flatMap(({ path, word }, index) => (words[index + 1]?.word.startsWith(word) ? [] : [path]));
}

/** The machine from its beginning once more, with the model beside it. @returns where it comes to. */
function replay({ steps }: Path): SessionSnapshot {
  let before = initialSnapshot('draft');
  let model: PlainQueue | null = null;
  for (const { event: command } of steps.slice(1)) {
    const decision = decide(before, command);
    holdInvariants({ before, command, decision });
    if (model) expect(model.take(command) === 'accepted').to.equal(decision.kind === 'accepted');
    if (command.type === 'start' && decision.kind === 'accepted') model = new PlainQueue(command);
    if (decision.kind === 'refused') continue;
    before = decision.next;
    if (model) agree(model, before);
  }
  return before;
}

describe('every way through a small session', function () {
  this.timeout(60_000); // a few seconds, where nothing else runs

  it('[M4] [M6] reaches every part of the chart by the shortest ways, each right at its end', () => {
    const paths = through(SMALLEST, null).shortest();
    expect(reached(paths)).to.deep.equal(CHART);
    for (const path of paths) expect(whatMatters(replay(path))).to.equal(whatMatters(path.state));
  });

  it('[T6] [L1] [A6] does so with two people and one seat, whoever comes, goes, lets the time run out or pauses', () => {
    const paths = through(SMALL, [...LIFE, ...TIME, ...PRESENCE, 'choose', 'rejoin', 'pass']).shortest();
    expect(reached(paths)).to.deep.equal(CHART.filter(state => !state.endsWith('recovering')));
    for (const path of whole(paths)) replay(path);
  });

  it('[P2] [P6] [T4] [T5] comes right by every detour of one person who comes, goes and is paused', () => {
    const paths = through(SMALLEST, [...LIFE, ...TIME, ...PRESENCE, 'choose']).simple();
    for (const path of whole(paths)) replay(path);
    expect(paths.length).to.be.above(1_000);
  });

  it('[O1] [O2] [O6] comes right by every detour with a takeover in it', () => {
    const paths = through(SMALLEST, [...LIFE, ...TIME, 'connected', 'choose', 'credit']).simple();
    expect(reached(paths)).to.include.members(['running.recovering', 'paused.recovering']);
    for (const path of whole(paths)) replay(path);
  });
});
