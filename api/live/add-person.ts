/**
 * Somebody forgotten comes onto the call list at their rank (domain §2): before the first start the list is written anew,
 * afterwards they stand between two others, in the live session or in one still to start.
 */
import type { AmphitheatreId, PersonId, SessionId } from '../../machines/ids.ts';
import { seal } from '../../machines/sealed.ts';
import { placeOfAdded } from '../../machines/session/place-of-added.ts';
import type { WorldPerson } from '../../machines/session/world.ts';
import type { Sql } from '../../migrations/open.ts';
import { lockAmphitheatre } from '../acts/lock.ts';
import type { LockedAmphitheatre } from '../acts/lock.ts';
import { DONE, refused } from '../acts/outcome.ts';
import type { Outcome } from '../acts/outcome.ts';
import { recordAct } from '../acts/record.ts';
import { orderSettings, placeOnList, readForgotten, readListed } from '../desk/listed.ts';
import type { Forgotten } from '../desk/listed.ts';
import type { Api } from '../http/api.ts';
import { readHours, writeCallList } from '../import/store/sessions.ts';
import { mailDomainOf } from '../kit/config.ts';
import { queueSessionTimes } from '../worker/queue.ts';
import { answerOf, askSession } from './ask-session.ts';
import { nextEdition, raiseEdition } from './edition.ts';

export interface Addition {
  readonly person: PersonId;
  readonly reason: string;
  readonly account: number;
}

export async function addPerson(api: Api, id: number, addition: Addition): Promise<Outcome> {
  const { database, clock, config } = api;
  const asked = await database.transaction<Outcome | number>(async sql => {
    const amphitheatre = await lockAmphitheatre(sql, id);
    if (amphitheatre === null) return { kind: 'unknown' };
    const [person] = await readForgotten(sql, id, addition.person);
    if (person === undefined) return refused(await whyNot(sql, amphitheatre.id, addition.person));
    return addLocked(sql, amphitheatre, person, addition, mailDomainOf(config));
  });
  return typeof asked === 'number' ? answerOf(database.sql, asked, clock) : asked;
}

async function whyNot(sql: Sql, amphitheatre: AmphitheatreId, person: PersonId) {
  const listed = await sql(
    `select from call_list_entry join roster_entry on roster_entry.id = roster_entry_id
    where amphitheatre_id = ?::int and person = ?`,
    [amphitheatre, person],
  );
  return { code: listed.length > 0 ? 'ALREADY_LISTED' : 'UNKNOWN_PERSON' } as const;
}

async function addLocked(
  sql: Sql,
  amphitheatre: LockedAmphitheatre,
  forgotten: Forgotten,
  { reason, account }: Addition,
  mailDomain: string,
): Promise<Outcome | number> {
  const { person } = forgotten;
  const list = await readListed(sql, amphitheatre.id);
  const place = placeOnList(list, forgotten, await orderSettings(sql, amphitheatre.id));
  const into = placeOfAdded(
    amphitheatre.sessions,
    place.before?.session ?? null,
    place.after?.session ?? null,
  );
  const act = {
    amphitheatre: amphitheatre.id,
    act: 'addPerson',
    account,
    detail: { person },
    reason, // as private as in a live session's journal
  } as const;
  switch (into.kind) {
    case 'refused':
      return into;
    case 'live': {
      const world = await worldPersonOf(sql, person, place.callOrder);
      const edition = await nextEdition(sql, amphitheatre.id);
      const command = { type: 'add', person: world, edition, reason: seal(reason) } as const;
      return askSession(sql, into.session, command, { realm: 'moderator', account });
    }
    case 'toStart':
      await insertInto(sql, amphitheatre.id, into.session, { person, ...into, callOrder: place.callOrder });
      await raiseEdition(sql, amphitheatre.id);
      await recordAct(sql, act);
      return DONE;
    case 'listAnew': {
      const before = await readHours(sql, amphitheatre.id);
      const ines = list.map(({ ine }) => ine).toSpliced(place.index, 0, forgotten.ine);
      await setChooses(sql, person);
      await writeCallList(sql, await semesterOf(sql, person), amphitheatre.id, ines, amphitheatre);
      await raiseEdition(sql, amphitheatre.id);
      const number = await recordAct(sql, act);
      if (amphitheatre.timetablePublished)
        await queueSessionTimes(sql, amphitheatre.id, number, mailDomain, before);
      return DONE;
    }
    default:
      return into satisfies never;
  }
}

/** As `start` would read them (host/load-world.ts); whether they are connected is the host's to know. */
async function worldPersonOf(sql: Sql, person: PersonId, callOrder: number): Promise<WorldPerson> {
  const [row] = await sql<Omit<WorldPerson, 'plannedAbsence'> & { readonly plannedAbsence: string | null }>(
    `select roster_entry.person as id, ?::float8 as "callOrder", roster_entry.specialty_id as specialty,
      roster_entry.status, roster_entry.extra_turn_ms as "extraTurnMs", planned_absence.reason as "plannedAbsence",
      exists (select from mandate where mandate.roster_entry_id = roster_entry.id
        and accepted_at is not null and ended_at is null) as mandate
    from roster_entry
    left join planned_absence on planned_absence.roster_entry_id = roster_entry.id and lifted_at is null
    where roster_entry.person = ?`,
    [callOrder, person],
  );
  if (row === undefined) throw new Error('a person of the roster is not there any more');
  const { plannedAbsence, ...rest } = row;
  return {
    ...rest,
    plannedAbsence: plannedAbsence === null ? null : seal(plannedAbsence),
    carried: null,
    connected: false,
  };
}

async function insertInto(
  sql: Sql,
  amphitheatre: AmphitheatreId,
  session: SessionId,
  {
    person,
    callOrder,
    late,
  }: { readonly person: PersonId; readonly callOrder: number; readonly late: boolean },
): Promise<void> {
  await sql(
    `insert into call_list_entry (amphitheatre_id, roster_entry_id, call_order, session_id, joined_late)
    select ?::int, id, ?::float8, ?::int, ?::boolean from roster_entry where person = ?`,
    [amphitheatre, callOrder, session, late, person],
  );
  await setChooses(sql, person);
}

/** So that the next import keeps them on the list. */
const setChooses = (sql: Sql, person: PersonId): Promise<unknown> =>
  sql('update roster_entry set chooses = true where person = ?', [person]);

async function semesterOf(sql: Sql, person: PersonId): Promise<number> {
  const [row] = await sql<{ semester: number }>(
    'select semester_id as semester from roster_entry where person = ?',
    [person],
  );
  return row?.semester ?? 0;
}
