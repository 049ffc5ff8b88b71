/** Validated input: a zod schema per route, and an answer that names the fields at fault without ever quoting them. */
import { validator } from 'hono-openapi';
import { z } from 'zod';
import type { ZodType } from 'zod';
import { problem } from './problem.ts';

/** A number in an address or a query: digits, and no more than PostgreSQL's int holds. */
export const idInPath = z
  .string()
  .regex(/^[1-9]\d{0,9}$/)
  .transform(Number)
  .pipe(z.int32());

/** Text that a database can hold: no U+0000, no half of a character. */
export const plainText = z.string().regex(/^[^\0\p{Surrogate}]*$/u);

/**
 * The library's own 400 carries the whole body, passwords too: this one carries the paths only.
 * @param target where the input stands: the JSON body, the address's parameters, or its query.
 */
export function input<Target extends 'json' | 'param' | 'query', Schema extends ZodType>(
  target: Target,
  schema: Schema,
) {
  return validator(target, schema, (result, context) => {
    if (result.success) return undefined;
    const fields = result.error.map(issue =>
      (issue.path ?? []).map(part => String(typeof part === 'object' ? part.key : part)).join('.'),
    );
    return problem(context, 'INVALID_INPUT', { fields: [...new Set(fields)].filter(field => field !== '') });
  });
}
