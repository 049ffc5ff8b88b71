/** What a mail says stands in the bell too, and goes to the telephone; the mail itself is left where nobody wants its kind. */
import {
  isWantedAtFirst,
  mayDoWithout,
  notificationKindOf,
  WRITTEN_ELSEWHERE,
} from '../../machines/notification-kinds.ts';
import type { NotificationKind } from '../../machines/notification-kinds.ts';
import type { Sql } from '../../migrations/open.ts';
import { queueToldByMail } from '../kit/told-queue.ts';
import type { MailRow } from '../worker/mail-row.ts';

/**
 * Tells the account behind the address, once however often the job is tried.
 * @returns whether the mail is to leave; where not, its row says so and is kept.
 */
export async function tellAndAsk(sql: Sql, mail: MailRow): Promise<'wanted' | 'unwanted'> {
  const kind = notificationKindOf(mail.kind);
  const account = kind === null ? null : await accountOf(sql, mail);
  if (kind === null || account === null) return 'wanted';
  if (!isWrittenElsewhere(kind))
    await queueToldByMail(sql, { account, kind, mail: mail.id, detail: await detailOf(sql, kind, mail) });
  if (mayDoWithout(kind, 'mail') !== null || (await isWanted(sql, account, kind))) return 'wanted';
  await sql('update mail set unwanted = true where id = ?::bigint', [mail.id]);
  return 'unwanted';
}

const isWrittenElsewhere = (kind: NotificationKind): boolean => WRITTEN_ELSEWHERE.some(one => one === kind);

/** One address may be an intern's and a holder's: the Message-ID says which of them is meant (`choice-1-2-mandatary@…`). */
async function accountOf(sql: Sql, { recipient, messageId }: MailRow): Promise<number | null> {
  const realm = messageId.includes('-mandatary@') ? 'mandatary' : 'intern';
  const [row] = await sql<{ id: number }>(
    'select id from account where realm = ? and lower(email) = lower(?)',
    [realm, recipient],
  );
  return row?.id ?? null;
}

async function isWanted(sql: Sql, account: number, kind: NotificationKind): Promise<boolean> {
  const [row] = await sql<{ wanted: boolean }>(
    `select wanted from notification_choice where account_id = ?::int and kind = ?::text and channel = 'mail'`,
    [account, kind],
  );
  return row?.wanted ?? isWantedAtFirst(kind, 'mail');
}

/**
 * As it stands when the mail leaves: a bell that was read says what was true then. Of a request and of a mandate the
 * number alone: what is private of them is read where it stands (`sources.ts`), and goes from the bell with it.
 */
async function detailOf(sql: Sql, kind: NotificationKind, { data }: MailRow): Promise<object> {
  switch (kind) {
    case 'amphitheatreOpened':
    case 'sessionTime':
      return (await hourOf(sql, data.person ?? '')) ?? {};
    case 'choiceMade':
    case 'choiceCorrected':
      return (await placeOf(sql, data.session ?? null, data.seq ?? null)) ?? {};
    case 'statusAsked':
    case 'statusDecided':
      return { request: data.statusRequest ?? null };
    case 'mandateAsked':
    case 'mandateAccepted':
    case 'mandateEnded':
      return { mandate: data.mandate ?? null };
    case 'turn':
    case 'fourAhead':
    case 'messageToMe':
    case 'message':
    case 'offerChanged':
      return {};
    default:
      return kind satisfies never;
  }
}

async function hourOf(sql: Sql, person: string): Promise<{ readonly startsAt: number | null } | undefined> {
  const [row] = await sql<{ startsAt: number | null }>(
    `select (extract(epoch from session.starts_at) * 1000)::float8 as "startsAt" from roster_entry
    join call_list_entry on call_list_entry.roster_entry_id = roster_entry.id
    join session on session.id = call_list_entry.session_id where roster_entry.person = ?`,
    [person],
  );
  return row;
}

/** Nothing where the choice was taken back: no assignment begins with that row. */
async function placeOf(sql: Sql, session: number | null, seq: number | null): Promise<object | undefined> {
  const [row] = await sql<{ service: string; establishment: string }>(
    `select service.name as service, establishment.name as establishment from assignment
    join post on post.id = assignment.post_id
    join service on service.id = post.service_id
    join establishment on establishment.id = service.establishment_id
    where assignment.session_id = ?::int and assignment.seq = ?::bigint`,
    [session, seq],
  );
  return row;
}
