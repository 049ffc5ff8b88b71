/** What the moderators' room shows of people whose session has not begun: then the tables know it, no live session. */
import type { Sql } from '../migrations/open.ts';
import type { RosterPerson } from './answers.ts';
import { CHOOSER_CONNECTED_SINCE } from './desk/connected.ts';

/** In call order. */
export const readRoster = (sql: Sql, amphitheatre: number): Promise<readonly RosterPerson[]> =>
  sql<RosterPerson>(
    `select roster_entry.person, roster_entry.status, planned_absence.reason as "plannedAbsence",
      roster_entry.extra_turn_ms as "extraTurnMs", roster_entry.extra_turn_reason as "extraTurnReason",
      exists (select from mandate where mandate.roster_entry_id = roster_entry.id
        and accepted_at is not null and ended_at is null) as mandate,
      ${CHOOSER_CONNECTED_SINCE} as "connectedSince"
    from call_list_entry
    join roster_entry on roster_entry.id = call_list_entry.roster_entry_id
    left join planned_absence on planned_absence.roster_entry_id = roster_entry.id and lifted_at is null
    where call_list_entry.amphitheatre_id = ?::int order by call_list_entry.call_order`,
    [amphitheatre],
  );
