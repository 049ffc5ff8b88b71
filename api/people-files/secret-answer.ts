/** The secret answer on the telephone: the moderator types what is said, and sees yes or no, never the answer itself. */
import type { PersonId } from '../../machines/ids.ts';
import type { Database } from '../../migrations/open.ts';
import { recordDeskAct } from '../moderators/record.ts';
import { passwordMatches } from '../sign-in/passwords.ts';
import { spokenAnswer } from '../sign-in/spoken-answer.ts';
import { SECRET_TRIES_LEFT } from './secret-tries.ts';

export type Checked =
  | { readonly kind: 'checked'; readonly matches: boolean; readonly triesLeft: number }
  | { readonly kind: 'noAnswer' }
  | { readonly kind: 'noTriesLeft' };

/** Two at once stand in line at the account's row: the fourth try finds none left. */
export function checkSecretAnswer(
  database: Pick<Database, 'transaction'>,
  person: PersonId,
  answer: string,
  by: number,
): Promise<Checked> {
  return database.transaction(async sql => {
    const [account] = await sql<{ hash: string | null }>(
      `select account.secret_answer_hash as hash from account
      where intern_id = (select intern_id from roster_entry where person = ?) for update`,
      [person],
    );
    if (account === undefined || account.hash === null) return { kind: 'noAnswer' };
    const triesLeft = async (): Promise<number> => {
      const [row] = await sql<{ left: number }>(
        `select ${SECRET_TRIES_LEFT} as left from roster_entry where person = ?`,
        [person],
      );
      return row?.left ?? 0;
    };
    if ((await triesLeft()) === 0) return { kind: 'noTriesLeft' };
    const matches = await passwordMatches(account.hash, spokenAnswer(answer), 'telephone');
    await recordDeskAct(sql, { act: 'checkSecretAnswer', by, person, detail: { matches } });
    return { kind: 'checked', matches, triesLeft: await triesLeft() };
  });
}
