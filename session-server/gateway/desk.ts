/** The moderators' room (domain §8): the private side of one session, and its rows as they come. */
import type { SessionId } from '../../machines/ids.ts';
import type { Who } from '../../machines/session/commands.ts';
import { capOf, deskPeople, noPost } from '../../machines/session/desk.ts';
import type { PublicState } from '../../machines/session/public-state.ts';
import type { Desk, DeskRow } from '../../machines/wire/frames.ts';
import type { Sql } from '../../migrations/open.ts';
import type { Bus } from '../bus/bus.ts';
import type { PublishedRow } from '../bus/messages.ts';
import { lastRows } from '../journal/read.ts';
import { restoreSession } from '../journal/restore.ts';

const ROWS_SHOWN = 100;

/** The live session, else the last one that is over; null before any has begun. */
export function sessionOfDesk(state: PublicState): SessionId | null {
  const sessions = [...state.sessions.values()];
  const live = sessions.find(session => session.state === 'running' || session.state === 'paused');
  return (live ?? sessions.findLast(session => session.state === 'closed'))?.id ?? null;
}

export async function readDesk(sql: Sql, bus: Bus, session: SessionId): Promise<Omit<Desk, 'moderators'>> {
  const { seq, people, noPost, supernumeraryCap } = await readSession(sql, bus, session);
  const rows = (await lastRows(sql, session, ROWS_SHOWN)).filter(row => row.seq <= seq);
  const shown = await Promise.all(rows.map(row => deskRow(sql, { ...row, command: row.commandType })));
  return { session, seq, people, rows: shown, noPost, supernumeraryCap };
}

async function readSession(
  sql: Sql,
  bus: Bus,
  session: SessionId,
): Promise<Pick<Desk, 'seq' | 'people' | 'noPost' | 'supernumeraryCap'>> {
  const views = await bus.view({ kind: 'desk', session }).catch(() => null);
  if (views?.kind === 'desk') return views;
  const { snapshot, seq } = await restoreSession(sql, session);
  const judged = { noPost: noPost(snapshot), supernumeraryCap: capOf(snapshot) };
  return { seq, people: deskPeople(snapshot), ...judged };
}

type Shown = Pick<PublishedRow, 'session' | 'seq' | 'at' | 'who' | 'command' | 'facts'>;

export async function deskRow(sql: Sql, row: Shown): Promise<DeskRow> {
  const { session, seq, at, command, facts } = row;
  return { session, seq, at, who: await nameOf(sql, row.who), command, facts };
}

/** Of moderators, who are few: looked up for each of their rows, so that a name corrected shows at once. */
async function nameOf(sql: Sql, who: Who): Promise<string> {
  switch (who.realm) {
    case 'system':
      return 'Serveur';
    case 'intern':
      return 'Interne';
    case 'mandatary':
      return 'Mandataire';
    case 'moderator': {
      const [row] = await sql<{ name: string }>('select name from account where id = ?::int', [who.account]);
      return row?.name ?? 'Gestion';
    }
    default:
      return who satisfies never;
  }
}
