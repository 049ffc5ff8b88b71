/** Behind the confirmed address: what the ARS knows, to be checked, and the account made of the rest. */
import type { AccountId } from '../../machines/ids.ts';
import type { Database, Sql } from '../../migrations/open.ts';
import type { KnownOfIntern } from '../account-answers.ts';

import type { LinkConfig } from '../mailed-links/mail-link.ts';
import { lookAtLink, useLink } from '../mailed-links/open-link.ts';
import { hashPassword, hashSecretAnswer } from '../sign-in/passwords.ts';
import { settleConfirmation } from '../profile/settle-confirmation.ts';
import { queueAccountLetter } from '../sign-in/account-letters.ts';

export interface OwnFields {
  readonly birthDate: string;
  readonly phone: string;
  readonly address: string;
  readonly secretQuestion: string;
  readonly secretAnswer: string;
}

export interface SigningUp {
  readonly email: string;
  readonly known: KnownOfIntern;
}

/** Null where the link is over, or the person has left the roster since. */
export async function lookAtSignUp(sql: Sql, token: string): Promise<SigningUp | null> {
  const link = await lookAtLink(sql, 'confirmEmail', token);
  const known = link === null ? null : await readKnown(sql, link.detail);
  return link === null || known === null ? null : { email: link.email, known };
}

/** Without the INE only what everybody may read on the call lists: it may be somebody else who signs up. */
async function readKnown(sql: Sql, detail: Readonly<Record<string, unknown>>): Promise<KnownOfIntern | null> {
  const byIne = detail['byIne'] === true;
  const [row] = await sql<KnownOfIntern>(
    `select intern.name, intern.first_name as "firstName", intern.exam, intern.promotion,
      specialty.name as specialty, specialty_group.name as "group", roster_entry.phase,
      case when ?::boolean then intern.ine end as ine,
      case when ?::boolean then intern.birth_name end as "birthName",
      case when ?::boolean then intern.regime end as regime,
      case when ?::boolean then roster_entry.faculty end as faculty
    from intern
    join roster_entry on roster_entry.intern_id = intern.id
    join semester on semester.id = roster_entry.semester_id and semester.current
    join specialty on specialty.id = roster_entry.specialty_id
    join specialty_group on specialty_group.id = roster_entry.group_id
    where intern.id = ?::int`,
    [byIne, byIne, byIne, byIne, Number(detail['intern'])],
  );
  return row ?? null;
}

export type Finished =
  | { readonly kind: 'made'; readonly account: AccountId }
  | { readonly kind: 'linkOver' }
  /** Made meanwhile, in another window or by somebody else. */
  | { readonly kind: 'accountExists' };

/** @param password judged already. The link is used only where the account is made. */
export async function finishSignUp(
  database: Database,
  config: LinkConfig,
  token: string,
  password: string,
  own: OwnFields,
): Promise<Finished> {
  const [hash, answerHash] = [await hashPassword(password), await hashSecretAnswer(own.secretAnswer)];
  return database.transaction(async sql => {
    const link = await useLink(sql, 'confirmEmail', token);
    if (link === null) return { kind: 'linkOver' };
    const [made] = await sql<{ id: AccountId }>(
      `insert into account (realm, email, password_hash, intern_id, to_be_confirmed,
        birth_date, phone, address, secret_question, secret_answer_hash)
      values ('intern', ?, ?, ?::int, ?::boolean, ?::date, ?, ?, ?, ?) on conflict do nothing returning id`,
      [
        link.email,
        hash,
        Number(link.detail['intern']),
        link.detail['byIne'] !== true,
        own.birthDate,
        own.phone,
        own.address,
        own.secretQuestion,
        answerHash,
      ],
    );
    if (made === undefined) return { kind: 'accountExists' };
    await settleConfirmation(sql, made.id);
    await queueAccountLetter(sql, config, 'accountComplete', made.id);
    return { kind: 'made', account: made.id };
  });
}
