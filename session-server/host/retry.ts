/** The answer of whoever cannot decide just now: nothing was done, ask again (architecture §4). */
import type { Answer } from '../bus/messages.ts';

export const RETRY = { kind: 'refused', refusal: { code: 'RETRY' } } as const satisfies Answer;
