/** Lanes beside each other, told in one stream and summed: what `npm test` prints and answers. */
import { closingLine, NONE, sum } from './counts.ts';
import { type LaneEnd, type Limits, type RunningLane, startLane } from './lane.ts';
import type { Lane } from './lanes.ts';

export interface Output {
  readonly write: (text: string) => void;
  /** Something that failed and is no test's: `.ci/run` must not take it for a file to run again. */
  readonly failed: (what: string) => void;
}

export interface Together {
  /** Whether every lane ran to its end and every test passed. */
  readonly passed: Promise<boolean>;
  /** Ends all lanes. @param why told as their fault. */
  end(why: string): void;
}

export function runTogether(lanes: readonly Lane[], limits: Limits, output: Output): Together {
  const running = lanes.map(lane => startLane(lane, limits, output.write));
  return {
    passed: outcome(running, output),
    end: why => running.forEach(lane => lane.end(why)),
  };
}

async function outcome(running: readonly RunningLane[], { write, failed }: Output): Promise<boolean> {
  const ends = await Promise.all(running.map(({ ended }) => ended));
  for (const { name, counts, summary, seconds } of ends) {
    write(
      `\n== ${name}: ${counts === null ? 'broke off' : closingLine(counts)}, in ${seconds} s\n${summary}`,
    );
  }
  for (const { name, fault } of ends) {
    if (fault === null) continue;
    write(`== ${name} ${fault}\n`);
    failed(`the lane "${name}" ${fault}`);
  }
  const all = ends.map(counted).reduce(sum, NONE);
  write(`\n${closingLine(all)}\n`);
  return all.failed === 0 && all.passed > 0;
}

/** A fault of the lane itself is one failure more. */
const counted = ({ counts, fault }: LaneEnd) =>
  sum(counts ?? NONE, { ...NONE, failed: fault === null ? 0 : 1 });
