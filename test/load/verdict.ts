/** Whether all went as it must: nothing lost, doubled or out of order, and the result the one computed apart. */
import type { PersonId, PostId } from '../../machines/ids.ts';
import type { Fact } from '../../machines/session/facts.ts';
import type { Recorded } from './record.ts';
import { type Event, outOfOrder, serialDictatorship } from './serial-dictatorship.ts';
import type { Stage, StagePerson, StagePost } from './stage.ts';

export interface Verdict {
  readonly choices: number;
  /** Accepted by the house and not in the record, or expected and never made. */
  readonly lost: readonly string[];
  /** A person with two posts, or a seat with two holders. */
  readonly doubled: readonly string[];
  readonly outOfOrder: readonly string[];
  /** Null where the people of flesh and blood in the session make it impossible to compute. */
  readonly equalsSerialDictatorship: boolean | null;
  readonly differences: readonly string[];
  readonly right: boolean;
}

interface Played {
  readonly stage: Stage;
  readonly recorded: Recorded;
  /** What each robot was told had been recorded. */
  readonly accepted: ReadonlyMap<PersonId, PostId>;
  /** Robots that must have chosen in the end. */
  readonly mustChoose: readonly StagePerson[];
  readonly wishesOf: (person: StagePerson) => readonly StagePost[];
  /** People whose wishes nobody knows: they choose by hand. */
  readonly unknown: ReadonlySet<PersonId>;
}

export function judge({ stage, recorded, accepted, mustChoose, wishesOf, unknown }: Played): Verdict {
  const assigned = new Map(recorded.assignments.map(({ person, post }) => [person, post]));
  const lost = [
    ...[...accepted].filter(([id, post]) => assigned.get(id) !== post).map(([id]) => `${id} was told yes`),
    ...mustChoose
      .filter(person => !assigned.has(person.id))
      .map(person => `n° ${person.callOrder} has no post`),
  ];
  const events = recorded.facts.flatMap(eventOf);
  const order = events
    .filter(event => event.kind === 'chosen')
    .flatMap(event => stage.people.filter(person => person.id === event.person));
  const wrongCalls = outOfOrder(stage.people, events);
  const differences =
    unknown.size > 0 ? [] : differencesOf(order, assigned, serialDictatorship(order, stage.posts, wishesOf));
  const doubled = doubledIn(recorded);
  return {
    choices: order.length,
    lost,
    doubled,
    outOfOrder: wrongCalls,
    equalsSerialDictatorship: unknown.size > 0 ? null : differences.length === 0,
    differences,
    right:
      [lost, doubled, wrongCalls, differences].every(list => list.length === 0) &&
      recorded.seq === recorded.rows,
  };
}

const EVENTS = new Set(['called', 'chosen', 'absent', 'returned', 'excused', 'waiting']);

function eventOf(fact: Fact): Event[] {
  if (fact.kind === 'started')
    return fact.people.flatMap(({ person, state }) => (state === 'waiting' ? [] : [{ kind: state, person }]));
  return EVENTS.has(fact.kind) && 'person' in fact
    ? [{ kind: fact.kind as Event['kind'], person: fact.person }]
    : [];
}

function doubledIn({ assignments, facts }: Recorded): string[] {
  const people = [
    ...assignments.map(assignment => assignment.person),
    ...facts.flatMap(fact => (fact.kind === 'chosen' ? [`${fact.person} in the journal`] : [])),
  ];
  const seats = assignments.filter(({ status }) => status === 'classic').map(({ post }) => `seat ${post}`);
  return [...repeated(people), ...repeated(seats)];
}

const repeated = (items: readonly string[]): string[] =>
  items.filter((item, index) => items.indexOf(item) !== index).map(item => `${item} twice`);

function differencesOf(
  order: readonly StagePerson[],
  assigned: ReadonlyMap<PersonId, PostId>,
  expected: ReadonlyMap<PersonId, PostId>,
): string[] {
  return order
    .filter(person => assigned.get(person.id) !== expected.get(person.id))
    .map(
      person => `n° ${person.callOrder}: ${assigned.get(person.id)} instead of ${expected.get(person.id)}`,
    );
}
