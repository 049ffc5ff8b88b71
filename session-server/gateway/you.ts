/** What a person sees of themselves: from the session that has begun, else from the tables. */
import type { PersonId, SessionId } from '../../machines/ids.ts';
import { you } from '../../machines/session/you.ts';
import type { You } from '../../machines/wire/frames.ts';
import type { Sql } from '../../migrations/open.ts';
import type { Bus } from '../bus/bus.ts';
import { lastAssigned, messagesTo } from '../journal/read.ts';
import { restoreSession } from '../journal/restore.ts';
import { absenceHandedOver } from './absence-handed-over.ts';
import { NOTHING_CLOSED, readClosed } from './closed-rows.ts';
import { readPeople } from './person.ts';
import type { PersonInTables } from './person.ts';
import type { Stream } from './stream.ts';

/** Enough to tell both the intern and the holder of their mandate. */
export interface SeenOfOneself {
  /** The intern's view, without the holder's e-mail. */
  readonly intern: You;
  /** E-mail of the holder of an accepted mandate. */
  readonly holder: string | null;
  /** As it was read: whoever reads again sees what has changed outside every session. */
  readonly tables: PersonInTables;
}

/** Null where the person has left the roster. */
export async function seenOfOneself(
  sql: Sql,
  bus: Bus,
  stream: Stream,
  person: PersonId,
): Promise<SeenOfOneself | null> {
  const [read] = await readPeople(sql, [person]);
  if (!read) return null;
  const { rehearsal } = stream.id;
  const counts = rehearsal === null;
  const tables = counts ? read : await seenInRehearsal(sql, read, rehearsal);
  const session = stream.state.people.get(person)?.session ?? tables.session;
  const begun = session === null ? null : await seenInSession(sql, bus, stream, session, person);
  const isOver = session !== null && stream.state.sessions.get(session)?.state === 'closed';
  const closed = begun || !counts ? undefined : await readClosed(sql, stream.id.amphitheatre, [person]);
  const absence =
    begun || !counts || session === null ? null : await absenceHandedOver(sql, stream.state, session, person);
  const seen = begun
    ? { ...begun, messages: tables.messages }
    : { ...seenInTables(person, session, tables), ...closed?.get(person), absence };
  return { intern: isOver && counts ? sinceClosed(seen, tables) : seen, holder: tables.holder, tables: read };
}

/** Nothing of a rehearsal stands in the tables, nor anything of the real sessions in a rehearsal. */
async function seenInRehearsal(
  sql: Sql,
  tables: PersonInTables,
  rehearsal: SessionId,
): Promise<PersonInTables> {
  const messages = await messagesTo(sql, rehearsal, tables.person);
  return { ...tables, choice: null, outcome: null, messages };
}

async function seenInSession(
  sql: Sql,
  bus: Bus,
  stream: Stream,
  session: SessionId,
  person: PersonId,
): Promise<You | null> {
  const state = stream.state.sessions.get(session)?.state;
  if (state !== 'running' && state !== 'paused' && state !== 'closed') return null;
  const views =
    state === 'closed' ? null : await bus.view({ kind: 'person', session, person }).catch(() => null);
  if (views?.kind === 'person') return views.view;
  // Nobody owns it just now: the record says it as well.
  const { snapshot } = await restoreSession(sql, session);
  const choiceSeq = await lastAssigned(sql, session, person);
  return you(snapshot, person, { realm: 'intern', mandatary: null, choiceSeq, messages: [] });
}

/** What was decided since of who belongs to a closed session, by the one that decides now, stands in the tables. */
function sinceClosed(
  begun: You,
  { choice, outcome, status, holder, plannedAbsence, extraTurnMs }: PersonInTables,
): You {
  return {
    ...begun,
    status,
    plannedAbsence,
    extraTurnMs,
    chooser: holder === null,
    choice,
    outcome,
    absence: choice === null && plannedAbsence === null ? begun.absence : null,
  };
}

function seenInTables(person: PersonId, session: SessionId | null, tables: PersonInTables): You {
  const { status, holder, extraTurnMs, plannedAbsence, outcome, messages, choice } = tables;
  return {
    person,
    session,
    status,
    chooser: holder === null,
    mandatary: null,
    extraTurnMs,
    plannedAbsence,
    outcome,
    ...NOTHING_CLOSED,
    messages,
    absence: null,
    choice,
  };
}
