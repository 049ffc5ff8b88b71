/** What a person sees of themselves: from the session that has begun, else from the tables. */
import type { PersonId, SessionId } from '../../machines/ids.ts';
import { you } from '../../machines/session/you.ts';
import type { You } from '../../machines/wire/frames.ts';
import type { Sql } from '../../migrations/open.ts';
import type { Bus } from '../bus/bus.ts';
import { restoreSession } from '../journal/restore.ts';
import type { Actor } from './connection.ts';
import { readPerson, youFor } from './person.ts';
import type { PersonInTables } from './person.ts';
import type { Stream } from './stream.ts';

export interface SeenOfOneself {
  readonly you: You;
  /** E-mail of the holder of an accepted mandate, for the views to come. */
  readonly holder: string | null;
}

/** Null where the person has left the roster. */
export async function seenOfOneself(
  sql: Sql,
  bus: Bus,
  stream: Stream,
  { person, realm }: Actor,
): Promise<SeenOfOneself | null> {
  const known = await readPerson(sql, person);
  if (!known) return null;
  const session = stream.state.people.get(person)?.session ?? known.session;
  const begun = session === null ? null : await seenInSession(sql, bus, stream, session, person);
  const intern = begun
    ? { ...begun, choice: begun.choice ?? known.choice }
    : seenInTables(person, session, known);
  return { you: youFor(realm, intern, known.holder), holder: known.holder };
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
  return you(snapshot, person, { realm: 'intern', mandatary: null, choiceSeq: null });
}

function seenInTables(person: PersonId, session: SessionId | null, known: PersonInTables): You {
  return {
    person,
    session,
    status: known.status,
    chooser: known.holder === null,
    mandatary: null,
    plannedAbsence: known.plannedAbsence,
    absence: null,
    choice: known.choice,
  };
}
