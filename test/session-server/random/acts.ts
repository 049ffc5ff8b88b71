/** What a random press comes to in a session that a host owns: a socket that comes or goes, time, a restart, a command. */
import type { LineId, PersonId, ServiceId, SpecialtyId } from '../../../machines/ids.ts';
import type { CommandBody } from '../../../machines/session/commands.ts';
import type { WorldPerson, WorldPost } from '../../../machines/session/world.ts';
import { commandOf } from '../../machines/session/random-commands.ts';
import type { Press } from '../../machines/session/random-commands.ts';
import { REASON } from '../../machines/session/stage.ts';
import type { Amphitheatre } from './amphitheatres.ts';
import type { HostRoom } from './host-room.ts';
import type { PlayedSession, Room } from './played-session.ts';

export interface Scene<R extends Room = Room> {
  readonly room: R;
  readonly amphitheatre: Amphitheatre;
  readonly played: PlayedSession;
  readonly isLast: boolean;
}

/** On a host alone: who is connected is what we say. Over sockets it is `socket-acts.ts`. */
export async function act(scene: Scene<HostRoom>, press: Press): Promise<void> {
  const { room, played } = scene;
  switch (press.what) {
    case 'wait':
      room.clock.moveBy(press.ms);
      return await played.catchUp();
    case 'connected':
    case 'disconnected':
      comeOrGo(scene, press);
      return await played.catchUp();
    case 'credit':
      await interrupt(scene, press);
      return await played.catchUp();
    default:
      return await command(scene, press);
  }
}

/** The chooser's sockets; now and then the other one's, which do not count. */
function comeOrGo({ room, played }: Scene<HostRoom>, { what, person: number, stale }: Press): void {
  const one = played.model.people[number - 1];
  if (!one) return;
  room.set(one.id as PersonId, one.mandate === stale ? 'intern' : 'mandatary', what === 'connected');
}

/** A restart, another host that takes over, or a gateway that falls silent: long enough to be held lost, or not. */
async function interrupt({ room }: Scene<HostRoom>, { flag, stale, ms }: Press): Promise<void> {
  if (!flag) room.silence(Math.min(ms, 20_500), silent => room.clock.moveBy(silent));
  else if (stale) await room.takeOver();
  else await room.restart();
}

const BY_INBOX: readonly CommandBody['type'][] = [
  'setStatus',
  'setMandate',
  'setPost',
  'correct',
  'assign',
  'leaveWithoutPost',
  'add',
  'addPosts',
  'readPhone',
];

/** Made on what is the case then, judged by the model and asked as it would be. */
export async function command(scene: Scene, press: Press): Promise<void> {
  const { played, isLast } = scene;
  const body = commandOf(press, played);
  if (!body) return;
  const made = await prepared(scene, press, body);
  const isLater = made.type === 'assign' || made.type === 'leaveWithoutPost';
  const asked = isLater && !isLast ? { ...made, laterOpen: 2 } : made;
  await played.ask(asked, BY_INBOX.includes(body.type) ? 'inbox' : 'socket');
}

/** What the API has written in the tables before it asks. */
async function prepared(scene: Scene, press: Press, body: CommandBody): Promise<CommandBody> {
  switch (body.type) {
    case 'add': {
      const person = await forgotten(scene, press, body.person);
      return { ...body, person };
    }
    case 'addPosts':
      return press.stale ? body : { ...body, posts: await onePost(scene) };
    case 'setMandate':
      if (body.held) await askMandate(scene, body.person);
      return body;
    default:
      return body;
  }
}

/** Asked for again, where none is under way: it counts from its acceptance. */
async function askMandate({ room }: Scene, person: PersonId): Promise<void> {
  await room.database.sql(
    `with free as (
      select id, person || '-' || gen_random_uuid() || '@mandat.example' as email from roster_entry
      where person = ?::text and not exists
        (select from mandate where roster_entry_id = roster_entry.id and ended_at is null)),
    holder as (
      insert into account (realm, email, name, created_at) select 'mandatary', email, '', '2027-01-01' from free
      returning id, email)
    insert into mandate (roster_entry_id, email, account_id)
    select free.id, holder.email, holder.id from free join holder using (email)`,
    [person],
  );
}

async function forgotten(
  { room, amphitheatre, played }: Scene,
  { flag, stale }: Press,
  person: WorldPerson,
): Promise<WorldPerson> {
  const [known] = played.model.people;
  const id = amphitheatre.forgotten[flag ? 0 : 1] ?? person.id;
  const [row] = await room.database.sql<{ specialty: SpecialtyId }>(
    'select specialty_id as specialty from roster_entry where person = ?::text',
    [id],
  );
  const listed = stale && known ? (known.id as PersonId) : id;
  const connected = room.isHere(listed, 'intern');
  const callOrder = person.callOrder + (flag ? 0 : 0.25); // no two share a rank
  return { ...person, id: listed, callOrder, specialty: row?.specialty ?? person.specialty, connected };
}

/** Written blocked, for nobody to see before it is announced. */
async function onePost({ room, amphitheatre }: Scene): Promise<readonly WorldPost[]> {
  const { sql } = room.database;
  await sql(
    `insert into post (amphitheatre_id, number, service_id, accreditation, blocked)
    select amphitheatre_id, 'plus ' || max(id), max(service_id), 'plus', true from post where amphitheatre_id = ?::int
    group by amphitheatre_id`,
    [amphitheatre.amphitheatre],
  );
  const [row] = await sql<{ id: number; service: ServiceId; line: LineId }>(
    `select id, service_id as service, min(id) over (partition by service_id, accreditation) as line from post
    where amphitheatre_id = ?::int and reserved_for_id is null order by id desc limit 1`,
    [amphitheatre.amphitheatre],
  );
  if (!row) throw new Error('no post');
  return [{ id: row.id as never, service: row.service, line: row.line, reservedFor: null, blocked: false }];
}

export async function closeByForce({ played }: Scene): Promise<void> {
  if (played.isClosed) return;
  const force = { unchosen: played.model.stillToChoose, reason: REASON };
  await played.ask({ type: 'close', on: played.model.paused ? 'paused' : 'running', force }, 'socket');
}

/** «À affecter»: a post each, as long as there are any. */
export async function assignTheRest({ played }: Scene): Promise<void> {
  const about = { laterOpen: null, offline: false, reason: REASON } as const;
  for (const { id, kind } of played.model.people.filter(one => one.kind !== 'chosen')) {
    const one = played.model.find(id);
    const post = one && played.model.seats.posts.find(other => played.model.seats.mayChoose(one, other.id));
    if (post)
      await played.ask(
        { type: 'assign', person: id as PersonId, post: post.id, on: kind, ...about },
        'inbox',
      );
  }
}
