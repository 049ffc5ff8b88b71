/** A session in which everything private happens at least once, and who watched it: for the tests of what is told. */
import { askSession } from '../../../api/live/ask-session.ts';
import type { LineId, PersonId, PostId, ServiceId, SpecialtyId } from '../../../machines/ids.ts';
import { seal } from '../../../machines/sealed.ts';
import type { CommandBody } from '../../../machines/session/commands.ts';
import type { ServerFrame, WireCommand } from '../../../machines/wire/frames.ts';
import { eventually } from '../../support/eventually.ts';
import { planAbsence, stageHolder } from '../support/stage.ts';
import { openTheatre } from '../support/theatre.ts';
import type { Theatre } from '../support/theatre.ts';
import type { Watcher } from '../support/watcher.ts';
import { plantEverywhere, SECRET } from './plant.ts';

/** The message to one alone. */
export const TO_THE_FOURTH = `${SECRET} pour le quatrième`;
export const HOLDER_EMAIL = `${SECRET}-mandataire@stage.example`;
/** By call order: what is planted and these may read, beside what bears their own id. */
export const THEIRS: Readonly<Record<number, readonly string[]>> = { 3: [HOLDER_EMAIL], 4: [TO_THE_FOURTH] };
const MODERATORS_ALONE = `${SECRET} des gestionnaires`;

export interface Played {
  readonly theatre: Theatre;
  readonly visitor: Watcher;
  /** By call order. */
  readonly interns: ReadonlyMap<number, Watcher>;
  /** Of the third's mandate. */
  readonly holder: Watcher;
  readonly moderator: Watcher;
  /** Columns that hold a secret. */
  readonly planted: readonly string[];
}

/** Call orders of those who are connected from the beginning. */
const CONNECTED = [1, 3, 4, 5, 7] as const;

export async function playEverything(): Promise<Played> {
  const theatre = await openTheatre({ people: 9, posts: 12 });
  const { stage, database, clock } = theatre;
  const { session } = stage;
  await plantSecrets(theatre);
  const held = await stageHolder(database.sql, theatre.person(3), HOLDER_EMAIL);
  const moderator = await theatre.moderator();
  const visitor = await theatre.watcher(null);
  const interns = new Map<number, Watcher>();
  for (const order of CONNECTED) interns.set(order, await theatre.intern(order));
  const holder = await theatre.watcher(held.login);
  const of = (order: number): Watcher => {
    const intern = interns.get(order);
    if (!intern) throw new Error(`intern ${order} is not connected`);
    return intern;
  };
  const desk = async (body: WireCommand): Promise<void> => taken(await moderator.ask(session, body));
  const inbox = (body: CommandBody): Promise<void> => throughInbox(theatre, body);
  const turnOf = async (order: number): Promise<{ person: PersonId; turn: number }> => {
    const person = theatre.person(order);
    await visitor.fact('called', fact => fact['person'] === person);
    const turns = visitor.all('delta').flatMap(({ facts }) => facts);
    const called = turns.findLast(fact => fact.kind === 'called' && fact.person === person);
    return { person, turn: called?.kind === 'called' ? called.turn : 0 };
  };
  const reason = MODERATORS_ALONE;

  await desk({ type: 'start' });
  taken(await of(1).ask(session, { type: 'choose', post: theatre.post(1), turn: 1 }));
  await turnOf(2);
  clock.moveBy(20_500); // the second is not connected
  await visitor.fact('absent', ({ person }) => person === theatre.person(2));

  const third = await turnOf(3);
  await desk({
    type: 'prolong',
    ...third,
    on: 'choosing',
    byMs: 30_000,
    was: { endsAt: clock.now() + 90_000, leftMs: 90_000 },
    reason,
  });
  taken(await holder.ask(session, { type: 'choose', post: theatre.post(2), turn: third.turn }));

  const fourth = await turnOf(4);
  await inbox({ type: 'readPhone', person: fourth.person });
  await desk({ type: 'message', to: null, text: 'Reprise dans une minute.' });
  await desk({ type: 'message', to: fourth.person, text: TO_THE_FOURTH });
  await desk({ type: 'chooseOnBehalf', ...fourth, on: 'choosing', post: theatre.post(3), reason });

  const fifth = await turnOf(5);
  await desk({ type: 'pause', reason: 'Question sur un poste', on: 'running' });
  await desk({ type: 'resume', on: 'paused' });
  await desk({ type: 'markAbsent', ...fifth, on: 'choosing', reason });
  const late = await of(5).ask(session, { type: 'choose', post: theatre.post(5), turn: fifth.turn });
  if (late.type !== 'refused') throw new Error('a late choice was taken');
  await desk({ type: 'callBack', person: fifth.person, on: 'absent', reason });

  await desk({ type: 'excuse', person: theatre.person(8), reason, on: 'waiting' });
  await desk({ type: 'lift', person: theatre.person(8), on: 'excused', reason });
  await inbox({
    type: 'setStatus',
    person: theatre.person(8),
    status: 'supernumeraryValidating',
    on: 'classic',
    reason: seal(reason),
  });
  await inbox({ type: 'setPost', post: theatre.post(9), blocked: true, reason: seal('Travaux') });
  await inbox(await onePostMore(theatre));
  await inbox(await oneForgotten(theatre));
  await inbox({
    type: 'correct',
    person: theatre.person(1),
    from: theatre.post(1),
    to: theatre.post(4),
    reason: seal(reason),
  });
  await inbox({
    type: 'correct',
    person: theatre.person(1),
    from: theatre.post(4),
    to: null,
    reason: seal(reason),
  });
  const planted = await plantEverywhere(database); // what came meanwhile too
  await theatre.reopen();
  return { planted, theatre, visitor, interns, holder, moderator };
}

function taken(answer: ServerFrame): void {
  if (answer.type !== 'accepted') throw new Error(`not taken: ${JSON.stringify(answer)}`);
}

/** As the API asks for it, and answered through the row. */
async function throughInbox({ database, stage }: Theatre, body: CommandBody): Promise<void> {
  const who = { realm: 'moderator', account: stage.moderator.account } as const;
  const row = await database.transaction(sql => askSession(sql, stage.session, body, who));
  const answer = await eventually(`an answer to ${body.type}`, async () => {
    const [asked] = await database.sql<{ answer: { accepted?: number } | null }>(
      'select answer from session_inbox where id = ?::bigint',
      [row],
    );
    return asked?.answer ?? null;
  });
  if (answer.accepted === undefined) throw new Error(`${body.type} not taken: ${JSON.stringify(answer)}`);
}

async function plantSecrets(theatre: Theatre): Promise<void> {
  const { sql } = theatre.database;
  await sql(`update roster_entry set extra_turn_reason = '${SECRET} durée'`);
  await sql(`update intern set ine = '${SECRET}-' || ine`);
  await sql(`update account set email = '${SECRET}-' || email where realm = 'intern'`);
  await planAbsence(sql, theatre.person(9));
  await plantEverywhere(theatre.database);
}

async function onePostMore(theatre: Theatre): Promise<CommandBody> {
  const { sql } = theatre.database;
  const [row] = await sql<{ id: PostId; service: ServiceId }>(
    `insert into post (amphitheatre_id, number, service_id, blocked)
    select amphitheatre_id, 'ajout', service_id, true from post where id = ?::int returning id, service_id as service`,
    [theatre.post(1)],
  );
  if (!row) throw new Error('no post was added');
  return {
    type: 'addPosts',
    posts: [
      { id: row.id, service: row.service, line: Number(row.id) as LineId, reservedFor: null, blocked: false },
    ],
    edition: 2,
    reason: seal('Poste oublié'),
  };
}

async function oneForgotten(theatre: Theatre): Promise<CommandBody> {
  const { sql } = theatre.database;
  const id = 'forgotten1' as PersonId;
  const [row] = await sql<{ specialty: SpecialtyId }>(
    `with somebody as (
      insert into intern (ine, name, first_name, exam, promotion)
      values ('${SECRET}-oubli', 'Oubli', 'Camille', 'EDN', 2024) returning id)
    insert into roster_entry (semester_id, intern_id, person, group_id, specialty_id, phase, email, phone,
      validated_semesters, supernumerary_semesters, research_year_semesters, research_leave_semesters, national_rank,
      local_rank, local_headcount, seniority, theoretical_promotion, present_headcount, chooses)
    select semester_id, somebody.id, ?::text, group_id, specialty_id, phase, '${SECRET}-oubli@stage.example', '${SECRET}-06',
      1, 0, 0, 0, 99, 99, 100, 1, 2024, 100, false
    from roster_entry, somebody where roster_entry.person = ?::text returning specialty_id as specialty`,
    [id, theatre.person(1)],
  );
  if (!row) throw new Error('nobody was forgotten');
  return {
    type: 'add',
    person: {
      id,
      callOrder: 7.5,
      specialty: row.specialty,
      status: 'classic',
      mandate: false,
      plannedAbsence: null,
      extraTurnMs: 0,
      carried: null,
      connected: false,
    },
    edition: 3,
    reason: seal(MODERATORS_ALONE),
  };
}
