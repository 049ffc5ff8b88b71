/** A choice: in turn, in time, of a post that may be chosen (domain §3, §4). */
import type { Ms, PersonId, PostId } from '../ids.ts';
import type { Refusal } from '../refusal.ts';
import type { Fact } from './facts.ts';
import { mayChoose } from './may-choose.ts';
import { numberOfLine, numberOfPerson, numberOfPost, personAt, postAt } from './numbering.ts';
import { setPerson } from './people.ts';
import { refuseChooser } from './returns.ts';
import type { Called, PersonLive } from './state.ts';
import { callNext } from './turn.ts';
import { at, withAt } from './vector.ts';
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
  const chosen = record(context, called, post, command, now);
  return accepted(andThen(chosen, next => callNext({ ...next, automaticAbsencesInARow: 0 }, now)));
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

/** The rule of domain §4 on this session's people and posts; scans the holders of one line. */
function mayChooseIn(context: Live, person: number, post: number): Refusal | null {
  const { specialty, callOrder } = personAt(context.world, person);
  const { reservedFor, line } = postAt(context.world, post);
  const { blocked, holder } = at(context.posts, post);
  const { seats, holders } = at(context.lines, numberOfLine(context.world, line));
  return mayChoose(
    { status: at(context.people, person).status, specialty },
    {
      reservedFor,
      blocked,
      filled: holder !== null,
      lineSeats: seats,
      betterOnLine: holders.filter(other => other < callOrder).length,
    },
  );
}

function record(context: Live, called: Called, post: number, { by }: Choose, now: Ms): Step {
  const { id: person, callOrder } = personAt(context.world, called.person);
  const { id, service, line } = postAt(context.world, post);
  const { status } = at(context.people, called.person);
  const { turn } = called;
  const chosen = setPerson(context, called.person, { state: { kind: 'chosen', post: id, at: now, turn } });
  const assigned: Fact[] = [
    { kind: 'chosen', person, service, turn, at: now },
    { kind: 'assigned', person, post: id, turn, by, status },
  ];
  if (status !== 'classic') return { context: { ...chosen, called: null }, facts: assigned };
  const lineNumber = numberOfLine(context.world, line);
  const { seats, holders } = at(context.lines, lineNumber);
  return {
    context: {
      ...chosen,
      called: null,
      posts: withAt(context.posts, post, { ...at(context.posts, post), holder: called.person }),
      lines: withAt(context.lines, lineNumber, { seats, holders: [...holders, callOrder] }),
    },
    facts: [...assigned, { kind: 'seat', post: id, line, filled: true }],
  };
}
