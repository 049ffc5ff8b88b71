/** Asks the machine what a request comes to on a held session; nothing is changed by asking. */
import type { Ms } from '../../machines/ids.ts';
import type { Command } from '../../machines/session/commands.ts';
import { decide } from '../../machines/session/decide.ts';
import { stateName } from '../../machines/session/machine.ts';
import type { Answer, CommandRequest } from '../bus/messages.ts';
import { streamOf } from '../bus/stream-id.ts';
import { chooserRealm } from './chooser.ts';
import type { Decided } from './decided-row.ts';
import { asker, isLateChoiceKept } from './held.ts';
import type { Held } from './held.ts';
import type { Presence } from './presence.ts';
import { stamped } from './stamped.ts';

export type DryRun =
  | { readonly kind: 'answered'; readonly answer: Answer }
  | { readonly kind: 'decided'; readonly command: Command; readonly decision: Decided };

/**
 * A command id that was accepted gets its first answer again, and only its own asker does; a late choice is judged
 * anew and not recorded twice, nor more than a few of one turn.
 * @param arrived when the request came to its owner: it may have waited in the queue since.
 */
export function dryRun(
  held: Held,
  request: CommandRequest,
  now: Ms,
  arrived: Ms,
  presence: Presence,
): DryRun {
  const { index, snapshot } = held;
  const known = request.id === null ? undefined : index.commands.get(request.id);
  if (known && (known.type !== request.body.type || known.who !== asker(request.who)))
    return refused({ code: 'FORBIDDEN' });
  if (known && !known.late) return { kind: 'answered', answer: { kind: 'accepted', seq: known.seq } };
  const command = stamped(request.body, now, arrived, (person, mandate) =>
    presence.of(streamOf(held).rehearsal).isPresent(person, chooserRealm(mandate)),
  );
  if (!command)
    return refused({ code: 'WRONG_STATE', state: stateName(snapshot), command: request.body.type });
  const decision = decide(snapshot, command);
  if (decision.kind === 'refused') return refused(decision.refusal);
  if (decision.kind === 'refusedAndRecorded' && (known || !isLateChoiceKept(index, decision.facts)))
    return refused(decision.refusal);
  // In time after all, for time was given back since: its id stands in the journal already, another press counts.
  if (known) return refused({ code: 'RETRY' });
  return { kind: 'decided', command, decision };
}

const refused = (refusal: Extract<Answer, { kind: 'refused' }>['refusal']): DryRun => ({
  kind: 'answered',
  answer: { kind: 'refused', refusal },
});
