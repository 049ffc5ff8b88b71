/** What one person, or the holder of their mandate, is told of themselves: nobody else gets it (domain §6, §8). */
import type { PersonId } from '../ids.ts';
import type { You } from '../wire/frames.ts';
import { numberOfPerson, personAt } from './numbering.ts';
import { closedIn } from './offer.ts';
import { mayRejoin } from './returns.ts';
import type { PersonLive, SessionContext } from './state.ts';
import { at } from './vector.ts';

export interface Reader {
  readonly realm: 'intern' | 'mandatary';
  /** E-mail of the holder, from the tables; given to the intern only. */
  readonly mandatary: string | null;
  /** Number of the journal row of the choice, from the tables. */
  readonly choiceSeq: number | null;
  /** Messages to this person alone, oldest first, from the tables. */
  readonly messages: You['messages'];
}

/** Null where the session has not started, or the person is not of it or of an earlier one: then the tables say it. */
export function you(
  { context }: { readonly context: SessionContext },
  person: PersonId,
  reader: Reader,
): You | null {
  const { world } = context;
  const number = world && numberOfPerson(world, person);
  if (!world || number === null) return null;
  const live = at(context.people, number);
  if (live.elsewhere) return null;
  const begun = { ...context, world };
  const intern = reader.realm === 'intern';
  return {
    person,
    session: world.session,
    status: live.status,
    chooser: intern ? !live.mandate : live.mandate,
    mandatary: intern && live.mandate ? reader.mandatary : null,
    extraTurnMs: personAt(world, number).extraTurnMs,
    plannedAbsence: live.state.kind === 'excused' ? live.state.reason.sealed : null,
    outcome: outcomeOf(live),
    ...closedIn(begun, number),
    messages: reader.messages,
    absence: absenceOf(live, mayRejoin(live, world.settings) === null),
    choice: choiceOf(live, reader.choiceSeq),
  };
}

function absenceOf({ state, lastTurn }: PersonLive, canReturn: boolean): You['absence'] {
  if (state.kind !== 'absent') return null;
  const { cause, at } = state;
  const ranOut = cause === 'byModerator' ? null : lastTurn;
  return { cause, at, endedAt: ranOut?.endedAt ?? null, canReturn };
}

const outcomeOf = ({ state: { kind } }: PersonLive): You['outcome'] =>
  kind === 'passed' || kind === 'withoutPost' ? kind : null;

function choiceOf({ state }: PersonLive, seq: number | null): You['choice'] {
  return state.kind === 'chosen' && seq !== null ? { post: state.post, at: state.at, seq } : null;
}
