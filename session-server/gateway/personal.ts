/**
 * What is personal of those who follow one stream here: kept as it was last told, told again where it has become
 * another. The intern and the holder of their mandate are each told their own side (domain §6); `hello.ts` begins it.
 */
import { isDeepStrictEqual } from 'node:util';
import type { PersonId, SessionId } from '../../machines/ids.ts';
import type { Fact } from '../../machines/session/facts.ts';
import type { ClosedTo } from '../../machines/session/offer.ts';
import type { You } from '../../machines/wire/frames.ts';
import type { PublishedRow } from '../bus/messages.ts';
import { again } from './again.ts';
import { readClosed } from './closed-rows.ts';
import { actorTopic } from './connection.ts';
import type { Actor } from './connection.ts';
import type { GatewayShared } from './gateway-shared.ts';
import { readPeople, youFor } from './person.ts';
import type { Stream } from './stream.ts';
import { seenOfOneself } from './you.ts';
import type { SeenOfOneself } from './you.ts';

const REALMS = ['intern', 'mandatary'] as const;

export class Personal {
  readonly #gateway: Pick<GatewayShared, 'parts' | 'presence' | 'publish'>;
  readonly #stream: Stream;
  readonly #seen = new Map<PersonId, SeenOfOneself>();
  readonly #reading = new Map<PersonId, Promise<SeenOfOneself | null>>();
  /** Heard of while they were being read: what was read may be of before. */
  readonly #heardMeanwhile = new Set<PersonId>();
  /** Sessions in which the lists of supernumeraries may have changed. */
  readonly #listsOf = new Set<SessionId>();
  readonly #readLists;
  readonly #readTables;
  readonly #readAll;

  constructor(gateway: Pick<GatewayShared, 'parts' | 'presence' | 'publish'>, stream: Stream) {
    this.#gateway = gateway;
    this.#stream = stream;
    const failed = (error: unknown): void => gateway.parts.log.warn({ err: error }, 'personal.notRead');
    this.#readLists = again(() => this.#tellLists(), failed);
    this.#readTables = again(() => this.#tellChanged(), failed);
    this.#readAll = again(() => this.#tellAll(), failed);
  }

  /** What this login sees of itself; null where the person has left the roster. */
  async you({ person, realm }: Actor): Promise<You | null> {
    const seen = await this.#read(person);
    return seen && youFor(realm, seen.intern, seen.holder);
  }

  hear(row: PublishedRow): void {
    const changed = new Map(row.about.map(view => [view.person, view]));
    for (const { person, message } of row.facts.flatMap(messageTo)) {
      const seen = this.#seen.get(person);
      if (!seen) continue;
      const { messages: known } = seen.intern;
      const isRead = known.some(({ at, text }) => at === message.at && text === message.text); // it was in the tables
      const messages = isRead ? known : [...known, message];
      this.#seen.set(person, { ...seen, intern: { ...seen.intern, messages } });
      changed.set(person, changed.get(person) ?? seen.intern);
    }
    for (const view of changed.values()) this.#tell(view);
    for (const person of changed.keys()) if (this.#reading.has(person)) this.#heardMeanwhile.add(person);
    if (row.facts.flatMap(decidedOf).some(person => this.#seen.has(person) && !changed.has(person)))
      this.#readTables();
    if (!row.facts.some(changesLists)) return;
    this.#listsOf.add(row.session);
    this.#readLists();
  }

  /** Something outside every session has changed: who sees something else in the tables now is told. */
  tablesChanged(): void {
    this.#readTables();
  }

  /** Rows never came here: whoever sees something else of themselves now is told. */
  missedRows(): void {
    this.#readAll();
  }

  /** To both sides; who never said `hello` here is told there. */
  #tell(view: You): void {
    const seen = this.#seen.get(view.person);
    if (!seen) return;
    const intern = { ...view, messages: seen.intern.messages };
    this.#seen.set(view.person, { ...seen, intern });
    for (const realm of REALMS) {
      const text = JSON.stringify({ type: 'you', ...youFor(realm, intern, seen.holder) });
      this.#gateway.publish(actorTopic(this.#actor(view.person, realm)), text);
    }
  }

  #read(person: PersonId): Promise<SeenOfOneself | null> {
    const reading = this.#reading.get(person) ?? this.#readFresh(person);
    this.#reading.set(person, reading);
    return reading;
  }

  async #readFresh(person: PersonId): Promise<SeenOfOneself | null> {
    const { database, bus } = this.#gateway.parts;
    try {
      for (;;) {
        this.#heardMeanwhile.delete(person);
        const seen = await seenOfOneself(database.sql, bus, this.#stream, person);
        if (this.#heardMeanwhile.has(person)) continue;
        if (seen) this.#seen.set(person, seen);
        else this.#seen.delete(person);
        return seen;
      }
    } finally {
      this.#reading.delete(person);
    }
  }

  /** Supernumeraries who are here, whose lines or services are others now: one question for all of a session. */
  async #tellLists(): Promise<void> {
    const [session] = this.#listsOf;
    if (session === undefined) return;
    this.#listsOf.delete(session);
    if (this.#listsOf.size > 0) this.#readLists();
    const here = this.#here().flatMap(({ intern }) => (choosesBeside(intern) ? [intern] : []));
    const of = (begun: boolean): readonly PersonId[] =>
      here.flatMap(({ person, session: own }) => ((own === session) === begun ? [person] : []));
    for (const { person, ...lists } of [
      ...(await this.#listsBegun(session, of(true))),
      ...(await this.#listsToCome(of(false))),
    ]) {
      const told = this.#seen.get(person)?.intern;
      if (told && !hasSameLists(told, lists)) this.#tell({ ...told, ...lists });
    }
  }

  async #listsBegun(session: SessionId, people: readonly PersonId[]): Promise<readonly Lists[]> {
    if (people.length === 0) return [];
    const { bus } = this.#gateway.parts;
    const views = await bus.view({ kind: 'people', session, people }).catch(() => null);
    return views?.kind === 'people' ? views.views.map(listsOf) : [];
  }

  /** Of sessions still to begin, whose seats this one gives away; a rehearsal gives none. */
  async #listsToCome(people: readonly PersonId[]): Promise<readonly Lists[]> {
    const { amphitheatre, rehearsal } = this.#stream.id;
    if (people.length === 0 || rehearsal !== null) return [];
    const { sql } = this.#gateway.parts.database;
    const closed = await readClosed(sql, amphitheatre, people);
    return [...closed].map(([person, lists]) => ({ person, ...lists }));
  }

  async #tellChanged(): Promise<void> {
    const here = this.#here();
    if (here.length === 0) return;
    const before = new Map(here.map(({ tables }) => [tables.person, tables]));
    for (const tables of await readPeople(this.#gateway.parts.database.sql, [...before.keys()])) {
      if (isDeepStrictEqual(tables, before.get(tables.person))) continue;
      await this.#reading.get(tables.person); // of before, perhaps
      const seen = await this.#read(tables.person);
      if (seen) this.#tell(seen.intern);
    }
  }

  /** One after the other: nobody waits for it, and the record has other work. */
  async #tellAll(): Promise<void> {
    for (const { intern: before } of this.#here()) {
      await this.#reading.get(before.person); // of before, perhaps
      const seen = await this.#read(before.person);
      if (seen && !isDeepStrictEqual(seen.intern, before)) this.#tell(seen.intern);
    }
  }

  /** Those with a socket here; who has left is forgotten. */
  #here(): readonly SeenOfOneself[] {
    for (const person of this.#seen.keys())
      if (!REALMS.some(realm => this.#gateway.presence.isHere(this.#actor(person, realm))))
        this.#seen.delete(person);
    return [...this.#seen.values()];
  }

  #actor(person: PersonId, realm: Actor['realm']): Actor {
    return { person, realm, rehearsal: this.#stream.id.rehearsal };
  }
}

/** Still to choose, by rules that look at what others have: `you` holds what is closed to them. */
const choosesBeside = ({ status, choice }: You): boolean => status !== 'classic' && choice === null;

type Lists = Pick<You, 'person' | 'closedLines' | 'cappedServices'>;

const listsOf = ({ person, closedLines, cappedServices }: You): Lists => ({
  person,
  closedLines,
  cappedServices,
});

const hasSameLists = (a: ClosedTo, b: ClosedTo): boolean =>
  isDeepStrictEqual([a.closedLines, a.cappedServices], [b.closedLines, b.cappedServices]);

function changesLists({ kind }: Fact): boolean {
  return (
    kind === 'assigned' ||
    kind === 'corrected' ||
    kind === 'postBlocked' ||
    kind === 'postsAdded' ||
    kind === 'status'
  );
}

/** Of whom the deciding session says what stands in the tables; it has no view of those of an earlier one. */
function decidedOf(fact: Fact): readonly PersonId[] {
  switch (fact.kind) {
    case 'assigned':
    case 'corrected':
    case 'withoutPost':
    case 'status':
    case 'mandate':
      return [fact.person];
    default:
      return [];
  }
}

function messageTo(
  fact: Fact,
): readonly { readonly person: PersonId; readonly message: You['messages'][number] }[] {
  if (fact.kind !== 'message' || fact.to === null || fact.text.sealed === null) return [];
  return [{ person: fact.to, message: { at: fact.at, text: fact.text.sealed } }];
}
