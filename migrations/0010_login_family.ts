/**
 * Every refresh token of a login bears the same mark, so that one shown again late, not only the one before, ends it;
 * and it is known whether the present one has come back, so that an answer lost on the way ends nothing.
 */
import { Migration } from '@mikro-orm/migrations';

export class LoginFamily extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  // SHA-256 of the mark; null of logins from before, whose tokens bear none and which end within 30 days.
  'alter table login add column refresh_family bytea',
  'create unique index login_refresh_family_unique on login (refresh_family)',
  'alter table login add column refresh_seen boolean not null default true',
];
