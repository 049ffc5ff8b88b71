/**
 * The answer to whoever asked for the row that the record did not say was written (owner.ts): it waits until the session
 * is taken up again, for then the journal says whether the row stands (architecture §4). There is one at most: after it
 * nothing is written until then.
 */
import type { Clock } from '../../api/kit/clock.ts';
import type { CommandId } from '../../machines/ids.ts';
import { DOUBT_ENDS_MS } from '../bus/bus.ts';
import type { Answer, CommandRequest } from '../bus/messages.ts';
import { answerTo } from './decided-row.ts';
import type { Decided } from './decided-row.ts';
import type { RowIndex } from './held.ts';
import { RETRY } from './retry.ts';

/** What taking a command up comes to; whoever waits for a doubt to end must not stand in the session's queue. */
export type Taken = Answer | { readonly kind: 'inDoubt'; readonly answer: Promise<Answer> };

export interface AnswerInDoubt {
  /** From now on the request's answer is in doubt. */
  hold(request: CommandRequest, decision: Decided): Taken;
  /** The answer held for this command id: what is sent again waits for the same; null where none is. */
  heldFor(id: CommandId | null): Promise<Answer> | null;
  /** The journal is known again; null: it will not be known here, for the session is another owner's. */
  tell(index: RowIndex | null): void;
}

export function answerInDoubt(clock: Clock): AnswerInDoubt {
  let held: { readonly id: CommandId; readonly answer: Promise<Answer> } | null = null;
  let tellHeld: (index: RowIndex | null) => void = () => undefined;

  return {
    hold({ id }, decision) {
      if (id === null) return RETRY; // the house's own: nobody waits
      const answer = new Promise<Answer>(resolve => {
        const end = (known: Answer): void => {
          cancel();
          held = null;
          tellHeld = () => undefined;
          resolve(known);
        };
        const cancel = clock.at(clock.now() + DOUBT_ENDS_MS, () => end(RETRY));
        tellHeld = index => end(answerOf(id, decision, index));
      });
      held = { id, answer };
      return { kind: 'inDoubt', answer };
    },
    heldFor: id => (id !== null && held?.id === id ? held.answer : null),
    tell: index => tellHeld(index),
  };
}

function answerOf(id: CommandId, decision: Decided, index: RowIndex | null): Answer {
  const recorded = index?.commands.get(id);
  return recorded ? answerTo(decision, recorded.seq) : RETRY;
}
