/**
 * Where the time of a run goes, for the reporter: with `FILE_TIMES=<path>` each test file adds a line there when it is
 * over, apart by tabs: seconds by the clock, seconds of processors (this process and all below it; Linux only), file.
 * Much clock and little processor is waiting; the reverse is computing.
 */
const { appendFileSync, readdirSync, readFileSync } = require('node:fs');
const path = require('node:path');
const { Runner } = require('mocha');

const TICKS_PER_SECOND = 100; // of /proc/<pid>/stat on every Linux that Node runs on

/** @param file where the lines go; @param runner mocha's. */
exports.writeFileTimes = (file, runner) => {
  const { EVENT_RUN_BEGIN, EVENT_SUITE_END } = Runner.constants;
  let before = { clock: 0, processor: 0 };
  const line = what => {
    const now = { clock: process.uptime(), processor: processorSeconds() };
    const spent = [now.clock - before.clock, now.processor - before.processor].map(value => value.toFixed(1));
    appendFileSync(file, `${[...spent, what].join('\t')}\n`);
    before = now;
  };
  runner.once(EVENT_RUN_BEGIN, () => line('(loading)'));
  runner.on(EVENT_SUITE_END, suite => {
    if (suite.parent?.root) line(`${path.relative('.', suite.file ?? '')}\t${suite.title}`);
  });
};

/** Of this process and its descendants, those that ended and were waited for included. */
function processorSeconds() {
  if (process.platform !== 'linux') return 0;
  const processes = readdirSync('/proc').flatMap(pid => (/^\d+$/u.test(pid) ? readStat(pid) : []));
  const ours = new Set([process.pid]);
  for (let size = 0; size < ours.size; ) {
    size = ours.size;
    for (const { pid, parent } of processes) if (ours.has(parent)) ours.add(pid);
  }
  return processes.reduce((sum, { pid, ticks }) => sum + (ours.has(pid) ? ticks : 0), 0) / TICKS_PER_SECOND;
}

/** proc(5): after the name, in brackets, come state, parent, …; user, system, and both of children waited for. */
function readStat(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ');
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    return [{ pid: Number(pid), parent: Number(fields[1]), ticks }];
  } catch {
    return []; // it has just gone
  }
}
