/** `npm run simulate`: robots choose their posts in the house that runs on this machine; the exit code says whether all was right. */
import { playJoined } from './join.ts';
import { draw, chanceFrom } from './chance.ts';
import { findHouse, type LiveHouse } from './house-at.ts';
import { type Options, readOptions } from './options.ts';
import { type Played, play, type Roles, wishesOf } from './play.ts';
import { readRecord } from './record.ts';
import { keep, type Row, tableOf } from './report.ts';
import { quantile } from './sightings.ts';
import { makeStage, MODERATOR_EMAIL, openAccounts, type Stage } from './stage.ts';
import { judge, type Verdict } from './verdict.ts';

const SUPERNUMERARIES = 0.06;
const PATIENCE_MS = 60_000;

async function main(): Promise<boolean> {
  const options = readOptions(process.argv.slice(2));
  const house = await findHouse(process.env);
  try {
    return options.join ? await playJoined(house, options) : await playApart(house, options);
  } finally {
    await house.close();
  }
}

async function playApart(house: LiveHouse, options: Options): Promise<boolean> {
  const stage = await makeStage(house.database, {
    ...options,
    supernumeraries: SUPERNUMERARIES,
    settings: { turnMs: options.turnMs, windowMs: options.turnMs, pauseAfterAbsences: 0 },
  });
  const { password } = await openAccounts(house.database.sql, stage.people);
  const away = draw(stage.people, options.absent + options.late, chanceFrom(options.seed));
  const roles: Roles = {
    onTime: stage.people.filter(person => !away.includes(person)),
    late: away.slice(options.absent),
  };
  const played = await play({
    ...options,
    house: house.url,
    stage,
    roles,
    password,
    thinkMs: options.thinkMs ?? options.turnMs / 5,
    patienceMs: PATIENCE_MS + options.turnMs,
    moderator: MODERATOR_EMAIL,
  });
  const verdict = judge({
    stage,
    recorded: await readRecord(house.database.sql, stage.session),
    accepted: played.accepted,
    mustChoose: [...roles.onTime, ...roles.late],
    wishesOf: wishesOf(options.seed, stage),
    unknown: new Set(),
  });
  return tell(options, stage, played, verdict);
}

function tell(options: Options, stage: Stage, played: Played, verdict: Verdict): boolean {
  const slowest = played.sightings.slowest();
  const milliseconds = (part: number): number => Math.round(quantile(slowest, part) * 10) / 10;
  const right = verdict.right && played.finished;
  const expected = options.interns - options.absent;
  const rows: readonly Row[] = [
    ['choices made', `${verdict.choices} of ${expected}`, verdict.choices === expected],
    ['lost', verdict.lost.length, verdict.lost.length === 0],
    ['doubled', verdict.doubled.length, verdict.doubled.length === 0],
    ['out of order', verdict.outOfOrder.length, verdict.outOfOrder.length === 0],
    [
      'equals serial dictatorship',
      verdict.equalsSerialDictatorship,
      verdict.equalsSerialDictatorship !== false,
    ],
    ['sent → seen by everyone, p50', `${milliseconds(0.5)} ms`],
    ['sent → seen by everyone, p99', `${milliseconds(0.99)} ms`],
    ['sent → seen by everyone, max', `${milliseconds(1)} ms`],
    ['watchers, at least', played.sightings.fewest()],
    ['gaps mended', played.gaps],
    ['refusals', refusals(played)],
    ['played to the end', played.finished, played.finished],
    ['seconds', Math.round(played.seconds * 10) / 10],
  ];
  const path = keep('simulate', {
    options,
    amphitheatre: stage.title,
    verdict,
    sentToSeenMs: { p50: milliseconds(0.5), p99: milliseconds(0.99), max: milliseconds(1), all: slowest },
    gaps: played.gaps,
    refused: played.refused,
    finished: played.finished,
    seconds: played.seconds,
  });
  process.stdout.write(`\n${stage.title}\n${tableOf(rows)}\n\n${path}\n`);
  return right;
}

const refusals = ({ refused }: Played): string =>
  Object.entries(refused)
    .map(([code, count]) => `${code} ${count}`)
    .join(', ') || 'none';

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (fault) {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exit(2); // robots may still be trying to come back
}
