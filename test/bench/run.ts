/** `npm run bench`: the figures the platform promises, as a table and a file in `results/`; exits with 1 where one is missed. */
import { openDatabase } from '../../migrations/open.ts';
import { keep, type Row, tableOf } from '../load/report.ts';
import { type CallListFigures, callListFigures } from './call-list.ts';
import { startChild } from './child.ts';
import { clientFigures, type ClientFigures, ROOM } from './client.ts';
import { type CpuPerChoice, cpuPerChoice } from './cpu-per-choice.ts';
import { type FanOut, fanOut } from './fan-out.ts';
import type { PublisherAnswer, PublisherOrder, WatcherAnswer, WatcherOrder } from './messages.ts';
import type { ServerAnswer, ServerOrder } from './server-child.ts';
import { type SignInTimes, signInTimes } from './sign-in.ts';
import { type StartTimes, startTimes } from './start-time.ts';

const SEEN_P99_MS = 60;
const AGAINST_BARE = 1.3;
const LARGE_AGAINST_SMALL = 1.2;
const SIGNED_IN_P99_MS = 1000;
const LOOP_DELAY_MS = 20;
const FIRST_START_S = 15;
const NEXT_START_S = 5;
const ROOM_SCRIPTS_KB = 120;
const USABLE_MS = 3000;
const FOUND_MS = 300;
const PDF_MS = 2000;

const say = (text: string): void => void process.stderr.write(`${text}\n`);

async function main(clientAlone: boolean): Promise<boolean> {
  if (clientAlone) {
    const client = await measureClient();
    const callList = await measureCallList();
    return told([...clientRows(client), ...callListRows(callList)], { client, callList });
  }
  say('npm start, twice, on a fresh copy …');
  const start = await startTimes();
  say('forty people sign in at once …');
  const signIn = await signInTimes(40);
  const { fan, cpu } = await measureServer();
  const client = await measureClient();
  const callList = await measureCallList();
  const rows = [
    ...startRows(start),
    ...signInRows(signIn),
    ...fanRows(fan),
    ...cpuRows(cpu),
    ...clientRows(client),
    ...callListRows(callList),
  ];
  return told(rows, { start, signIn, fanOut: fan, cpuPerChoice: cpu, client, callList });
}

function told(rows: readonly Row[], figures: Readonly<Record<string, unknown>>): boolean {
  const path = keep('bench', figures);
  process.stdout.write(`\n${tableOf(rows)}\n\n${path}\n`);
  return rows.every(([, , right]) => right !== false);
}

function measureClient(): Promise<ClientFigures> {
  say('the application on a slow phone …');
  return clientFigures({ interns: 1000, posts: 12_000, postsOfLargest: 2_200, choices: 40 }); // domain §10: 12,000 for 5,500
}

function measureCallList(): Promise<CallListFigures> {
  say('a call list of 1,500 …');
  return callListFigures(1500, 30);
}

async function measureServer(): Promise<{ fan: FanOut; cpu: CpuPerChoice }> {
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

const signInRows = ({ people, p50, p99, loopDelayMaxMs }: SignInTimes): Row[] => [
  [`${people} people sign in at once, p50`, `${p50} ms`],
  [`${people} people sign in at once, p99`, `${p99} ms`, p99 < SIGNED_IN_P99_MS],
  ['longest event-loop delay meanwhile', `${loopDelayMaxMs} ms`, loopDelayMaxMs <= LOOP_DELAY_MS],
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

const clientRows = (client: ClientFigures): Row[] => [
  ...Object.entries(client.scripts).map(([page, kB]): Row => {
    const what = `scripts of the ${page}, compressed`;
    return page === ROOM ? [what, `${kB} kB`, kB < ROOM_SCRIPTS_KB] : [what, `${kB} kB`];
  }),
  [
    `intern’s room of ${client.interns} people and ${client.largest} posts usable, 3G and a processor 4 × slower`,
    `${client.usableMs} ms`,
    client.usableMs < USABLE_MS,
  ],
  [`the same with ${client.posts} posts`, `${client.usableAllMs} ms`],
  [
    `a delta among ${client.interns} people and ${client.posts} posts → picture, p50 / p99`,
    `${client.delta.p50} / ${client.delta.p99} ms`,
  ],
  [
    `a key → what it found of ${client.posts} posts, p50 / max`,
    `${client.found.p50} / ${client.found.max} ms`,
    client.found.max < FOUND_MS,
  ],
  ['longest frame of the offer scrolled through', `${client.longestFrameMs} ms`],
];

const callListRows = (list: CallListFigures): Row[] => [
  [
    `call list of ${list.people}, first rows / all, processor 4 × slower`,
    `${list.firstMs} / ${list.wholeMs} ms`,
  ],
  ['a delta into it → picture, p50 / p99', `${list.delta.p50} / ${list.delta.p99} ms`],
  ['the same on «Mon amphithéâtre»', `${list.deltaOnMine.p50} / ${list.deltaOnMine.p99} ms`],
  ['longest frame of it scrolled through', `${list.longestFrameMs} ms`],
  ['its PDF, asked → whole, made by the worker', `${list.pdfMs} ms`, list.pdfMs < PDF_MS],
  ['its CSV', `${list.csvMs} ms`],
];

const options = process.argv.slice(2);
const clientAlone = options.length === 1 && options[0] === 'client';
if (options.length > 0 && !clientAlone) {
  process.stderr.write(`npm run bench takes no option but «client»: ${options.join(' ')}\n`);
  process.exit(2);
}
try {
  process.exitCode = (await main(clientAlone)) ? 0 : 1;
} catch (fault) {
  process.stderr.write(`${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}\n`);
  process.exitCode = 2;
}
