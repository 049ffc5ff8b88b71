/** What `npm run simulate` was asked for: flags read strictly, all mistakes told at once. */
import { parseArgs } from 'node:util';

export interface Options {
  readonly interns: number;
  readonly turnMs: number;
  /** Never connect. */
  readonly absent: number;
  /** Connect after having been marked absent. */
  readonly late: number;
  /** Chance in 100, at each choice seen, that a robot loses its connection and comes back. */
  readonly drop: number;
  readonly seed: number;
  /** Robots for the demo session instead of an amphitheatre of their own. */
  readonly join: boolean;
  /** The longest a robot thinks at its turn; null: a fifth of the turn, 7 s in the demo session. */
  readonly thinkMs: number | null;
}

const USAGE = `npm run simulate -- [options]
  --interns 60     how many interns the simulated amphitheatre has
  --turn 300ms     length of a turn (ms or s)
  --absent 0       how many never connect
  --late 0         how many connect after having been marked absent
  --drop 0         chance in 100, at each choice, that a robot loses its connection for a moment
  --think 1s       the longest a robot thinks at its turn; a fifth of the turn where it is not given
  --seed 1         the same seed gives the same people, offer and preferences
  --join           play everyone else of the demo session; you are the moderator and the demo interns`;

const DEFAULTS = { interns: '60', turn: '300ms', absent: '0', late: '0', drop: '0', seed: '1', think: '' };

/** @throws Error with all problems and the usage. */
export function readOptions(args: readonly string[]): Options {
  const text = Object.fromEntries(
    Object.entries(DEFAULTS).map(([name, value]) => [name, { type: 'string' as const, default: value }]),
  );
  const problems: string[] = [];
  const { values } = parseOrExplain(args, { ...text, join: { type: 'boolean', default: false } });
  const whole = (name: string, least: number, most: number): number => {
    const value = Number(values[name]);
    if (!Number.isInteger(value) || value < least || value > most)
      problems.push(`--${name} must be a whole number from ${least} to ${most}`);
    return value;
  };
  const options: Options = {
    interns: whole('interns', 2, 5000),
    turnMs: milliseconds(String(values['turn'])) ?? 0,
    absent: whole('absent', 0, 5000),
    late: whole('late', 0, 5000),
    drop: whole('drop', 0, 100),
    seed: whole('seed', 0, 2 ** 31),
    join: values['join'] === true,
    thinkMs: milliseconds(String(values['think'])),
  };
  if (values['think'] !== '' && options.thinkMs === null)
    problems.push('--think must be written 300ms or 2s');
  if (options.turnMs < 100) problems.push('--turn must be at least 100ms, written 300ms or 2s');
  if (options.absent + options.late >= options.interns)
    problems.push('--absent and --late together must leave somebody to choose');
  if (problems.length > 0) throw new Error(`${problems.join('\n')}\n\n${USAGE}`);
  return options;
}

type Flags = NonNullable<Parameters<typeof parseArgs>[0]>['options'];

function parseOrExplain(args: readonly string[], options: NonNullable<Flags>) {
  try {
    return parseArgs({ args: [...args], options, strict: true });
  } catch (fault) {
    throw new Error(`${fault instanceof Error ? fault.message : String(fault)}\n\n${USAGE}`, {
      cause: fault,
    });
  }
}

function milliseconds(text: string): number | null {
  const match = /^(\d+(?:\.\d+)?)(ms|s)?$/u.exec(text);
  return match === null ? null : Number(match[1]) * (match[2] === 's' ? 1000 : 1);
}
