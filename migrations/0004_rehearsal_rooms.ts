/** Who of the moderators is in the room of a rehearsal, which is another than its amphitheatre's. */
import { Migration } from '@mikro-orm/migrations';

export class RehearsalRooms extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  // The rehearsal's session; 0: the amphitheatre's own room. No reference: a rehearsal taken back leaves no row behind it.
  'alter table room_moderator add column rehearsal int not null default 0',
  'alter table room_moderator drop constraint room_moderator_pkey',
  'alter table room_moderator add primary key (gateway, account_id, amphitheatre_id, rehearsal)',
];
