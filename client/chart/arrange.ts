/**
 * Where each part of the chart's drawing stands, for `drawing.tsx`: states as boxes inside boxes; a command's way goes
 * from a state to a state, or by a junction where it leads to one of several, the same junction for all that lead to
 * the same ones. Laid out by dagre. Pure.
 */
import { Graph, layout } from '@dagrejs/dagre';
import type { ChartMove, ChartState, CommandType } from './read-chart.ts';
import { commandWord, stateWord } from './words.ts';

/** Units of the drawing, px. */
export const LINE = 18;
export const PAD = 10;
const LETTER = 7.4;
const MARK = 18;
const STATE_LETTERS = 26;
const COLUMN = 206;
const ONE_COLUMN = 5;
const JUNCTION = 14;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface StateBox extends Box {
  readonly state: ChartState;
  readonly title: readonly string[];
  /** What is taken without leaving it, and where each word begins. */
  readonly notes: readonly CommandAt[];
}

/** A command's word by its first letter's place. */
export interface CommandAt extends Point {
  readonly command: CommandType;
}

export interface Way {
  /** The move whose commands stand on it; null from a junction on. */
  readonly move: ChartMove | null;
  readonly points: readonly Point[];
  readonly label: (Box & { readonly commands: readonly CommandAt[] }) | null;
  /** Ends at a state, with a head. */
  readonly arrives: boolean;
  /** Junction it begins or ends at. */
  readonly junction: string | null;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Arranged {
  readonly width: number;
  readonly height: number;
  readonly compounds: readonly StateBox[];
  readonly states: readonly StateBox[];
  readonly junctions: readonly (Box & { readonly id: string })[];
  readonly ways: readonly Way[];
}

/** What a compound state takes in all its parts stands in a box of its own inside it. */
const everywhere = (id: string): string => `${id}.*`;
const boxId = ({ id, compound }: ChartState): string => (compound ? everywhere(id) : id);

/** Null where a move leads to one state only. */
export const junctionOf = ({ to }: ChartMove): string | null => (to.length < 2 ? null : to.join(' '));

export function arrange(chart: readonly ChartState[]): Arranged {
  const graph = new Graph({ compound: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 18, ranksep: 18, edgesep: 8, marginx: 12, marginy: 12 });
  for (const state of chart) place(graph, state);
  const junctions = new Map<string, readonly string[]>();
  for (const move of chart.flatMap(({ moves }) => moves)) {
    const junction = junctionOf(move);
    if (junction !== null) junctions.set(junction, move.to);
  }
  for (const [junction, to] of junctions) join(graph, chart, junction, to);
  for (const state of chart)
    for (const move of state.moves)
      graph.setEdge(boxId(state), junctionOf(move) ?? move.to[0] ?? state.id, {
        ...labelSize(move.commands),
        labelpos: 'c',
      });
  layout(graph);
  return drawn(graph, chart, [...junctions.entries()]);
}

function place(graph: Graph, state: ChartState): void {
  const own = boxId(state);
  if (state.compound) graph.setNode(state.id, {});
  graph.setNode(own, stateSize(state));
  if (state.compound) graph.setParent(own, state.id);
  if (state.parent !== null) graph.setParent(own, state.parent);
}

function join(graph: Graph, chart: readonly ChartState[], junction: string, to: readonly string[]): void {
  graph.setNode(junction, { width: JUNCTION, height: JUNCTION });
  const around = new Set(to.map(id => chart.find(state => state.id === id)?.parent ?? null));
  const [only] = around;
  if (around.size === 1 && only !== null && only !== undefined) graph.setParent(junction, only);
  for (const id of to) graph.setEdge(junction, id, {});
}

function drawn(
  graph: Graph,
  chart: readonly ChartState[],
  junctions: readonly (readonly [string, readonly string[]])[],
): Arranged {
  const { width = 0, height = 0 } = graph.graph() as Partial<Box>;
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    compounds: chart
      .filter(({ compound }) => compound)
      .map(state => ({ ...boxOf(graph.node(state.id)), state, title: [stateWord(state.id)], notes: [] })),
    states: chart.map(state => {
      const box = boxOf(graph.node(boxId(state)));
      return { ...box, state, title: titleOf(state), notes: notesAt(state, box) };
    }),
    junctions: junctions.map(([id]) => ({ ...boxOf(graph.node(id)), id })),
    ways: [
      ...chart.flatMap(state => state.moves.map(move => wayOfMove(graph, state, move))),
      ...junctions.flatMap(([junction, to]) =>
        to.map(id => ({
          ...pointsOf(graph, junction, id),
          move: null,
          label: null,
          arrives: true,
          junction,
        })),
      ),
    ],
  };
}

function wayOfMove(graph: Graph, state: ChartState, move: ChartMove): Way {
  const junction = junctionOf(move);
  const to = junction ?? move.to[0] ?? state.id;
  const label = boxOf(graph.edge(boxId(state), to));
  const commands = move.commands.map((command, index) => ({
    command,
    x: label.x + MARK,
    y: label.y + LINE * (index + 1) - 2,
  }));
  return {
    ...pointsOf(graph, boxId(state), to),
    move,
    label: { ...label, commands },
    arrives: junction === null,
    junction,
  };
}

/** dagre names a box by its middle. */
function boxOf(laid: unknown): Box {
  const { x = 0, y = 0, width = 0, height = 0 } = laid as Partial<Box>;
  return { x: x - width / 2, y: y - height / 2, width, height };
}

function pointsOf(graph: Graph, from: string, to: string): Pick<Way, 'points'> {
  const { points = [] } = graph.edge(from, to) as Partial<Pick<Way, 'points'>>;
  return { points };
}

const titleOf = (state: ChartState): readonly string[] =>
  wrapped(state.compound ? 'À tout moment, sans en sortir' : stateWord(state.id), STATE_LETTERS);

/** One column of commands, or two where they are many. */
function notesAt(state: ChartState, box: Box): readonly CommandAt[] {
  const perColumn = rowsOf(state.stays);
  const top = box.y + PAD + LINE * (titleOf(state).length + 1) - 4;
  return state.stays.map((command, index) => ({
    command,
    x: box.x + PAD + MARK + COLUMN * Math.floor(index / perColumn),
    y: top + LINE * (index % perColumn),
  }));
}

const rowsOf = (stays: readonly CommandType[]): number =>
  stays.length > ONE_COLUMN ? Math.ceil(stays.length / 2) : stays.length;

function stateSize(state: ChartState): Pick<Box, 'width' | 'height'> {
  const title = titleOf(state);
  const { stays } = state;
  const twoColumns = stays.length > ONE_COLUMN ? 2 * COLUMN : 0;
  const widest = Math.max(longest(title), longest(stays.map(commandWord)) + MARK, twoColumns);
  return { width: widest + 2 * PAD, height: LINE * (title.length + rowsOf(stays)) + 2 * PAD };
}

const labelSize = (commands: readonly CommandType[]): Pick<Box, 'width' | 'height'> => ({
  width: longest(commands.map(commandWord)) + MARK + 6,
  height: LINE * commands.length + 6,
});

const longest = (lines: readonly string[]): number => Math.max(0, ...lines.map(line => line.length)) * LETTER;

/** Lines of at most `letters`, broken between words. */
export function wrapped(text: string, letters: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
