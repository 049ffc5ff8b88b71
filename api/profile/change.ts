/** What of an account is the intern's own to change; everything else is the ARS's and has no door here (ASVS 15.3.3). */
import type { Sql } from '../../migrations/open.ts';

export interface Reach {
  readonly phone: string;
  readonly address: string;
}

export async function writeReach(sql: Sql, account: number, { phone, address }: Reach): Promise<void> {
  await sql('update account set phone = ?, address = ? where id = ?::int', [phone, address, account]);
}

export async function writeFaculty(sql: Sql, account: number, faculty: string): Promise<void> {
  await sql('update account set faculty = ? where id = ?::int', [faculty, account]);
}

/** @param answerHash of `hashSecretAnswer` */
export async function writeSecret(
  sql: Sql,
  account: number,
  question: string,
  answerHash: string,
): Promise<void> {
  await sql('update account set secret_question = ?, secret_answer_hash = ? where id = ?::int', [
    question,
    answerHash,
    account,
  ]);
}
