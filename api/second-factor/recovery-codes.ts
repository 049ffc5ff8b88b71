/** Recovery codes: ten, shown once, each signs in once where the telephone or the key is lost. */
import { createHash, randomInt } from 'node:crypto';
import type { Sql } from '../../migrations/open.ts';

const CODES = 10;
const GROUPS = 4;
const GROUP = 6; // characters
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'; // 32, none that is read for another: 120 bits in all (ASVS 6.5.2)

/** Ten new ones in place of those before. @returns them as shown, `K7MQ2X-…`: nobody reads them again. */
export async function replaceRecoveryCodes(sql: Sql, account: number): Promise<readonly string[]> {
  const codes = Array.from({ length: CODES }, newCode);
  await sql('delete from recovery_code where account_id = ?::int', [account]);
  for (const code of codes)
    await sql('insert into recovery_code (hash, account_id) values (?, ?::int)', [hashOf(code), account]);
  return codes;
}

/** Typed with or without hyphens, in small letters too. @returns whether it was one, and is none any more. */
export async function useRecoveryCode(sql: Sql, account: number, typed: string): Promise<boolean> {
  const used = await sql('delete from recovery_code where account_id = ?::int and hash = ? returning 1', [
    account,
    hashOf(typed),
  ]);
  return used.length > 0;
}

const newCode = (): string =>
  Array.from({ length: GROUPS }, () =>
    Array.from({ length: GROUP }, () => ALPHABET[randomInt(ALPHABET.length)]).join(''),
  ).join('-');

const hashOf = (typed: string): Buffer =>
  createHash('sha256')
    .update(typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, ''))
    .digest();
