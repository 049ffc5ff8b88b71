/** What a chart as told by the server comes to, for the drawing and the tables. Pure. */
import type { Refusal } from '../../machines/refusal.ts';
import { refusalText } from '../../machines/refusal-text.ts';
import type { SessionChart } from '../../machines/wire/frames.ts';
import type { ChartState } from './read-chart.ts';
import { stateWord } from './words.ts';

export interface ChartNow {
  /** States it is in, compound ones included; empty while unknown. */
  readonly present: ReadonlySet<string>;
  /** Null: taken now. */
  readonly refusals: ReadonlyMap<string, Refusal | null>;
}

export const UNKNOWN: ChartNow = { present: new Set(), refusals: new Map() };

export const chartNow = (told: SessionChart | null): ChartNow =>
  told === null
    ? UNKNOWN
    : {
        present: new Set(told.states),
        refusals: new Map(told.commands.map(({ type, refusal }) => [type, refusal])),
      };

export type Mark = 'possible' | 'refused' | null;

/** How a command stands on a state's own list: only what the present state takes is judged. */
export function markOf(now: ChartNow, state: Pick<ChartState, 'id'>, command: string): Mark {
  const refusal = now.refusals.get(command);
  if (!now.present.has(state.id) || refusal === undefined) return null;
  return refusal === null ? 'possible' : 'refused';
}

/** «En cours : quelqu’un choisit». */
export function presentText(now: ChartNow, chart: readonly ChartState[]): string {
  const inside = chart.filter(({ id, compound }) => now.present.has(id) && !compound).map(({ id }) => id);
  const around = chart.filter(({ id, compound }) => now.present.has(id) && compound).map(({ id }) => id);
  if (inside.length === 0 && around.length === 0) return 'état inconnu';
  return [...around, ...inside].map(stateWord).join('\u00a0: ');
}

export const refusalWords = (refusal: Refusal): string => refusalText(refusal);
