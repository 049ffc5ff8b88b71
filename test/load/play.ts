/** Plays a session to its end: robots come in, the moderator starts it, the absent stay away, the late come back. */
import { setTimeout as wait } from 'node:timers/promises';
import type { PersonId, PostId } from '../../machines/ids.ts';
import { type Part, playIntern, type Robot } from './cast.ts';
import { chanceFrom } from './chance.ts';
import { type Connection, connect } from './connection.ts';
import { preferences } from './preferences.ts';
import { progressBar } from './progress.ts';
import { type SharedView, sharedView } from './shared-view.ts';
import { type Sightings, sightings } from './sightings.ts';
import { signIn, type Visitor } from './sign-in.ts';
import type { Stage, StagePerson, StagePost } from './stage.ts';
import { takenSeats } from './taken-seats.ts';

export interface Played {
  readonly accepted: ReadonlyMap<PersonId, PostId>;
  readonly sightings: Sightings;
  readonly gaps: number;
  /** Of all robots, by code. */
  readonly refused: Readonly<Record<string, number>>;
  /** False where nothing moved for too long. */
  readonly finished: boolean;
  readonly seconds: number;
}

export interface Roles {
  readonly onTime: readonly StagePerson[];
  readonly late: readonly StagePerson[];
}

interface Play {
  readonly house: string;
  readonly stage: Stage;
  readonly roles: Roles;
  readonly password: string;
  readonly seed: number;
  /** Chance in 100, at each choice seen, that one robot loses its connection. */
  readonly drop: number;
  /** The longest a robot thinks. */
  readonly thinkMs: number;
  /** Nothing at all for so long means that it will not end. */
  readonly patienceMs: number;
  /** Null where a person of flesh and blood moderates. */
  readonly moderator: string | null;
}

const SIGN_INS_AT_ONCE = 4;

export async function play(wanted: Play): Promise<Played> {
  const { stage, roles } = wanted;
  const view = sharedView();
  const seen = sightings();
  const taken = takenSeats(stage);
  const gone = new AbortController();
  const chance = chanceFrom(wanted.seed + 1);
  const robots = new Map<PersonId, Robot>();
  const visitors = await signAllIn(wanted);
  const partOf = (person: StagePerson): Part => ({
    visitor: visitors.get(person.id) as Visitor,
    person,
    stage,
    view,
    sightings: seen,
    taken,
    wishes: wishesOf(wanted.seed, stage)(person),
    thinkMs: () => chance() * wanted.thinkMs,
    onGone: () => gone.abort(),
  });
  const enter = async (person: StagePerson): Promise<void> => {
    robots.set(person.id, await playIntern(partOf(person)));
  };
  const end = watchForTheEnd(wanted, view, enter, chance, robots, gone.signal);
  for (const person of roles.onTime) await enter(person);
  const began = performance.now();
  const moderator = wanted.moderator === null ? null : await moderate(wanted, wanted.moderator, view);
  const finished = await end;
  const seconds = (performance.now() - began) / 1000;
  if (moderator !== null && finished)
    await moderator.command(stage.session, { type: 'close', on: 'running', force: null });
  const all = [...robots.values()];
  await Promise.all([...all.map(robot => robot.close()), moderator?.close()]);
  const accepted = all.flatMap(robot =>
    robot.accepted === null ? [] : [[robot.person.id, robot.accepted] as const],
  );
  const gaps = all.reduce((sum, robot) => sum + robot.connection.gaps, 0);
  return { accepted: new Map(accepted), sightings: seen, gaps, refused: sumOf(all), finished, seconds };
}

function sumOf(robots: readonly Robot[]): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const { refused } of robots)
    for (const [code, count] of refused) sums[code] = (sums[code] ?? 0) + count;
  return sums;
}

export const wishesOf =
  (seed: number, stage: Stage) =>
  (person: StagePerson): readonly StagePost[] =>
    preferences(seed, person.callOrder, stage.posts);

async function signAllIn({ house, roles, password }: Play): Promise<Map<PersonId, Visitor>> {
  const people = [...roles.onTime, ...roles.late];
  const bar = progressBar(people.length);
  const visitors = new Map<PersonId, Visitor>();
  const queue = [...people];
  const next = async (): Promise<void> => {
    for (let person = queue.shift(); person; person = queue.shift()) {
      visitors.set(person.id, await signIn(house, 'intern', person.email, password));
      bar.show(visitors.size, 'robots signed in');
    }
  };
  await Promise.all(Array.from({ length: SIGN_INS_AT_ONCE }, next));
  bar.end();
  return visitors;
}

/** Validates, opens and starts; closes when all is over. */
async function moderate(
  { house, stage, password }: Play,
  email: string,
  view: SharedView,
): Promise<Connection> {
  const visitor = await signIn(house, 'moderator', email, password);
  for (const act of ['validate', 'open'])
    await visitor.call('POST', `/api/desk/amphitheatres/${stage.amphitheatre}/${act}`, {});
  const connection = await connect(visitor, {
    amphitheatre: stage.amphitheatre,
    view,
    onDelta: () => undefined,
    onFrame: () => undefined,
    onGone: () => undefined,
  });
  const answer = await connection.command(stage.session, { type: 'start' });
  if (answer.kind !== 'accepted') throw new Error(`The session did not start: ${JSON.stringify(answer)}`);
  return connection;
}

/** Resolves when everyone who is here has chosen, or when the session is closed; false where it got stuck. */
function watchForTheEnd(
  { roles, stage, drop, patienceMs }: Play,
  view: SharedView,
  enter: (person: StagePerson) => Promise<void>,
  chance: () => number,
  robots: ReadonlyMap<PersonId, Robot>,
  gone: AbortSignal,
): Promise<boolean> {
  const late = new Map(roles.late.map(person => [person.id, person]));
  const left = new Set([...roles.onTime, ...roles.late].map(person => person.id));
  const total = left.size;
  const bar = progressBar(total);
  return new Promise((resolve, reject) => {
    const stop = new AbortController();
    let movedAt = performance.now();
    const finish = (whole: boolean): void => {
      stop.abort();
      bar.end();
      resolve(whole);
    };
    gone.addEventListener('abort', () => finish(false));
    view.onFact((fact, delta) => {
      movedAt = performance.now();
      if (fact.kind === 'absent') {
        const person = late.get(fact.person);
        late.delete(fact.person);
        if (person !== undefined) void enter(person).catch(reject);
      }
      if (fact.kind === 'chosen') {
        left.delete(fact.person);
        bar.show(total - left.size, stage.title);
        if (chance() * 100 < drop)
          [...robots.values()][Math.floor(chance() * robots.size)]?.connection.drop(150);
        if (left.size === 0) finish(true);
      }
      if (fact.kind === 'closed' && delta.session === stage.session) finish(left.size === 0);
    });
    void watchPatience(() => performance.now() - movedAt > patienceMs, stop.signal).then(
      stuck => stuck && finish(false),
    );
  });
}

async function watchPatience(isStuck: () => boolean, signal: AbortSignal): Promise<boolean> {
  while (!signal.aborted) {
    if (isStuck()) return true;
    await wait(250, undefined, { signal }).catch(() => undefined);
  }
  return false;
}
