/** `npm run bench`: the figures the platform promises, as a table and a file in `results/`; exits with 1 where one is missed. */
import { openDatabase } from '../../migrations/open.ts';
import { keep, type Row, tableOf } from '../load/report.ts';
import { startChild } from './child.ts';
import { type CpuPerChoice, cpuPerChoice } from './cpu-per-choice.ts';
import { type FanOut, fanOut } from './fan-out.ts';
import type { PublisherAnswer, PublisherOrder, WatcherAnswer, WatcherOrder } from './messages.ts';
import type { ServerAnswer, ServerOrder } from './server-child.ts';
import { type StartTimes, startTimes } from './start-time.ts';

const SEEN_P99_MS = 60;
const AGAINST_BARE = 1.3;
const LARGE_AGAINST_SMALL = 1.2;
const FIRST_START_S = 15;
const NEXT_START_S = 5;

async function main(): Promise<boolean> {
  const say = (text: string): void => void process.stderr.write(`${text}\n`);
  say('npm start, twice, on a fresh copy …');
  const start = await startTimes();
  const { fan, cpu } = await measureServer(say);
  const rows = [...startRows(start), ...fanRows(fan), ...cpuRows(cpu)];
  const path = keep('bench', { start, fanOut: fan, cpuPerChoice: cpu });
  process.stdout.write(`\n${tableOf(rows)}\n\n${path}\n`);
  return rows.every(([, , right]) => right !== false);
}

async function measureServer(say: (text: string) => void): Promise<{ fan: FanOut; cpu: CpuPerChoice }> {
  const server = startChild<ServerOrder, ServerAnswer>('server.ts');
  const watchers = startChild<WatcherOrder, WatcherAnswer>('watchers.ts');
  const publisher = startChild<PublisherOrder, PublisherAnswer>('raw-publisher.ts');
  try {
    const [ready, listening] = await Promise.all([server.hear(), publisher.hear()]);
    if (ready.type !== 'ready' || listening.type !== 'listening') throw new Error('a child did not start');
    const database = await openDatabase(ready.databaseUrl);
    const door = { ...ready, database };
    say('a choice to 1,000 watchers in a session of 5,000 …');
    const children = { watchers, publisher, bareUrl: `ws://127.0.0.1:${listening.port}` };
    const fan = await fanOut(server, door, children, {
      interns: 5000,
      watchers: 1000,
      choices: 150,
      paceMs: 200,
    });
    say('processor per choice, 50 against 5,000 …');
    const cpu = await cpuPerChoice(server, door, { small: 50, large: 5000, rounds: 5 });
    await database.close();
    return { fan, cpu };
  } finally {
    await Promise.all([watchers.end(), publisher.end()]);
    await server.end();
  }
}

const startRows = ({ firstSeconds, secondSeconds }: StartTimes): Row[] => [
  ['npm start to a usable page, first run', `${firstSeconds.toFixed(1)} s`, firstSeconds < FIRST_START_S],
  ['npm start to a usable page, after', `${secondSeconds.toFixed(1)} s`, secondSeconds < NEXT_START_S],
];

function fanRows(fan: FanOut): Row[] {
  const { sentToSeen: seen, commitToSeen: commit, bareToSeen: bare } = fan;
  const ratio = commit.p99 / bare.p99;
  return [
    [`choice → seen by ${fan.watchers} of ${fan.interns}, p50 / max`, `${seen.p50} / ${seen.max} ms`],
    ['choice → seen, p99', `${seen.p99} ms`, seen.p99 < SEEN_P99_MS],
    ['choice → answer to the sender, p50 / p99', `${fan.sentToAnswered.p50} / ${fan.sentToAnswered.p99} ms`],
    ['mails queued with the choices', `${fan.mails} of ${fan.choices}`, fan.mails === fan.choices],
    ['frames missed by watchers', fan.missed, fan.missed === 0],
    ['commit → seen, p50 / p99', `${commit.p50} / ${commit.p99} ms`],
    ['bare publish → seen, p50 / p99', `${bare.p50} / ${bare.p99} ms`],
    ['commit → seen against bare, p99', `${ratio.toFixed(2)} ×`, ratio <= AGAINST_BARE],
    ['longest event-loop delay of the server', `${fan.loopDelayMaxMs} ms`],
  ];
}

const cpuRows = (cpu: CpuPerChoice): Row[] => [
  ['server processor per choice, 50 on the list', `${cpu.small} ms`],
  ['server processor per choice, 5,000 on the list', `${cpu.large} ms`],
  ['5,000 against 50', `${cpu.ratio} ×`, cpu.ratio <= LARGE_AGAINST_SMALL],
];

const unexpected = process.argv.slice(2);
if (unexpected.length > 0) {
  process.stderr.write(`npm run bench takes no options: ${unexpected.join(' ')}\n`);
  process.exit(2);
}
try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (fault) {
  process.stderr.write(`${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}\n`);
  process.exitCode = 2;
}
