/**
 * A moderator answers a request (M §5). Approving is the change of status itself, decided where every such change is:
 * whoever sets what was asked for has answered the request. Refusing changes nothing that a session knows.
 */
import type { AmphitheatreId, PersonId } from '../../machines/ids.ts';
import type { Refusal } from '../../machines/refusal.ts';
import { seal } from '../../machines/sealed.ts';
import type { ChoiceStatus } from '../../machines/session/world.ts';
import type { Sql } from '../../migrations/open.ts';
import { holdAmphitheatre } from '../acts/lock.ts';
import { DONE, refused } from '../acts/outcome.ts';
import type { Outcome } from '../acts/outcome.ts';
import { recordSilently } from '../acts/record.ts';
import type { Api } from '../http/api.ts';
import { mailDomainOf } from '../kit/config.ts';
import { tellModerators } from '../kit/own-changes.ts';
import { applyChange } from '../live/change.ts';
import type { Change } from '../live/change.ts';
import { writeStatus } from '../live/tables.ts';
import { answerWaiting } from './decided-mail.ts';

export interface Decision {
  readonly request: number;
  readonly reason: string;
  readonly account: number;
}

/**
 * The change of a person's status, whichever page it is asked on.
 * @param on what the moderator saw; null: whatever it is.
 */
export function statusChange(
  api: Pick<Api, 'config'>,
  person: PersonId,
  { status, on, reason, account }: StatusWanted,
): Pick<Change, 'command' | 'act' | 'write'> {
  const mailDomain = mailDomainOf(api.config);
  return {
    command: { type: 'setStatus', person, status, on, reason: seal(reason) },
    act: { act: 'setStatus', detail: { person, status }, reason },
    async write(sql) {
      const refusal = await writeStatus(sql, person, status, on);
      if (refusal === null) {
        const which = {
          text: 'status = ? and roster_entry_id in (select id from roster_entry where person = ?)',
          params: [status, person],
        };
        await answerWaiting(sql, which, { decision: 'approved', account, reason, mailDomain });
      }
      return refusal;
    },
  };
}

interface StatusWanted {
  readonly status: ChoiceStatus;
  readonly on: ChoiceStatus | null;
  readonly reason: string;
  readonly account: number;
}

/** @param on the status that the moderator saw beside the request. */
export async function approveStatus(
  api: Api,
  { request, reason, account, on }: Decision & { readonly on: ChoiceStatus },
): Promise<Outcome> {
  const asked = await findRequest(api.database.sql, request);
  if (asked === null) return { kind: 'unknown' };
  const { person, amphitheatre, status } = asked;
  if (await approvedAlready(api, asked, { request, reason, account })) return DONE;
  const outcome = await applyChange(api, {
    amphitheatre,
    who: { realm: 'moderator', account },
    ...statusChange(api, person, { status, on, reason, account }),
    may: sql => stillWaits(sql, request),
  });
  // Where a live session has written it: it tells the intern itself.
  if (outcome.kind === 'done') await tellModerators(api.database.sql);
  return outcome;
}

/** The files brought the status that was asked for: nothing is left to change, and the intern is told. */
function approvedAlready(
  api: Api,
  { person, amphitheatre, status }: FoundRequest,
  { request, reason, account }: Decision,
): Promise<boolean> {
  return api.database.transaction(async sql => {
    await holdAmphitheatre(sql, amphitheatre);
    const already = await sql('select from roster_entry where person = ? and status = ?', [person, status]);
    if (already.length === 0 || (await stillWaits(sql, request)) !== null) return false;
    const which = { text: 'id = ?::int', params: [request] };
    const mailDomain = mailDomainOf(api.config);
    await answerWaiting(sql, which, { decision: 'approved', account, reason, mailDomain });
    const detail = { person, status };
    await recordSilently(sql, { amphitheatre, act: 'setStatus', account, detail, reason });
    return true;
  });
}

/** The intern reads the reason. While an approval is on its way to a live session, that one was first. */
export async function refuseStatus(api: Api, { request, reason, account }: Decision): Promise<Outcome> {
  const asked = await findRequest(api.database.sql, request);
  if (asked === null) return { kind: 'unknown' };
  const { person, amphitheatre, status } = asked;
  const mailDomain = mailDomainOf(api.config);
  return api.database.transaction(async sql => {
    await holdAmphitheatre(sql, amphitheatre);
    const refusal = (await stillWaits(sql, request)) ?? (await approvalUnderWay(sql, person));
    if (refusal !== null) return refused(refusal);
    const which = { text: 'id = ?::int', params: [request] };
    await answerWaiting(sql, which, { decision: 'refused', account, reason, mailDomain });
    await recordSilently(sql, {
      amphitheatre,
      act: 'refuseStatus',
      account,
      detail: { person, status },
      reason,
    });
    return DONE;
  });
}

interface FoundRequest {
  readonly person: PersonId;
  readonly amphitheatre: AmphitheatreId;
  readonly status: ChoiceStatus;
}

async function findRequest(sql: Sql, request: number): Promise<FoundRequest | null> {
  const [row] = await sql<FoundRequest>(
    `select roster_entry.person, call_list_entry.amphitheatre_id as amphitheatre, status_request.status
    from status_request
    join roster_entry on roster_entry.id = status_request.roster_entry_id
    join semester on semester.id = roster_entry.semester_id and semester.current
    join call_list_entry on call_list_entry.roster_entry_id = roster_entry.id
    where status_request.id = ?::int`,
    [request],
  );
  return row ?? null;
}

/** @returns what became of it, where somebody was first. */
async function stillWaits(sql: Sql, request: number): Promise<Refusal | null> {
  const [row] = await sql<{ decision: 'approved' | 'refused' | null }>(
    'select decision from status_request where id = ?::int',
    [request],
  );
  if (row === undefined) return { code: 'STALE', now: 'requestTakenBack' };
  return row.decision === null ? null : { code: 'STALE', now: row.decision };
}

async function approvalUnderWay(sql: Sql, person: PersonId): Promise<Refusal | null> {
  const [asked] = await sql(
    `select from session_inbox where answered_at is null
      and command ->> 'type' = 'setStatus' and command ->> 'person' = ?`,
    [person],
  );
  return asked === undefined ? null : { code: 'STALE', now: 'beingDecided' };
}
