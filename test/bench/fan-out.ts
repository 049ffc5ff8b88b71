/** From a choice sent, and from its commit, to a thousand watchers; beside a bare publish of the same bytes. */
import { quantile } from '../load/sightings.ts';
import type { Child } from './child.ts';
import type { Arrivals, PublisherAnswer, PublisherOrder, WatcherAnswer, WatcherOrder } from './messages.ts';
import { type Choice, type Door, openRoom } from './room.ts';
import { type Server, untilQuiet, usageOf } from './server-child.ts';

export interface FanOut {
  readonly interns: number;
  readonly watchers: number;
  readonly choices: number;
  readonly perSecond: number;
  /** Milliseconds. */
  readonly sentToSeen: Spread;
  readonly sentToAnswered: Spread;
  readonly commitToSeen: Spread;
  readonly bareToSeen: Spread;
  /** Choices whose mail stands in the queue beside them. */
  readonly mails: number;
  readonly loopDelayMaxMs: number;
  /** Watchers that missed a frame. */
  readonly missed: number;
}

export interface Spread {
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

interface Wanted {
  readonly interns: number;
  readonly watchers: number;
  readonly choices: number;
  readonly paceMs: number;
}

type Watchers = Child<WatcherOrder, WatcherAnswer>;
type Publisher = Child<PublisherOrder, PublisherAnswer>;

export async function fanOut(
  server: Server,
  door: Door,
  children: { readonly watchers: Watchers; readonly publisher: Publisher; readonly bareUrl: string },
  wanted: Wanted,
): Promise<FanOut> {
  const [room, choosers] = await openRoom(door, wanted.interns, 1, wanted.choices);
  await children.watchers.ask({
    type: 'watchHouse',
    databaseUrl: door.database.url,
    socketUrl: door.socketUrl,
    origin: door.origin,
    amphitheatre: room.stage.amphitheatre,
    count: wanted.watchers,
  });
  // As many as follow the house: the choosers and the moderator get every frame too.
  const followers = wanted.watchers + choosers.length + 1;
  await children.watchers.ask({ type: 'watchRaw', url: children.bareUrl, count: followers });
  await untilQuiet(server);
  const bareAt = new Map<number, number>();
  room.moderator.onDelta((delta, text) => {
    // Halfway to the next choice, so that the two do not share the cores.
    if (delta.facts.some(fact => fact.kind === 'chosen'))
      setTimeout(() => void publishBare(children.publisher, bareAt, delta.pub, text), wanted.paceMs / 2);
  });
  const choices = await room.choose(0, choosers, wanted.paceMs);
  await new Promise(resolve => setTimeout(resolve, 2 * wanted.paceMs));
  const usage = await usageOf(server);
  const seen = await children.watchers.ask({ type: 'report' });
  if (seen.type !== 'seen') throw new Error('the watchers did not report');
  await children.watchers.ask({ type: 'leave' });
  for (const chooser of [...choosers, room.moderator]) chooser.leave();
  const [mails] = await door.database.sql<{ count: number }>(
    "select count(*)::int as count from mail where kind = 'choiceMade' and message_id like ?",
    [`choice-${room.stage.session}-%`],
  );
  const sentAt = new Map(choices.map(choice => [choice.pub, choice.sentAt]));
  return {
    interns: wanted.interns,
    watchers: wanted.watchers,
    choices: choices.length,
    perSecond: 1000 / wanted.paceMs,
    sentToSeen: spread(delays(seen.house, sentAt)),
    sentToAnswered: spread(choices.map(choice => choice.answeredAt - choice.sentAt)),
    commitToSeen: spread(delays(seen.house, onlyOf(usage.commits, choices))),
    bareToSeen: spread(delays(seen.raw, bareAt)),
    mails: mails?.count ?? 0,
    loopDelayMaxMs: usage.loopDelayMaxMs,
    missed: choices.length * wanted.watchers - delays(seen.house, sentAt).length,
  };
}

async function publishBare(
  publisher: Publisher,
  at: Map<number, number>,
  pub: number,
  text: string,
): Promise<void> {
  const answer = await publisher.ask({ type: 'publish', text });
  if (answer.type === 'published') at.set(pub, answer.at);
}

const onlyOf = (commits: ReadonlyMap<number, number>, choices: readonly Choice[]): Map<number, number> =>
  new Map(choices.flatMap(({ pub }) => (commits.has(pub) ? [[pub, commits.get(pub) ?? 0] as const] : [])));

/** One per frame and watcher. */
const delays = (seen: readonly Arrivals[], since: ReadonlyMap<number, number>): number[] =>
  seen.flatMap(({ pub, at }) => {
    const begun = since.get(pub);
    return begun === undefined ? [] : at.map(one => one - begun);
  });

export function spread(figures: readonly number[]): Spread {
  const round = (value: number): number => Math.round(value * 100) / 100;
  return {
    p50: round(quantile(figures, 0.5)),
    p99: round(quantile(figures, 0.99)),
    max: round(quantile(figures, 1)),
  };
}
