/** The chart as a drawing has it: every state reached, every command of the contract on it, nothing that waits by itself. */
import { expect } from 'chai';
import { toDirectedGraph } from 'xstate/graph';
import type { DirectedGraphNode } from 'xstate/graph';
import { sessionMachine } from '../../../machines/session/machine.ts';

const nodes = (node: DirectedGraphNode): readonly DirectedGraphNode[] => [
  node,
  ...node.children.flatMap(nodes),
];
const all = nodes(toDirectedGraph(sessionMachine));
const edges = all.flatMap(node => node.edges);

describe('the chart', () => {
  it('names the states of the domain', () => {
    expect(all.map(({ id }) => id).sort()).to.deep.equal([
      'session',
      'session.closed',
      'session.draft',
      'session.open',
      'session.paused',
      'session.paused.awaited',
      'session.paused.choosing',
      'session.paused.idle',
      'session.paused.recovering',
      'session.running',
      'session.running.awaited',
      'session.running.choosing',
      'session.running.idle',
      'session.running.recovering',
      'session.validated',
    ]);
  });

  it('has a transition for every command there is', () => {
    expect([...new Set(edges.map(({ label }) => label.text))].sort()).to.deep.equal([
      'add',
      'addPosts',
      'assign',
      'callBack',
      'choose',
      'chooseOnBehalf',
      'close',
      'connected',
      'correct',
      'credit',
      'deadline',
      'disconnected',
      'excuse',
      'graceOver',
      'leaveWithoutPost',
      'lift',
      'markAbsent',
      'message',
      'open',
      'pass',
      'pause',
      'prolong',
      'readPhone',
      'rejoin',
      'resume',
      'setMandate',
      'setPost',
      'setStatus',
      'start',
      'validate',
      'withdraw',
    ]);
  });

  it('reaches every part of running and paused', () => {
    const targets = new Set(edges.map(({ target }) => target.id));
    for (const { id, children } of all)
      if (children.length === 0 && id !== 'session.draft') expect([...targets]).to.include(id);
  });
});
