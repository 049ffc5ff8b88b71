/** What may be asked of the worker, as it stands in `document.params`; the routes write it, the worker reads it. */
import { createHash } from 'node:crypto';
import { z } from 'zod';

export const format = z.enum(['pdf', 'csv']);
export type Format = z.infer<typeof format>;

const id = z.int32().positive();

export const wanted = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('callList'), amphitheatre: id, format }),
  z.strictObject({
    kind: z.literal('assignments'),
    semester: id,
    /** Null: the whole semester. */
    amphitheatre: id.nullable(),
    /** The agency's own list; the public one names the service, never the post (domain §8). */
    withPosts: z.boolean(),
    format,
  }),
  z.strictObject({ kind: z.literal('establishment'), establishment: id, semester: id, format }),
  z.strictObject({
    kind: z.literal('offer'),
    /** Null: the whole semester. */
    amphitheatre: id.nullable(),
    /** As in an address, without its page (`savedQuery` of machines/offer-address.ts). */
    search: z.string(),
    format,
  }),
  z.strictObject({ kind: z.literal('certificate'), assignment: id, format: z.literal('pdf') }),
]);

export type Wanted = z.infer<typeof wanted>;

/** The parameters in a fixed order, then as of when: whoever asks the same in the same state shares one document. */
export function keyOf(document: Wanted, standing: string): string {
  switch (document.kind) {
    case 'callList':
      return ['callList', document.amphitheatre, standing, document.format].join(':');
    case 'assignments': {
      const { semester, amphitheatre, withPosts } = document;
      const kind = withPosts ? 'assignmentsWithPosts' : 'assignments';
      return [kind, semester, amphitheatre ?? 'all', standing, document.format].join(':');
    }
    case 'establishment':
      return ['establishment', document.establishment, document.semester, standing, document.format].join(
        ':',
      );
    case 'offer': {
      const { amphitheatre, search } = document;
      const asked = createHash('sha256').update(search).digest('base64url');
      return ['offer', amphitheatre ?? 'all', asked, standing, document.format].join(':');
    }
    case 'certificate':
      return ['certificate', document.assignment, standing].join(':');
    default:
      return document satisfies never;
  }
}
