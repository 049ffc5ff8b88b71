/** What one person, or the holder of their mandate, is told of themselves: nobody else gets it (domain §6, §8). */
import type { PersonId } from '../ids.ts';
import type { You } from '../wire/frames.ts';
import { numberOfPerson } from './numbering.ts';
import { mayRejoin } from './returns.ts';
import type { PersonLive, SessionContext } from './state.ts';
import { at } from './vector.ts';

export interface Reader {
  readonly realm: 'intern' | 'mandatary';
  /** E-mail of the holder, from the tables; given to the intern only. */
  readonly mandatary: string | null;
  /** Number of the journal row of the choice, from the tables. */
  readonly choiceSeq: number | null;
}

/** Null where the session has not started or the person is not of it: then the tables say it. */
export function you(
  { context }: { readonly context: SessionContext },
  person: PersonId,
  reader: Reader,
): You | null {
  const { world } = context;
  const number = world && numberOfPerson(world, person);
  if (!world || number === null) return null;
  const live = at(context.people, number);
  const intern = reader.realm === 'intern';
  return {
    person,
    session: world.session,
    status: live.status,
    chooser: intern ? !live.mandate : live.mandate,
    mandatary: intern && live.mandate ? reader.mandatary : null,
    plannedAbsence: live.state.kind === 'excused' ? live.state.reason.sealed : null,
    absence: absenceOf(live, mayRejoin(live, world.settings) === null),
    choice: choiceOf(live, reader.choiceSeq),
  };
}

function absenceOf({ state }: PersonLive, canReturn: boolean): You['absence'] {
  return state.kind === 'absent' ? { cause: state.cause, at: state.at, canReturn } : null;
}

function choiceOf({ state }: PersonLive, seq: number | null): You['choice'] {
  return state.kind === 'chosen' && seq !== null ? { post: state.post, at: state.at, seq } : null;
}
