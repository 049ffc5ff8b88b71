/** The moderators' room (domain §8): the private side of one session, and its rows as they come. */
import type { SessionId } from '../../machines/ids.ts';
import type { Who } from '../../machines/session/commands.ts';
import { capOf, deskPeople, noPost } from '../../machines/session/desk.ts';
import { lastingAfter, nothingLasting } from '../../machines/session/lasting.ts';
import type { PublicState } from '../../machines/session/public-state.ts';
import type { Desk, DeskRow } from '../../machines/wire/frames.ts';
import type { Sql } from '../../migrations/open.ts';
import type { Bus } from '../bus/bus.ts';
import type { PublishedRow } from '../bus/messages.ts';
import { lastingRows, lastRows } from '../journal/read.ts';
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
  const read = async (rows: Promise<Read>): Promise<readonly DeskRow[]> =>
    await deskRows(
      sql,
      (await rows).filter(row => row.session !== session || row.seq <= seq),
    );
  const rows = await read(lastRows(sql, session, ROWS_SHOWN));
  const lasting = lastingAfter(nothingLasting(session), await read(lastingRows(sql, session)));
  return { session, seq, people, rows, lasting, noPost, supernumeraryCap };
}

type Read = Awaited<ReturnType<typeof lastRows>>;

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

type Shown = Pick<PublishedRow, 'session' | 'seq' | 'at' | 'who' | 'command' | 'facts'> &
  Pick<DeskRow, 'reason'>;

export async function deskRow(sql: Sql, row: Shown): Promise<DeskRow> {
  const names = await namesOf(sql, [row.who]);
  return shownAs(row, names);
}

async function deskRows(sql: Sql, rows: Read): Promise<readonly DeskRow[]> {
  const names = await namesOf(
    sql,
    rows.map(({ who }) => who),
  );
  return rows.map(row => shownAs({ ...row, command: row.commandType }, names));
}

type NameOf = (who: Who) => string;

const shownAs = ({ session, seq, at, who, command, facts, reason }: Shown, nameOf: NameOf): DeskRow => ({
  session,
  seq,
  at,
  who: nameOf(who),
  command,
  facts,
  ...(reason === undefined ? {} : { reason }),
});

/** Of moderators, who are few: looked up each time, so that a name corrected shows at once. */
async function namesOf(sql: Sql, all: readonly Who[]): Promise<NameOf> {
  const accounts = new Set(all.flatMap(who => (who.realm === 'moderator' ? [who.account] : [])));
  const rows =
    accounts.size === 0
      ? []
      : await sql<{ id: number; name: string }>(
          'select id, name from account where id in (select jsonb_array_elements_text(?::jsonb)::int)',
          [JSON.stringify([...accounts])],
        );
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return who => {
    switch (who.realm) {
      case 'system':
        return 'Serveur';
      case 'intern':
        return 'Interne';
      case 'mandatary':
        return 'Mandataire';
      case 'moderator':
        return names.get(who.account) ?? 'Gestion';
      default:
        return who satisfies never;
    }
  };
}
