/** A session ready to be measured: imported, opened, its first interns seated, started by a moderator. */
import { move } from '../../api/acts/move.ts';
import type { LineId, PersonId, PostId } from '../../machines/ids.ts';
import type { Database } from '../../migrations/open.ts';
import { makeStage, MODERATOR_EMAIL, openAccounts, type Stage } from '../load/stage.ts';
import { type Place, type Seated, seat } from './choosers.ts';

export interface Room {
  readonly place: Place;
  readonly stage: Stage;
  readonly moderator: Seated;
  /** Choices from the `from`-th of the call list on, one each `paceMs` at most, each of a free post. */
  choose(from: number, choosers: readonly Seated[], paceMs: number): Promise<readonly Choice[]>;
  /** Sockets for the people from the `from`-th on. */
  seatPeople(from: number, count: number): Promise<readonly Seated[]>;
}

export interface Choice {
  readonly pub: number;
  /** The frame as everyone got it. */
  readonly text: string;
  readonly sentAt: number;
  readonly answeredAt: number;
}

export interface Door {
  readonly database: Database;
  readonly socketUrl: string;
  readonly origin: string;
}

/** Whoever is called waits for the bench, however long it takes to seat the next ones. */
const SETTINGS = { turnMs: 600_000, windowMs: 600_000, pauseAfterAbsences: 0 };

/** @param seated how many are there when the session starts. @param seats offered at least; as many as interns where left out. */
export async function openRoom(
  door: Door,
  interns: number,
  seed: number,
  seated: number,
  seats = 0,
): Promise<[Room, readonly Seated[]]> {
  const { database } = door;
  const stage = await makeStage(database, { interns, seed, supernumeraries: 0, settings: SETTINGS, seats });
  await openAccounts(database.sql, stage.people);
  for (const act of ['validate', 'open'] as const)
    await move(
      database,
      stage.amphitheatre,
      { act },
      { account: null, at: Date.now(), mailDomain: 'bench.example' },
    );
  const place: Place = { ...door, ...stage, sql: database.sql };
  const moderator = await seat(place, 'moderator', MODERATOR_EMAIL);
  const calls = callsHeardBy(moderator);
  const posts = oneOfEachTurn(stage);
  const room: Room = {
    place,
    stage,
    moderator,
    seatPeople: (from, count) => seatPeople(place, stage, from, count),
    choose: (from, choosers, paceMs) => chooseInTurn(stage, calls, posts, from, choosers, paceMs),
  };
  const first = await room.seatPeople(0, seated);
  await moderator.send({ type: 'start' });
  return [room, first];
}

async function seatPeople(
  place: Place,
  stage: Stage,
  from: number,
  count: number,
): Promise<readonly Seated[]> {
  const seats: Seated[] = [];
  for (const person of stage.people.slice(from, from + count))
    seats.push(await seat(place, 'intern', person.email));
  return seats;
}

interface Calls {
  /** Resolves with the turn as soon as this person may choose. */
  turnOf(person: PersonId): Promise<number>;
  /** Resolves with the frame that said that this person has chosen. */
  chosenBy(person: PersonId): Promise<{ readonly pub: number; readonly text: string }>;
}

function callsHeardBy(listener: Seated): Calls {
  const turns = awaited<PersonId, number>();
  const chosen = awaited<PersonId, { pub: number; text: string }>();
  listener.onDelta((delta, text) => {
    for (const fact of delta.facts) {
      if ((fact.kind === 'called' || fact.kind === 'clock') && fact.mode === 'choosing')
        turns.put(fact.person, fact.turn);
      if (fact.kind === 'chosen') chosen.put(fact.person, { pub: delta.pub, text });
    }
  });
  return { turnOf: person => turns.get(person), chosenBy: person => chosen.get(person) };
}

/** Values that may be asked for before or after they come. */
function awaited<Key, Value>(): { put(key: Key, value: Value): void; get(key: Key): Promise<Value> } {
  const values = new Map<Key, Value>();
  const waiting = new Map<Key, (value: Value) => void>();
  return {
    put(key, value) {
      values.set(key, value);
      waiting.get(key)?.(value);
    },
    get: key =>
      new Promise(resolve => {
        const value = values.get(key);
        if (value === undefined) waiting.set(key, resolve);
        else resolve(value);
      }),
  };
}

async function chooseInTurn(
  stage: Stage,
  calls: Calls,
  posts: readonly PostId[],
  from: number,
  choosers: readonly Seated[],
  paceMs: number,
): Promise<readonly Choice[]> {
  const made: Choice[] = [];
  let due = performance.now();
  for (const [index, chooser] of choosers.entries()) {
    const person = stage.people[from + index];
    const post = posts[from + index];
    if (person === undefined || post === undefined) throw new Error('more choosers than people or posts');
    const turn = await calls.turnOf(person.id);
    due = Math.max(due + paceMs, performance.now());
    await new Promise(resolve => setTimeout(resolve, due - performance.now()));
    const told = await chooser.choose(turn, post);
    made.push({ ...told, ...(await calls.chosenBy(person.id)) });
  }
  return made;
}

/** A different unreserved post for each, from all lines in turn, as people choose. */
function oneOfEachTurn(stage: Stage): readonly PostId[] {
  const lines = new Map<LineId, PostId[]>();
  for (const post of stage.posts.filter(({ reservedFor }) => reservedFor === null))
    lines.set(post.line, [...(lines.get(post.line) ?? []), post.id]);
  const deepest = Math.max(...[...lines.values()].map(line => line.length));
  return Array.from({ length: deepest }, (_, depth) =>
    [...lines.values()].flatMap(line => line[depth] ?? []),
  ).flat();
}
