/** What a person of a session may be, by name: what a moderator says a command was decided on is one of these. */
import type { PersonState } from './state.ts';

/** An enumeration, so that one left out is a fault of types. */
export const PERSON_KINDS = {
  waiting: 'waiting',
  called: 'called',
  returned: 'returned',
  absent: 'absent',
  excused: 'excused',
  chosen: 'chosen',
  passed: 'passed',
  withoutPost: 'withoutPost',
} as const satisfies { readonly [Kind in PersonState['kind']]: Kind };
