/**
 * A session of a few people in the same state as the one on the screen: what the machine takes there it takes here, so
 * that buttons are the machine's own answer and no rule is written twice. Asked by `may-act.ts`. Pure.
 */
import type {
  AmphitheatreId,
  LineId,
  PersonId,
  PostId,
  ServiceId,
  SessionId,
  SpecialtyId,
} from '../../machines/ids.ts';
import { seal } from '../../machines/sealed.ts';
import type { Standing } from '../../machines/session/beforehand.ts';
import type { CommandBody } from '../../machines/session/commands.ts';
import { decide } from '../../machines/session/decide.ts';
import type { SessionSnapshot } from '../../machines/session/decide.ts';
import type { CalledMode } from '../../machines/session/facts.ts';
import { initialSnapshot } from '../../machines/session/machine.ts';
import type { PersonState, SessionStateName } from '../../machines/session/state.ts';
import { DEFAULT_SETTINGS } from '../../machines/session/world.ts';
import type { CarriedOver, World, WorldPerson } from '../../machines/session/world.ts';

/** What of a session decides which acts it takes. */
export interface Situation {
  readonly session: SessionStateName;
  /** Of the called one; null where nobody is called. */
  readonly mode: CalledMode | null;
  /** The called one may choose no post at all. */
  readonly noPost: boolean;
  /** What the tables take would count: a rehearsal's room offers none of it. */
  readonly rehearsal?: boolean;
  /** Of the amphitheatre's sessions: what may still be set beforehand depends on them. */
  readonly around?: Omit<Standing, 'own'>;
}

const AT = 1_000_000;
export const REASON = seal('motif');
export const TAKEN = 1 as PostId;
export const FREE = 2 as PostId;
const OTHER_SPECIALTY = 2 as SpecialtyId;

/** Who stands for whom. */
export const STANDS: Readonly<Record<PersonState['kind'], PersonId>> = {
  chosen: 'chosen' as PersonId,
  called: 'called' as PersonId,
  waiting: 'waiting' as PersonId,
  returned: 'returned' as PersonId,
  absent: 'absent' as PersonId,
  excused: 'excused' as PersonId,
  passed: 'passed' as PersonId,
  withoutPost: 'withoutPost' as PersonId,
};

export function specimen({ session, mode, noPost }: Situation): SessionSnapshot {
  if (session === 'draft' || session === 'validated' || session === 'open') return initialSnapshot(session);
  const life = new Life();
  // A session that is closed by force has somebody waiting, and nobody called.
  const called = session === 'closed' ? 'awaited' : mode;
  life.take({ type: 'start', world: worldOf(called, noPost), earlierOpen: null });
  life.take({ type: 'choose', person: STANDS.chosen, post: TAKEN, turn: 1, receivedAt: AT, by: 'intern' });
  if (called === 'recovering') life.take({ type: 'credit', from: AT, to: AT });
  if (session === 'paused') life.take({ type: 'pause', reason: REASON, on: 'running' });
  // In a running session that calls nobody the returned one would be called at once: there is none.
  if (called !== null || session === 'paused')
    life.take({ type: 'callBack', person: STANDS.returned, on: 'absent', reason: REASON });
  if (session === 'closed') life.end();
  return life.now;
}

class Life {
  now = initialSnapshot('open');

  /** @returns the refusal's number where it names one. */
  take(body: CommandBody): number {
    const decision = decide(this.now, { ...body, at: AT });
    if (decision.kind !== 'refused') this.now = decision.next;
    return decision.kind === 'refused' && decision.refusal.code === 'STILL_TO_CHOOSE'
      ? decision.refusal.count
      : 0;
  }

  end(): void {
    const unchosen = this.take({ type: 'close', on: 'running', force: null });
    this.take({ type: 'close', on: 'running', force: { unchosen, reason: REASON } });
    const { withoutPost: person } = STANDS;
    this.take({ type: 'leaveWithoutPost', person, on: 'absent', laterOpen: null, reason: REASON });
  }
}

function worldOf(mode: CalledMode | null, noPost: boolean): World {
  const absent = { state: 'absent', cause: 'timeRanOut', returns: 0, owedReturn: false } as const;
  const [chosen, called, waiting] = [
    person('chosen', true),
    person('called', mode !== 'awaited'),
    person('waiting'),
  ];
  const toCall = mode === null ? [chosen] : [chosen, called, waiting];
  const people = [
    ...toCall,
    person('returned', false, absent),
    person('absent', false, absent),
    person('withoutPost', false, absent),
    person('passed', false, { state: 'passed' }),
    { ...person('excused'), plannedAbsence: REASON },
  ];
  return {
    amphitheatre: 1 as AmphitheatreId,
    session: 1 as SessionId,
    settings: DEFAULT_SETTINGS,
    nextSessionAt: null,
    people: people.map((one, index) => ({ ...one, callOrder: index + 1 })),
    posts: [
      { ...POST, id: TAKEN, line: 1 as LineId },
      { ...POST, id: FREE, line: 2 as LineId, reservedFor: noPost ? OTHER_SPECIALTY : null },
    ],
    seats: [],
  };
}

const POST = { service: 1 as ServiceId, reservedFor: null, blocked: false };

const person = (
  stands: PersonState['kind'],
  connected = false,
  carried: CarriedOver | null = null,
): WorldPerson => ({
  id: STANDS[stands],
  callOrder: 0,
  specialty: 1 as SpecialtyId,
  status: 'classic',
  mandate: false,
  plannedAbsence: null,
  extraTurnMs: 0,
  carried,
  connected,
});
