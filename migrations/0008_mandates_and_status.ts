/** Requests for another kind of choice, and what a mandate needs to be asked for, declined and given to another. */
import { Migration } from '@mikro-orm/migrations';

export class MandatesAndStatus extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  // One that is taken back leaves no row; one at a time waits for its answer (domain §6).
  `create table status_request (
    id int generated always as identity primary key,
    roster_entry_id int not null constraint status_request_roster_entry_id_foreign references roster_entry,
    status text not null, -- what is asked for
    asked_at timestamptz not null default now(),
    decided_at timestamptz,
    decided_by int, -- the moderator's account
    decision text, -- approved | refused
    reason text -- of a refusal the intern reads it, of an approval the agency alone
  )`,
  'create index status_request_roster_entry_id_index on status_request (roster_entry_id)',
  `create unique index status_request_waiting_unique on status_request (roster_entry_id) where decided_at is null`,
  // One per holder (domain §6): by the address, for there is no account before the acceptance.
  'create unique index mandate_email_unique on mandate (lower(email)) where ended_at is null',
  // Null while it lasts, and of those ended before this column.
  `alter table mandate add column ended_by text`, // intern | mandatary | semester
];
