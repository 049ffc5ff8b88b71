/** What the routes of saved searches answer; the client reads the types. */
import { z } from 'zod';
import type { AnswerOf } from './answer-parts.ts';

const savedSearch = z.strictObject({
  id: z.int(),
  name: z.string(),
  query: z
    .string()
    .describe('The query of an address (machines/offer-address.ts), without the question mark'),
});
export const savedSearches = z.array(savedSearch).describe('By name');

export type SavedSearch = AnswerOf<typeof savedSearch>;
