/** What an act or a change came to: each route turns it into its answer in one place, `answerOutcome`. */
import type { Context } from 'hono';
import type { Refusal } from '../../machines/refusal.ts';
import type { RecordedAct } from '../desk-answers.ts';
import { problem, refuse } from '../http/problem.ts';

export type Outcome =
  | { readonly kind: 'done' }
  /** `changed`: by whom and when what it was decided on was changed, where no session's journal tells it. */
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly changed?: RecordedAct }
  /** The live session has it and has not answered within 5 s; it will decide in its turn, and `request` is asked after (routes/desk-requests.ts). */
  | { readonly kind: 'pending'; readonly request: number }
  | { readonly kind: 'unknown' };

export const DONE: Outcome = { kind: 'done' };
export const refused = (refusal: Refusal, changed: RecordedAct | null = null): Outcome => ({
  kind: 'refused',
  refusal,
  ...(changed && { changed }),
});

export const PENDING_DETAIL =
  'La demande est enregistrée. La session en direct n’a pas encore répondu\u00a0: elle la traitera à son tour, et cet écran dira ce qu’il en est.';

export function answerOutcome(context: Context, outcome: Outcome): Response {
  switch (outcome.kind) {
    case 'done':
      return context.json({ answer: 'done' });
    case 'pending':
      return context.json({ answer: 'pending', detail: PENDING_DETAIL, request: outcome.request }, 202);
    case 'refused':
      return refuse(context, outcome.refusal, outcome.changed);
    case 'unknown':
      return problem(context, 'NOT_FOUND');
    default:
      return outcome satisfies never;
  }
}
