/** The code on a certificate: 100 bits of chance in four groups, of letters and digits that are not taken for one another. */
import { randomBytes } from 'node:crypto';

/** Without I, L, O and U: 32 of them, 5 bits each. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 20;
const GROUP = 5;
const CODE = new RegExp(`^[${LETTERS}]{${LENGTH}}$`);

/** As it is kept, without hyphens: 256 is a multiple of 32, so every letter is as likely. */
export const newCode = (): string =>
  Array.from(randomBytes(LENGTH), byte => LETTERS.charAt(byte % LETTERS.length)).join('');

/** @example '7F3K2-9QWER-X1Z8M-4T6VB' */
export const spelled = (code: string): string =>
  Array.from({ length: Math.ceil(code.length / GROUP) }, (_none, group) =>
    code.slice(group * GROUP, (group + 1) * GROUP),
  ).join('-');

/** What somebody typed from paper: case, spaces and hyphens forgiven, O read as 0, I and L as 1. Null: no such code can be. */
export function readCode(typed: string): string | null {
  const code = typed
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return CODE.test(code) ? code : null;
}
