/** «Aucun poste possible»: a turn that a moderator passes, because nothing may be chosen in it (domain §4). */
import type { Ms } from '../ids.ts';
import { aboutCalled } from './about-called.ts';
import type { AboutCalled } from './commands.ts';
import { setPerson } from './people.ts';
import { callNext } from './turn.ts';
import { accepted, andThen, refused } from './verdict.ts';
import type { Live, Step, Verdict } from './verdict.ts';

/** The person is not absent: they are to be assigned a post after the last session. */
export function pass(context: Live, command: AboutCalled, now: Ms): Verdict {
  const { person, reason } = command;
  return aboutCalled(context, command, called => {
    if (called.anyPost) return refused({ code: 'POSTS_POSSIBLE' });
    const passed = setPerson(context, called.person, {
      state: { kind: 'passed' },
      lastTurn: { turn: called.turn, endedAt: now },
    });
    const step: Step = {
      context: { ...passed, called: null },
      facts: [{ kind: 'passed', person, at: now, reason }],
    };
    return accepted(andThen(step, next => callNext({ ...next, automaticAbsencesInARow: 0 }, now)));
  });
}
