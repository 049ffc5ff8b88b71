/**
 * `mayChoose` on this session's people and posts (domain §4): for the rules of a choice, for whether the called one
 * may choose anything at all, and for what a person is told of lines and services that are closed to them.
 */
import type { LineId, ServiceId } from '../ids.ts';
import type { Refusal } from '../refusal.ts';
import type { Fact } from './facts.ts';
import { isLineClosed, isServiceCapped, mayChoose } from './may-choose.ts';
import type { Chooser, InOrder } from './may-choose.ts';
import { linesIn, numberOfLine, personAt, postAt, servicesIn } from './numbering.ts';
import type { Called, LineLive } from './state.ts';
import type { SessionSettings } from './world.ts';
import { at } from './vector.ts';
import type { Live, Step } from './verdict.ts';

/** Scans the holders of one line, and the lines of one service where supernumeraries are capped. */
export function mayChooseIn(context: Live, person: number, post: number): Refusal | null {
  const chooser = chooserOf(context, person);
  const { reservedFor, service, line } = postAt(context.world, post);
  const { blocked, holder } = at(context.posts, post);
  const live = at(context.lines, numberOfLine(context.world, line));
  const lineClosed = isLineClosed(chooser, live);
  const serviceCapped = isCapped(context, chooser, service);
  return mayChoose(chooser, { reservedFor, blocked, filled: holder !== null, lineClosed, serviceCapped });
}

/**
 * Whether any post may be chosen: asked line by line, each as its seat that is most likely free. At every turn's
 * beginning it looks through the lines up to the first that has one, so nothing here is looked up twice.
 */
export function mayChooseAny(context: Live, person: number): boolean {
  const chooser = chooserOf(context, person);
  return linesIn(context.world).some(({ reservedFor, service }, number) => {
    const line = at(context.lines, number);
    const blocked = line.seats === 0;
    const filled = line.holders.length >= line.seats;
    const lineClosed = isLineClosed(chooser, line);
    const serviceCapped = isCapped(context, chooser, service);
    return mayChoose(chooser, { reservedFor, blocked, filled, lineClosed, serviceCapped }) === null;
  });
}

/**
 * After a change of the offer, of a status or of who sits where: whether the called one may still choose anything is
 * asked again, and said where it has changed.
 */
export function sayWhetherPossible({ context, facts }: Step): Step {
  const { called } = context;
  if (!called) return { context, facts };
  const any = mayChooseAny(context, called.person);
  if (any === called.anyPost) return { context, facts };
  const now = { ...context, called: { ...called, anyPost: any } };
  return { context: now, facts: [...facts, ...possibleFacts(now, now.called)] };
}

/**
 * What is said of it. Journals of version 1 did not, and must give the facts they hold: their worlds are those without
 * a cap among the settings.
 */
export function possibleFacts({ world }: Live, { person, turn, anyPost }: Called): readonly Fact[] {
  if (!('supernumeraryCap' in world.settings)) return [];
  return [{ kind: 'possible', person: personAt(world, person).id, turn, any: anyPost }];
}

/** What is closed to a supernumerary beside what is filled; nothing is to anybody else. */
export interface ClosedTo {
  /** Lines where better placed holders sit on every seat: they concern validating supernumeraries only. */
  readonly closedLines: readonly LineId[];
  /** Services with as many supernumeraries as the setting allows. */
  readonly cappedServices: readonly ServiceId[];
}

export interface TakenLine extends LineLive {
  readonly id: LineId;
  readonly service: ServiceId;
}

/** From who sits where: this session's own people here, those of a session that is still to begin from the tables. */
export function closedTo(
  chooser: Pick<InOrder, 'status' | 'callOrder'>,
  lines: readonly TakenLine[],
  { supernumeraryCap }: Pick<SessionSettings, 'supernumeraryCap'>,
): ClosedTo {
  const beside = new Map<ServiceId, number>();
  for (const { service, supernumeraries } of lines)
    beside.set(service, (beside.get(service) ?? 0) + supernumeraries);
  return {
    closedLines: lines.filter(line => isLineClosed(chooser, line)).map(({ id }) => id),
    cappedServices: [...beside].flatMap(([service, count]) =>
      isServiceCapped(chooser, count, supernumeraryCap) ? [service] : [],
    ),
  };
}

export function closedIn(context: Live, person: number): ClosedTo {
  const chooser = chooserOf(context, person);
  if (chooser.status === 'classic') return { closedLines: [], cappedServices: [] }; // thousands at once say hello
  const lines = linesIn(context.world).map(({ id, service }, number) => ({
    ...at(context.lines, number),
    id,
    service,
  }));
  return closedTo(chooser, lines, context.world.settings);
}

function chooserOf(context: Live, person: number): InOrder {
  const { specialty, callOrder } = personAt(context.world, person);
  return { status: at(context.people, person).status, specialty, callOrder };
}

function isCapped(context: Live, chooser: Chooser, service: ServiceId): boolean {
  const { supernumeraryCap } = context.world.settings;
  if (chooser.status === 'classic' || typeof supernumeraryCap !== 'number') return false; // nothing is counted
  const lines = servicesIn(context.world).get(service) ?? [];
  const beside = lines.reduce((sum, line) => sum + at(context.lines, line).supernumeraries, 0);
  return isServiceCapped(chooser, beside, supernumeraryCap);
}
