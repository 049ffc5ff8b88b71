/** Validated input: a zod schema per route, and an answer that names the fields at fault without ever quoting them. */
import { validator } from 'hono-openapi';
import { z } from 'zod';
import type { ZodType } from 'zod';
import type { PersonId } from '../../machines/ids.ts';
import { fieldText } from './field-text.ts';
import { problem } from './problem.ts';

/** A number in an address or a query: digits, and no more than PostgreSQL's int holds. */
export const idInPath = z
  .string()
  .regex(/^[1-9]\d{0,9}$/)
  .transform(Number)
  .pipe(z.int32());

/** A day by the calendar, of years that PostgreSQL counts too: it has no year 0. */
export const day = z.iso.date().refine(text => text >= '2000');

/** A person of a semester, as addresses name them. */
export const personInPath = z
  .string()
  .regex(/^[0-9a-z]{10}$/)
  .transform(person => person as PersonId);

/** Text that a database can hold: no U+0000, no half of a character. */
export const plainText = z.string().regex(/^[^\0\p{Surrogate}]*$/u);

// What a mail server takes as it is, and a moderator reads as it is: of plain ASCII, in which no letter looks like another's.
const ADDRESS = /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-zA-Z\d-]+(?:\.[a-zA-Z\d-]+)+$/;

/** An e-mail address that somebody gives: no homoglyph, no second recipient, no header of its own (ASVS 1.3.11). */
export const emailAddress = plainText.trim().max(254).regex(ADDRESS);

/**
 * An address as somebody signs in with: of plain ASCII too. PostgreSQL's `lower` takes «İ» for «i» and «K» (Kelvin) for
 * «k», so that each way of writing them would be one more account to those who count tries (ASVS 6.3.1).
 */
export const typedAddress = z
  .string()
  .trim()
  .min(3)
  .max(254) // RFC 5321's longest address
  .regex(/^[!-~]+$/);

/**
 * The library's own 400 carries the whole body, passwords too: this one carries the paths, and beside each what would
 * do, never what was sent.
 * @param target where the input stands: the JSON body, the address's parameters, or its query.
 */
export function input<Target extends 'json' | 'param' | 'query', Schema extends ZodType>(
  target: Target,
  schema: Schema,
) {
  return validator(target, schema, (result, context) => {
    if (result.success) return undefined;
    const told = result.error
      .map(issue => [pathOf(issue.path ?? []), fieldText(issue as z.core.$ZodIssue)] as const)
      .filter(([path]) => path !== '');
    const messages = Object.fromEntries(told);
    return problem(context, 'INVALID_INPUT', { fields: Object.keys(messages), messages });
  });
}

const pathOf = (path: readonly (PropertyKey | { readonly key: PropertyKey })[]): string =>
  path.map(part => String(typeof part === 'object' ? part.key : part)).join('.');
