/**
 * What holds across every single decision of every session, whatever was asked (domain §2 to §4): looked at on the
 * session before, the command and the facts, with no model beside it.
 */
import { expect } from 'chai';
import type { Fact } from '../../../machines/session/facts.ts';
import { numberOfPerson } from '../../../machines/session/numbering.ts';
import type { Called, PersonLive, SessionContext } from '../../../machines/session/state.ts';
import { at, toArray } from '../../../machines/session/vector.ts';
import type { Taken } from './stage.ts';

export function holdInvariants({ before, command, decision }: Taken): void {
  if (decision.kind === 'refused') return;
  const was = before.context;
  const is = decision.next.context;
  const { facts } = decision;
  oneIsCalled(is);
  seatsAgree(is);
  if (command.type === 'start') return;
  turnsIncrease(was, is, facts);
  nextIsFirst(was, is, facts);
  absencesHaveARule(command.type, facts);
  choicesAreSingle(was, facts);
  timeIsNotMadeUp(was, is, { ...command });
}

type Kind = PersonLive['state']['kind'];

const inState = ({ people }: SessionContext, kind: Kind): readonly number[] =>
  toArray(people).flatMap(({ state }, number) => (state.kind === kind ? [number] : []));

/** Never two called, and the block of the returned is in call order. */
function oneIsCalled(is: SessionContext): void {
  expect(inState(is, 'called')).to.deep.equal(is.called ? [is.called.person] : []);
  expect(inState(is, 'returned')).to.deep.equal([...is.returned]);
}

/** One current choice per person, a seat for each classic one, none twice; supernumeraries never count. */
function seatsAgree({ world, people, posts, lines }: SessionContext): void {
  if (!world) return;
  const chosen = toArray(people).flatMap(({ state, status }) =>
    state.kind === 'chosen' && status === 'classic' ? [state.post] : [],
  );
  expect(new Set(chosen).size).to.equal(chosen.length);
  const filled = world.posts.flatMap(({ id }, number) => (at(posts, number).holder === null ? [] : [id]));
  expect(chosen).to.have.members(filled);
  const counted = toArray(lines).reduce((sum, { holders }) => sum + holders.length, 0);
  expect(counted).to.equal(chosen.length);
}

function turnsIncrease(was: SessionContext, is: SessionContext, facts: readonly Fact[]): void {
  const calls = facts.filter(({ kind }) => kind === 'called').length;
  expect(is.turn).to.equal(was.turn + calls);
  expect(calls).to.be.at.most(1);
}

/** The first of the returned, else the first of those who wait; nobody excused, absent, passed or with a choice. */
function nextIsFirst(was: SessionContext, is: SessionContext, facts: readonly Fact[]): void {
  const { world, called } = is;
  if (!world || !called || !facts.some(({ kind }) => kind === 'called')) return;
  const back = facts.flatMap(fact => (fact.kind === 'returned' ? [numberOfPerson(world, fact.person)] : []));
  const wasReturned = was.world === world && was.returned.includes(called.person);
  if (wasReturned || back.includes(called.person)) {
    for (const other of is.returned) expect(other).to.be.above(called.person);
    return;
  }
  expect(is.returned).to.deep.equal([]);
  for (const other of inState(is, 'waiting')) expect(other).to.be.above(called.person);
  const id = world.people[called.person]?.id;
  const before = id && was.world ? numberOfPerson(was.world, id) : null;
  const kind = before === null ? null : at(was.people, before).state.kind;
  expect(kind).to.be.oneOf([null, 'waiting', 'excused']); // added just now; lifted just now
  if (kind === 'excused') expect(facts.map(fact => fact.kind)).to.include('waiting');
}

function absencesHaveARule(command: string, facts: readonly Fact[]): void {
  for (const fact of facts) {
    if (fact.kind !== 'absent') continue;
    expect(command).to.be.oneOf(['deadline', 'markAbsent', 'lift', 'correct']);
    const rule = fact.evidence?.sealed?.rule ?? null;
    expect(rule).to.be.oneOf(command === 'deadline' ? ['A1', 'A2', 'A3'] : [null]);
    expect(fact.cause === 'byModerator').to.equal(command !== 'deadline');
  }
}

function choicesAreSingle({ world, people }: SessionContext, facts: readonly Fact[]): void {
  const choices = facts.filter(fact => fact.kind === 'assigned' || fact.kind === 'corrected');
  expect(choices.length).to.be.at.most(1);
  for (const { kind, person } of choices) {
    const number = world && numberOfPerson(world, person);
    const had = number === null ? null : at(people, number).state.kind;
    expect(had === 'chosen').to.equal(kind === 'corrected');
  }
}

interface Asked {
  readonly type: string;
  readonly at: number;
  readonly gatewayLost?: unknown;
  readonly byMs?: unknown;
}

/** The same turn's time grows only by what is given: prolonged, credited, a new window; a pause gives back what it froze. */
function timeIsNotMadeUp(was: SessionContext, is: SessionContext, command: Asked): void {
  const [one, two] = [was.called, is.called];
  if (!one || !two || one.turn !== two.turn) return;
  const before = leftOf(was, command.at);
  const after = leftOf(is, command.at);
  if (command.type === 'prolong') {
    const shown = one.mode === 'recovering' ? two.leftMs - one.leftMs : after - before;
    expect(shown).to.equal(command.byMs);
    return;
  }
  if (command.type === 'credit') expect(two.leftMs).to.be.at.most(one.leftMs + windowOf(was));
  else if (!command.gatewayLost) expect(after).to.equal(startsAnew(one, two) ?? before);
}

const windowOf = ({ world }: SessionContext): number => world?.settings.windowMs ?? 0;

/** Connected in the window: the whole turn. Connected again after a takeover: what was left of it. */
function startsAnew(one: Called, two: Called): number | null {
  if (one.mode === two.mode) return null;
  return one.mode === 'awaited' ? two.turnMs : one.leftMs;
}

/** What the clock shows; never less than nothing. In the wait after a takeover: of the wait. */
function leftOf({ called }: SessionContext, now: number): number {
  if (!called) return 0;
  if (called.endsAt !== null) return Math.max(0, called.endsAt - now);
  return called.mode === 'recovering' ? called.waitMs : called.leftMs;
}
