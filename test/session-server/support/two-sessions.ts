/** Two sessions of one amphitheatre in which every command that a journal can hold is given at least once. */
import type { LineId, PersonId, PostId, ServiceId, SessionId, SpecialtyId } from '../../../machines/ids.ts';
import { seal } from '../../../machines/sealed.ts';
import type { Command } from '../../../machines/session/commands.ts';
import type { WorldPerson, WorldPost } from '../../../machines/session/world.ts';
import type { Sql } from '../../../migrations/open.ts';
import { REASON } from '../../machines/session/stage.ts';
import { playerOf } from './player.ts';
import type { Player } from './player.ts';
import { personAt, setStage, stageLogin } from './stage.ts';
import type { Stage } from './stage.ts';

/** What a journal can hold: acts on the amphitheatre come before it begins. */
export type JournalCommand = Exclude<Command['type'], 'validate' | 'open' | 'withdraw'>;

export const JOURNAL_COMMANDS = {
  start: true,
  pause: true,
  resume: true,
  close: true,
  choose: true,
  rejoin: true,
  connected: true,
  disconnected: true,
  deadline: true,
  graceOver: true,
  credit: true,
  excuse: true,
  lift: true,
  callBack: true,
  markAbsent: true,
  prolong: true,
  pass: true,
  chooseOnBehalf: true,
  correct: true,
  assign: true,
  leaveWithoutPost: true,
  add: true,
  addPosts: true,
  message: true,
  readPhone: true,
  setStatus: true,
  setMandate: true,
  setPost: true,
} as const satisfies Record<JournalCommand, true>;

export interface TwoSessions {
  readonly stage: Stage;
  readonly first: SessionId;
  readonly second: SessionId;
}

const POSTS = 12;

/** The first holds the people 1 to 5, of whom 5 is added at 4.5; the second 6 to 10. */
export async function playTwoSessions(sql: Sql): Promise<TwoSessions> {
  const stage = await setStage(sql, { people: 10, posts: POSTS, sessions: 2 });
  const [first, second] = stage.sessions;
  if (first === undefined || second === undefined) throw new Error('two sessions were asked for');
  await sql('delete from call_list_entry where call_order = 5');
  await sql(`update account set created_at = '2027-01-01'`); // before the simulated day
  const holder = await stageLogin(sql, 'mandatary', 'mandataire@stage.example', null);
  await sql(
    `insert into mandate (roster_entry_id, email, account_id) select id, 'mandataire@stage.example', ?::int
    from roster_entry where person = ?`,
    [holder.account, personAt(stage, 4)],
  );
  const played = playerOf(sql, stage, first);
  await playFirst(sql, stage, played);
  await playSecond(stage, playerOf(sql, stage, second));
  return { stage, first, second };
}

async function playFirst(
  sql: Sql,
  stage: Stage,
  { machine, play, wait, send, choose, ...player }: Player,
): Promise<void> {
  const person = (order: number): PersonId => personAt(stage, order);
  const post = (number: number): PostId => stage.posts[number - 1] as PostId;
  await player.start([person(1), person(3), person(4)]);
  // In the first one's turn.
  await play({ type: 'message', to: null, text: seal('Bonjour à tous.') });
  await play({ type: 'message', to: person(3), text: seal('Appelez-nous.') });
  await play({ type: 'readPhone', person: person(2) });
  await play({
    type: 'setStatus',
    person: person(3),
    status: 'supernumeraryValidating',
    on: 'classic',
    reason: REASON,
  });
  await play({ type: 'setMandate', person: person(4), held: true, connected: true });
  await play({ type: 'setPost', post: post(6), blocked: true, reason: REASON });
  await play({ type: 'setPost', post: post(6), blocked: false, reason: REASON });
  await play({ type: 'excuse', person: person(4), reason: REASON, on: 'waiting' });
  await play({ type: 'lift', person: person(4), on: 'excused', reason: REASON });
  await play({ type: 'add', person: await forgotten(sql, person(5)), edition: 2, reason: REASON });
  await play({ type: 'addPosts', posts: await addedPosts(sql, stage), edition: 3, reason: REASON });
  await play({ type: 'prolong', byMs: 30_000, ...player.aboutCalled(1) });
  await play({ type: 'pause', reason: REASON, on: 'running' });
  await play({ type: 'resume', on: 'paused' });
  await play({ type: 'credit', from: machine.now, to: machine.now, presence: 'kept' });
  await choose(person(1), post(1));
  // The second one is awaited, comes and goes, is marked absent, called back, lets the time run out, comes back.
  await play({ type: 'connected', person: person(2), where: 'g1' });
  await play({ type: 'disconnected', person: person(2), lastSeenAt: machine.now, where: 'g1' });
  await play({ type: 'connected', person: person(2), where: 'g1' });
  await play({ type: 'markAbsent', ...player.aboutCalled(2) });
  await play({ type: 'callBack', person: person(2), on: 'absent', reason: REASON });
  await play({ type: 'chooseOnBehalf', post: post(2), ...player.aboutCalled(3) });
  const turn = machine.called?.turn ?? 0;
  await wait(100_000);
  await send({
    type: 'choose',
    person: person(2),
    post: post(3),
    turn,
    receivedAt: machine.now,
    by: 'intern',
  });
  await play({ type: 'rejoin', person: person(2), by: 'intern' });
  await choose(person(4), post(3), 'mandatary');
  await choose(person(2), post(4));
  await play({ type: 'correct', person: person(2), from: post(4), to: post(5), reason: REASON });
  await play({ type: 'correct', person: person(1), from: post(1), to: null, reason: REASON });
  // Nothing is left for the fifth.
  const free = machine.snapshot.context.world?.posts
    .map(({ id }) => id)
    .filter(id => ![3, 5].map(post).includes(id));
  for (const each of free ?? []) await send({ type: 'setPost', post: each, blocked: true, reason: REASON });
  await play({ type: 'pass', ...player.aboutCalled(5) });
  for (const each of free ?? []) await send({ type: 'setPost', post: each, blocked: false, reason: REASON });
  await play({ type: 'close', on: 'running', force: null });
  await play({ type: 'correct', person: person(3), from: post(2), to: post(7), reason: REASON });
  await play({ type: 'message', to: person(1), text: seal('Vous serez rappelé à la session suivante.') });
}

async function playSecond(stage: Stage, { machine, play, wait, choose, ...player }: Player): Promise<void> {
  const person = (order: number): PersonId => personAt(stage, order);
  const post = (number: number): PostId => stage.posts[number - 1] as PostId;
  await player.start([6, 7, 8, 9, 10].map(person));
  await play({ type: 'correct', person: person(2), from: post(5), to: null, reason: REASON });
  for (const order of [6, 7, 8, 9, 10]) await choose(person(order), post(order === 7 ? 1 : order - 2));
  await wait(machine.snapshot.context.closesAt === null ? 0 : 20 * 60_000);
  const on = { laterOpen: null, reason: REASON } as const;
  await play({ type: 'assign', person: person(1), post: post(9), on: 'absent', offline: true, ...on });
  await play({ type: 'leaveWithoutPost', person: person(2), on: 'absent', ...on });
  await play({ type: 'assign', person: person(5), post: post(10), on: 'passed', offline: false, ...on });
  await play({ type: 'correct', person: person(6), from: post(4), to: post(2), reason: REASON });
}

async function forgotten(sql: Sql, id: PersonId): Promise<WorldPerson> {
  const [row] = await sql<{ specialty: SpecialtyId }>(
    'select specialty_id as specialty from roster_entry where person = ?',
    [id],
  );
  return {
    id,
    callOrder: 4.5,
    specialty: row?.specialty ?? (0 as SpecialtyId),
    status: 'classic',
    mandate: false,
    plannedAbsence: null,
    extraTurnMs: 0,
    carried: null,
    connected: true,
  };
}

/** Two more of the same service, blocked until they are offered. */
async function addedPosts(sql: Sql, { amphitheatre, posts }: Stage): Promise<readonly WorldPost[]> {
  const rows = await sql<{ id: PostId; service: ServiceId }>(
    `insert into post (amphitheatre_id, number, service_id, blocked)
    select ?::int, names.number, post.service_id, true
    from post, unnest(array['A', 'B']) names (number) where post.id = ?::int
    returning id, service_id as service`,
    [amphitheatre, posts[0]],
  );
  const line = posts[0] as number as LineId;
  return rows.map(({ id, service }) => ({ id, service, line, reservedFor: null, blocked: false }));
}
