/**
 * The session's chart read from the machine itself, for `chart-page.tsx`: its states, which commands each takes, and
 * where they lead. Nothing of it is written here a second time. Pure; loaded by that page alone.
 */
import type { Command } from '../../machines/session/commands.ts';
import { sessionMachine } from '../../machines/session/machine.ts';

export type CommandType = Command['type'];

export interface ChartState {
  /** `running.choosing`, as the frame `chart` names it. */
  readonly id: string;
  /** The compound state around it, null for the outermost. */
  readonly parent: string | null;
  readonly compound: boolean;
  /** Taken here without leaving the state, or recorded only. */
  readonly stays: readonly CommandType[];
  readonly moves: readonly ChartMove[];
}

/** Commands that lead from one state to the same places: to the first whose guard holds. */
export interface ChartMove {
  readonly id: string;
  readonly from: string;
  readonly commands: readonly CommandType[];
  /** In the order in which the guards are asked. */
  readonly to: readonly string[];
}

/** What of xstate's node of a chart is read. */
export interface Node {
  readonly path: readonly string[];
  readonly states: Readonly<Record<string, Node>>;
  readonly on: Readonly<Record<string, readonly { readonly target?: readonly Node[] | undefined }[]>>;
  readonly initial: { readonly target: readonly Node[] };
}

/** Every state below `root`, each before those inside it. @param root the whole session's chart where left out. */
export function readChart(root: Node = sessionMachine.root): readonly ChartState[] {
  return Object.values(root.states).flatMap(node => [stateOf(node), ...readChart(node)]);
}

const idOf = ({ path }: Pick<Node, 'path'>): string => path.join('.');

/** A compound state is entered by its first inner one. */
function entered(node: Node): Node {
  const [first] = Object.keys(node.states).length === 0 ? [] : node.initial.target;
  return first === undefined ? node : entered(first);
}

function stateOf(node: Node): ChartState {
  const id = idOf(node);
  const stays: CommandType[] = [];
  const moves = new Map<string, { readonly commands: CommandType[]; readonly to: readonly string[] }>();
  for (const [type, ways] of Object.entries(node.on)) {
    const command = type as CommandType;
    const to = [...new Set(ways.flatMap(({ target }) => (target ?? []).map(one => idOf(entered(one)))))];
    if (ways.some(({ target }) => target === undefined)) stays.push(command);
    if (to.length === 0) continue;
    const key = to.join(' ');
    const known = moves.get(key);
    if (known === undefined) moves.set(key, { commands: [command], to });
    else known.commands.push(command);
  }
  return {
    id,
    parent: node.path.length > 1 ? node.path.slice(0, -1).join('.') : null,
    compound: Object.keys(node.states).length > 0,
    stays,
    moves: [...moves.entries()].map(([key, { commands, to }]) => ({
      id: `${id} → ${key}`,
      from: id,
      commands,
      to,
    })),
  };
}
