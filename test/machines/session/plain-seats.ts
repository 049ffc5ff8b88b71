/** Domain §4 once more, in the plainest words: a list of posts, a list of who sits where, everything counted anew each time. */
import type { ChoiceStatus, World, WorldPost } from '../../../machines/session/world.ts';

export interface PlainChooser {
  readonly id: string;
  readonly order: number;
  readonly specialty: number;
  readonly status: ChoiceStatus;
}

interface Sitting {
  readonly person: string;
  readonly post: number;
  readonly order: number;
  /** A supernumerary stands beside the seat. */
  readonly classic: boolean;
}

/** Assigned after the last session: better than everybody (domain §4). */
const BEST = Number.NEGATIVE_INFINITY;

export class PlainSeats {
  readonly posts: WorldPost[];
  readonly blocked: Set<number>;
  #sittings: Sitting[];
  readonly #cap: number | null;

  constructor({ posts, people, seats, settings }: World) {
    this.posts = [...posts];
    this.blocked = new Set(posts.filter(post => post.blocked).map(({ id }) => id));
    this.#cap = settings.supernumeraryCap;
    const isAssigned = (person: string): boolean =>
      people.some(({ id, carried }) => id === person && carried?.state === 'chosen' && carried.turn === null);
    this.#sittings = seats.map(({ post, person, callOrder, supernumerary }) => ({
      person,
      post,
      order: isAssigned(person) ? BEST : callOrder,
      classic: !supernumerary,
    }));
  }

  offers(post: number): boolean {
    return this.posts.some(({ id }) => id === post);
  }

  /** Person by post, the classic ones. @throws where a seat has two. */
  holders(): ReadonlyMap<number, string> {
    const holders = new Map<number, string>();
    for (const { post, person } of this.#sittings.filter(({ classic }) => classic)) {
      if (holders.has(post)) throw new Error(`two classic holders on post ${post}`);
      holders.set(post, person);
    }
    return holders;
  }

  sit({ id, order, status }: PlainChooser, post: number, hasTurn: boolean): void {
    this.#sittings.push({
      person: id,
      post,
      order: hasTurn ? order : BEST,
      classic: status === 'classic',
    });
    this.holders();
  }

  leave(person: string): void {
    this.#sittings = this.#sittings.filter(one => one.person !== person);
  }

  /** Their own seat counts as free: only who is corrected has one. */
  mayChoose(chooser: PlainChooser, post: number): boolean {
    const wanted = this.posts.find(({ id }) => id === post);
    if (!wanted || this.blocked.has(post)) return false;
    if (wanted.reservedFor !== null && wanted.reservedFor !== chooser.specialty) return false;
    const others = this.#sittings.filter(({ person }) => person !== chooser.id);
    if (chooser.status === 'classic') return !others.some(one => one.classic && one.post === post);
    if (this.#isCapped(others, wanted)) return false;
    return chooser.status === 'supernumeraryNonValidating' || this.#hasRoomFor(chooser, others, wanted);
  }

  mayChooseAny(chooser: PlainChooser): boolean {
    return this.posts.some(({ id }) => this.mayChoose(chooser, id));
  }

  #isCapped(others: readonly Sitting[], { service }: WorldPost): boolean {
    const here = this.#idsWhere(post => post.service === service);
    const beside = others.filter(({ classic, post }) => !classic && here.includes(post));
    return this.#cap !== null && beside.length >= this.#cap;
  }

  /** What their rank would still have found. */
  #hasRoomFor({ order }: PlainChooser, others: readonly Sitting[], { line }: WorldPost): boolean {
    const posts = this.#idsWhere(post => post.line === line);
    const offered = posts.filter(post => !this.blocked.has(post));
    const better = others.filter(one => one.classic && posts.includes(one.post) && one.order < order);
    return better.length < offered.length;
  }

  #idsWhere(isMeant: (post: WorldPost) => boolean): readonly number[] {
    return this.posts.filter(isMeant).map(({ id }) => id);
  }
}
