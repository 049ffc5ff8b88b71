/**
 * What goes from one process to the others, over Redis pub/sub; joined.ts puts what stays within the process beside it.
 * Everything in it can be thrown away (architecture §4): `FLUSHALL` or a restart of Redis loses messages, never a
 * choice, for gateways repair gaps from the journal. It may be away from the beginning: what is to be heard is then
 * subscribed to once it is there.
 */
import { randomUUID } from 'node:crypto';
import { createClient } from 'redis';
import type { Bus, Ownership, Release } from './bus.ts';
import { DOUBT_ENDS_MS, NoAnswer, NobodyThere } from './bus.ts';
import type { Answer, CommandRequest, ViewRequest, Views } from './messages.ts';
import { streamKey } from './stream-id.ts';
import { subscriptions } from './subscriptions.ts';

/** Longer than a database that hesitates; a command's answer may wait until it is known whether its row stands. */
const VIEW_WITHIN_MS = 5_000;
const ANSWER_WITHIN_MS = DOUBT_ENDS_MS + 5_000;
const CLAIM_MS = 30_000;
const LONGEST_WAIT_MS = 1_000; // between two tries to reach Redis again (facts §10)
const FIRST_WAIT_MS = 2_000; // for Redis, at the start
/** A Redis that does not answer is away: its connection is given up and tried anew. */
const PING_EVERY_MS = 1_000;
const SILENT_MS = 5_000;

interface Question {
  readonly id: string;
  readonly replyTo: string;
  readonly ask: Ask;
}

type Ask =
  | { readonly kind: 'command'; readonly request: CommandRequest }
  | { readonly kind: 'view'; readonly request: ViewRequest };

interface Reply {
  readonly id: string;
  readonly answer: Answer | Views;
}

/**
 * It does not tell its own process what it tells the others, nor takes up what is asked of an owner here.
 * @param onFault told of each lost connection; Redis being away stops nobody.
 */
export async function redisBus(url: string, onFault: (error: unknown) => void): Promise<Bus> {
  const me = randomUUID();
  const options = {
    url,
    disableOfflineQueue: true,
    pingInterval: PING_EVERY_MS,
    socket: {
      socketTimeout: SILENT_MS,
      reconnectStrategy: (tries: number) => Math.min(50 * 2 ** tries, LONGEST_WAIT_MS),
    },
  };
  const speaking = createClient(options);
  const hearing = speaking.duplicate();
  for (const client of [speaking, hearing]) client.on('error', onFault); // without a listener the process dies

  const say = async (channel: string, message: unknown): Promise<number> => {
    try {
      return await speaking.publish(channel, `${me} ${JSON.stringify(message)}`);
    } catch (error) {
      onFault(error);
      return 0;
    }
  };
  const channels = subscriptions(hearing, onFault);
  const hear = (channel: string, listener: (message: never) => void): Promise<Release> =>
    channels.hear(channel, text => listener(messageIn(text) as never));
  /** The others' words alone. */
  const hearOthers = (channel: string, listener: (message: never) => void): Promise<Release> =>
    channels.hear(channel, text => {
      if (!text.startsWith(me)) listener(messageIn(text) as never);
    });

  const backHearers = new Set<() => void>();
  const isBack = (): void => backHearers.forEach(hearer => hearer());
  await hearOthers('back', isBack);
  speaking.on('ready', () => void say('back', null)); // what we said meanwhile went nowhere
  hearing.on('ready', () => void channels.renew().then(isBack, onFault)); // what was said meanwhile was not heard
  const connected = Promise.all([speaking.connect(), hearing.connect()]);
  connected.catch(onFault);
  await Promise.race([connected, new Promise(resolve => setTimeout(resolve, FIRST_WAIT_MS).unref())]);

  const replies = new Map<string, (answer: Answer | Views) => void>();
  const replyTo = `reply:${randomUUID()}`;
  await hear(replyTo, (reply: Reply) => replies.get(reply.id)?.(reply.answer));

  /** @returns null where nobody listens on any of these channels. */
  const question = async (ask: Ask, where: readonly string[]): Promise<Answer | Views | null> => {
    if (!hearing.isReady) return null; // no answer would be heard
    const id = randomUUID();
    let giveUp: NodeJS.Timeout | undefined;
    const answered = new Promise<Answer | Views>((resolve, reject) => {
      replies.set(id, resolve);
      const within = ask.kind === 'command' ? ANSWER_WITHIN_MS : VIEW_WITHIN_MS;
      giveUp = setTimeout(() => reject(new NoAnswer(`${ask.kind} ${ask.request.session}`)), within);
    });
    answered.catch(() => undefined); // nobody may be waiting any more when it gives up
    try {
      for (const channel of where)
        if ((await say(channel, { id, replyTo, ask } satisfies Question)) > 0) return await answered;
      return null;
    } finally {
      clearTimeout(giveUp);
      replies.delete(id);
    }
  };
  const answerTo = (asked: Question, answer: Promise<Answer> | Views): void => {
    Promise.resolve(answer).then(
      known => say(asked.replyTo, { id: asked.id, answer: known } satisfies Reply),
      onFault,
    );
  };
  /** Every host hears of an orphan's command; the first to set the key takes it. */
  const claimed = async (id: string): Promise<boolean> =>
    (await speaking.set(`claim:${id}`, '1', {
      condition: 'NX',
      expiration: { type: 'PX', value: CLAIM_MS },
    })) === 'OK';

  return {
    publish: (stream, live) => void say(`live:${streamKey(stream)}`, live),
    follow: (stream, listener) => hearOthers(`live:${streamKey(stream)}`, listener),
    async request(request) {
      const answer = await question({ kind: 'command', request }, [`session:${request.session}`, 'orphans']);
      if (!answer || !isAnswer(answer)) throw new NobodyThere(`session ${request.session}`);
      return answer;
    },
    async view(request) {
      const answer = await question({ kind: 'view', request }, [`session:${request.session}`]);
      return answer && !isAnswer(answer) ? answer : null;
    },
    own: (session, owner) =>
      hear(`session:${session}`, (asked: Question) => answerTo(asked, answerOf(owner, asked.ask))),
    takeOrphans: take =>
      hear('orphans', (asked: Question) => {
        if (asked.ask.kind !== 'command') return;
        const { request } = asked.ask;
        claimed(asked.id).then(mine => mine && answerTo(asked, take(request)), onFault);
      }),
    reportPresence: report => void say('presence', report),
    hearPresence: listener => hearOthers('presence', listener),
    askPresence: () => void say('presence-asked', null),
    hearPresenceAsked: listener => hearOthers('presence-asked', listener),
    hearBack(hearer) {
      backHearers.add(hearer);
      return Promise.resolve(() => Promise.resolve(void backHearers.delete(hearer)));
    },
    close() {
      hearing.destroy();
      speaking.destroy();
      return Promise.resolve();
    },
  };
}

/** Behind the name of who said it. */
const messageIn = (text: string): unknown => JSON.parse(text.slice(text.indexOf(' ') + 1));

const isAnswer = (said: Answer | Views): said is Answer =>
  said.kind === 'accepted' || said.kind === 'refused' || said.kind === 'fault';

function answerOf(owner: Ownership, ask: Ask): Promise<Answer> | Views {
  return ask.kind === 'command' ? owner.command(ask.request) : owner.view(ask.request);
}
