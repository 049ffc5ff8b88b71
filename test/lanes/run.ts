/** `npm test`: every test, in lanes beside each other; with arguments, one mocha that is given them. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync } from 'node:fs';
import { buildClient } from '../../session-server/house/client-build.ts';
import { ALL, LANES, mocha } from './lanes.ts';
import type { Limits } from './lane.ts';
import { runTogether } from './together.ts';

const LIMITS: Limits = {
  silentMs: 660_000, // the longest that a test of ours allows itself is 600 s
  leavesWithinMs: 60_000, // the database server stops meanwhile
  endsWithinMs: 10_000,
};

async function everything(): Promise<boolean> {
  const pages = await buildClient(); // once: a house that finds none makes them, and two at once would mix theirs
  if (pages.kind === 'failed') {
    process.stderr.write(pages.output);
    return false;
  }
  const failedFiles = process.env['FAILED_FILES'];
  const together = runTogether(LANES, LIMITS, {
    write: text => void process.stdout.write(text),
    failed: what => failedFiles !== undefined && appendFileSync(failedFiles, `\t${what}\n`),
  });
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.once(name, () => together.end(`was ended: ${name}`));
  return together.passed;
}

async function asAsked(more: readonly string[]): Promise<boolean> {
  const child = spawn(process.execPath, [...mocha(ALL), ...more], { stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  return code === 0;
}

const asked = process.argv.slice(2);
process.exitCode = (await (asked.length === 0 ? everything() : asAsked(asked))) ? 0 : 1;
