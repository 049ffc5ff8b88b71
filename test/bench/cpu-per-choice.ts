/** What a choice costs the server, with 50 and with 5,000 in the call list and the same few watchers. */
import { type Door, openRoom } from './room.ts';
import { type Server, untilQuiet, usageOf } from './server-child.ts';

export interface CpuPerChoice {
  readonly rounds: number;
  readonly choicesARound: number;
  /** Milliseconds of the server's processor, median of the rounds. */
  readonly small: number;
  readonly large: number;
  readonly ratio: number;
}

interface Wanted {
  readonly small: number;
  readonly large: number;
  readonly rounds: number;
}

const PACE_MS = 5;

/** Rounds of both kinds take turns; the first of each warms up and does not count. */
export async function cpuPerChoice(
  server: Server,
  door: Door,
  { small, large, rounds }: Wanted,
): Promise<CpuPerChoice> {
  const [big, seated] = await openRoom(door, large, 2, small);
  let choosers = seated;
  const costs = { small: [] as number[], large: [] as number[] };
  for (let round = 0; round <= rounds; round++) {
    const [little, few] = await openRoom(door, small, 3, small);
    costs.small.push(await cost(server, () => little.choose(0, few, PACE_MS), small));
    for (const one of [...few, little.moderator]) one.leave();
    const from = round * small;
    costs.large.push(await cost(server, () => big.choose(from, choosers, PACE_MS), small));
    for (const one of choosers) one.leave();
    choosers = round < rounds ? await big.seatPeople(from + small, small) : [];
  }
  big.moderator.leave();
  const [ofSmall, ofLarge] = [median(costs.small.slice(1)), median(costs.large.slice(1))];
  return {
    rounds,
    choicesARound: small,
    small: ofSmall,
    large: ofLarge,
    ratio: Math.round((ofLarge / ofSmall) * 100) / 100,
  };
}

async function cost(server: Server, act: () => Promise<unknown>, choices: number): Promise<number> {
  await untilQuiet(server);
  await act();
  const { cpuMs } = await usageOf(server);
  return Math.round((cpuMs / choices) * 1000) / 1000;
}

function median(figures: readonly number[]): number {
  return figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0;
}
