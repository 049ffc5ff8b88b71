/** A choice: in turn, in time, of a post that may be chosen (domain §3, §4). */
import type { Ms, PersonId, PostId } from '../ids.ts';
import type { Sealed } from '../sealed.ts';
import { aboutCalled } from './about-called.ts';
import type { AboutCalled } from './commands.ts';
import { numberOfPerson, numberOfPost, personAt, postAt } from './numbering.ts';
import { mayChooseIn } from './offer.ts';
import { setPerson } from './people.ts';
import { refuseChooser } from './returns.ts';
import { takeSeat } from './seats.ts';
import type { Called, PersonLive } from './state.ts';
import { callNext } from './turn.ts';
import { at } from './vector.ts';
import { accepted, refused, andThen } from './verdict.ts';
import type { Live, Step, Verdict } from './verdict.ts';

export interface Choose {
  readonly person: PersonId;
  readonly post: PostId;
  readonly turn: number;
  readonly receivedAt: Ms;
  readonly by: 'intern' | 'mandatary';
}

export function choose(context: Live, command: Choose, now: Ms): Verdict {
  const { world, called } = context;
  const person = numberOfPerson(world, command.person);
  if (person === null) return refused({ code: 'UNKNOWN_PERSON' });
  const live = at(context.people, person);
  const notTheirs = refuseChooser(live, command.by);
  if (notTheirs) return refused(notTheirs);
  const post = numberOfPost(world, command.post);
  if (post === null) return refused({ code: 'UNKNOWN_POST' });
  if (live.state.kind === 'chosen')
    return refused({ code: 'ALREADY_CHOSEN', post: live.state.post, at: live.state.at });
  const deadlineAt = lateSince(context, person, live, command);
  if (deadlineAt !== null) return late(command, deadlineAt);
  if (context.pause) return refused({ code: 'PAUSED' });
  if (called?.person !== person || called.turn !== command.turn)
    return refused({ code: 'NOT_YOUR_TURN', ahead: internsAheadOf(context, person, live) });
  const refusal = mayChooseIn(context, person, post);
  if (refusal) return refused(refusal);
  return accepted(recordAndCall(context, called, post, { by: command.by }, now));
}

/** When the clock of the turn this choice was made for ended, if the choice comes after it; else null. */
function lateSince(context: Live, person: number, live: PersonLive, { turn, receivedAt }: Choose): Ms | null {
  const { called, world } = context;
  if (live.lastTurn && turn <= live.lastTurn.turn) return live.lastTurn.endedAt;
  if (called?.person !== person || turn > called.turn) return null;
  if (turn < called.turn) return called.calledAt;
  if (called.mode === 'recovering' || called.endsAt === null) return null; // that clock stands still
  return receivedAt > called.endsAt + world.settings.graceMs ? called.endsAt : null;
}

/** Refused, yet it stands beside the absence in the moderators' room: they may call back. */
function late({ person, post, turn, receivedAt }: Choose, deadlineAt: Ms): Verdict {
  return {
    kind: 'late',
    refusal: { code: 'TOO_LATE', deadlineAt },
    facts: [{ kind: 'lateChoice', person, post, turn, receivedAt }],
  };
}

/** Walks from the cursor to the person: for the answer to a choice out of turn only, never on the way of a pick. */
function internsAheadOf(context: Live, person: number, { state }: PersonLive): number | null {
  if (state.kind === 'called') return 0;
  const before = context.called ? 1 : 0;
  if (state.kind === 'returned') return before + context.returned.indexOf(person);
  if (state.kind !== 'waiting') return null;
  let waiting = 0;
  for (let number = context.cursor; number < person; number++)
    if (at(context.people, number).state.kind === 'waiting') waiting++;
  return before + context.returned.length + waiting;
}

/** By the person's own rules, mandate or not; in a pause too, after which the next one's clock stands (domain §3, §4). */
export function chooseOnBehalf(
  context: Live,
  command: AboutCalled & { readonly post: PostId },
  now: Ms,
): Verdict {
  return aboutCalled(context, command, called => {
    const post = numberOfPost(context.world, command.post);
    if (post === null) return refused({ code: 'UNKNOWN_POST' });
    const refusal = mayChooseIn(context, called.person, post);
    if (refusal) return refused(refusal);
    return accepted(recordAndCall(context, called, post, { by: 'moderator', reason: command.reason }, now));
  });
}

type By = { readonly by: 'intern' | 'mandatary' } | { readonly by: 'moderator'; readonly reason: Sealed };

function recordAndCall(context: Live, called: Called, post: number, by: By, now: Ms): Step {
  const { id: person } = personAt(context.world, called.person);
  const { id, service } = postAt(context.world, post);
  const { status } = at(context.people, called.person);
  const { turn } = called;
  const chosen = setPerson(context, called.person, { state: { kind: 'chosen', post: id, at: now, turn } });
  const recorded: Step = {
    context: { ...chosen, called: null, automaticAbsencesInARow: 0 },
    facts: [
      { kind: 'chosen', person, service, turn, at: now },
      { kind: 'assigned', person, post: id, turn, status, ...by },
    ],
  };
  return andThen(
    andThen(recorded, next => takeSeat(next, called.person, post)),
    next => callNext(next, now),
  );
}
