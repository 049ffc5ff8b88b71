/** One act pauses, or resumes, every running session (domain §3): to each its own command, with the state it was decided on. */
import { amphitheatreTitle } from '../../machines/amphitheatre-title.ts';
import type { Phase } from '../../machines/directory.ts';
import type { SessionId } from '../../machines/ids.ts';
import { refusalText } from '../../machines/refusal-text.ts';
import { seal } from '../../machines/sealed.ts';
import type { CommandBody } from '../../machines/session/commands.ts';
import type { Sql } from '../../migrations/open.ts';
import { PENDING_DETAIL } from '../acts/outcome.ts';
import type { Outcome } from '../acts/outcome.ts';
import type { SessionOutcome } from '../desk-answers.ts';
import type { Api } from '../http/api.ts';
import { answerOf, askSession } from './ask-session.ts';

export const pauseEverywhere = (
  api: Api,
  reason: string,
  account: number,
): Promise<readonly SessionOutcome[]> =>
  askEach(api, { type: 'pause', reason: seal(reason), on: 'running' }, account);

export const resumeEverywhere = (api: Api, account: number): Promise<readonly SessionOutcome[]> =>
  askEach(api, { type: 'resume', on: 'paused' }, account);

/** Asked in one transaction, so that all of them have it or none; each answers for itself. */
async function askEach(
  { database, clock }: Api,
  command: Extract<CommandBody, { type: 'pause' | 'resume' }>,
  account: number,
): Promise<readonly SessionOutcome[]> {
  const who = { realm: 'moderator', account } as const;
  const asked = await database.transaction(async sql => {
    const sessions = await sessionsIn(sql, command.on);
    const rows: { readonly row: number; readonly session: LiveSession }[] = [];
    for (const session of sessions)
      rows.push({ session, row: await askSession(sql, session.id, command, who) });
    return rows;
  });
  return Promise.all(
    asked.map(async ({ row, session }) => answered(session, await answerOf(database.sql, row, clock))),
  );
}

interface LiveSession {
  readonly id: SessionId;
  readonly number: number;
  readonly group: string;
  readonly phase: Phase;
}

const sessionsIn = (sql: Sql, state: 'running' | 'paused'): Promise<readonly LiveSession[]> =>
  sql<LiveSession>(
    `select session.id, session.number, specialty_group.name as "group", amphitheatre.phase
    from session
    join amphitheatre on amphitheatre.id = session.amphitheatre_id
    join specialty_group on specialty_group.id = amphitheatre.group_id
    where session.state = ? and not session.rehearsal
    order by specialty_group.name collate "fr-x-icu", amphitheatre.phase, session.number`,
    [state],
  );

function answered({ id, number, group, phase }: LiveSession, outcome: Outcome): SessionOutcome {
  const of = { session: id, amphitheatre: amphitheatreTitle(group, phase), number, request: null };
  switch (outcome.kind) {
    case 'done':
      return { ...of, outcome: 'done', detail: null };
    case 'refused':
      return { ...of, outcome: 'refused', detail: refusalText(outcome.refusal) };
    case 'pending':
      return { ...of, outcome: 'pending', detail: PENDING_DETAIL, request: outcome.request };
    case 'unknown': // a session that is not there any more has nothing to pause
      return { ...of, outcome: 'refused', detail: refusalText({ code: 'UNKNOWN_SESSION' }) };
    default:
      return outcome satisfies never;
  }
}
