/** What of the bell was read entry by entry. */
import { Migration } from '@mikro-orm/migrations';

export class Bell extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  // One entry read by itself, after the account's mark (`account.bell_read_at`): gone once the mark has passed it.
  `create table notification_read (
    account_id int not null constraint notification_read_account_id_foreign references account on delete cascade,
    key text not null, -- of the bell's entry: n12, m34, j5-67, a89
    at timestamptz not null, -- the entry's own instant
    primary key (account_id, key)
  )`,
];
