/** The rows of a journal that the moderators' room needs whatever their age, found without reading all the others. */
import { Migration } from '@mikro-orm/migrations';

export class Lasting extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  `create index journal_lasting_index on journal (session_id, seq)
    where facts @@ '$[*].kind == "absent" || $[*].kind == "lateChoice" || $[*].kind == "phoneRead" || $[*].kind == "message" || $[*].kind == "paused" || $[*].kind == "closed"'`,
];
