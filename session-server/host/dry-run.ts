/** Asks the machine what a request comes to on a held session; nothing is changed by asking. */
import type { Ms } from '../../machines/ids.ts';
import type { Command } from '../../machines/session/commands.ts';
import { decide } from '../../machines/session/decide.ts';
import { stateName } from '../../machines/session/machine.ts';
import type { Answer, CommandRequest } from '../bus/messages.ts';
import { chooserRealm } from './chooser.ts';
import type { Decided } from './decided-row.ts';
import type { Held } from './held.ts';
import type { Presence } from './presence.ts';
import { stamped } from './stamped.ts';

export type DryRun =
  | { readonly kind: 'answered'; readonly answer: Answer }
  | { readonly kind: 'decided'; readonly command: Command; readonly decision: Decided };

/** A command id that was accepted gets its first answer again; a late choice is judged anew and not recorded twice. */
export function dryRun(
  { index, snapshot }: Held,
  request: CommandRequest,
  now: Ms,
  presence: Presence,
): DryRun {
  const first = request.id === null ? undefined : index.accepted.get(request.id);
  if (first !== undefined) return { kind: 'answered', answer: { kind: 'accepted', seq: first } };
  const command = stamped(request.body, now, (person, held) =>
    presence.isPresent(person, chooserRealm(held)),
  );
  if (!command)
    return refused({ code: 'WRONG_STATE', state: stateName(snapshot), command: request.body.type });
  const decision = decide(snapshot, command);
  const known = request.id !== null && index.late.has(request.id);
  if (decision.kind === 'refused' || (decision.kind === 'refusedAndRecorded' && known))
    return refused(decision.refusal);
  return { kind: 'decided', command, decision };
}

const refused = (refusal: Extract<Answer, { kind: 'refused' }>['refusal']): DryRun => ({
  kind: 'answered',
  answer: { kind: 'refused', refusal },
});
