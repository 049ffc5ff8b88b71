/** What several answers and bodies are made of: for the files of answers (`answers.ts`, `desk-answers.ts`…) and `desk-bodies.ts`. */
import { z } from 'zod';
import type { Phase } from '../machines/directory.ts';
import type { PersonId } from '../machines/ids.ts';
import type { SessionStateName } from '../machines/session/state.ts';
import type { ChoiceStatus } from '../machines/session/world.ts';

/** As read: nobody changes an answer. */
type Read<Value> = Value extends string | number | boolean | null
  ? Value
  : { readonly [Key in keyof Value]: Read<Value[Key]> };
export type AnswerOf<Schema extends z.ZodType> = Read<z.infer<Schema>>;

// A brand is the types' alone: on the wire a number or a text.
export const idOf = <Id extends number>() => z.int() as z.ZodInt & z.ZodType<Id>;
export const personId = z.string() as z.ZodString & z.ZodType<PersonId>;

export const ms = z.number().describe('Milliseconds since 1970');
export const sessionState = z.enum([
  'draft',
  'validated',
  'open',
  'running',
  'paused',
  'closed',
] satisfies readonly SessionStateName[]);
export const phase = z.enum([
  'socle',
  'approfondissement',
  'consolidation',
  'ancienRegime',
  'fst',
] satisfies readonly Phase[]);
export const choiceStatus = z.enum([
  'classic',
  'supernumeraryValidating',
  'supernumeraryNonValidating',
] satisfies readonly ChoiceStatus[]);
export const callOrder = z.number().describe('57.5 stands between 57 and 58: «57 bis»');
