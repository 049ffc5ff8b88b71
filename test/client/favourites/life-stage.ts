/** One life of favourites with everything outside it in the test's hand: the server, the line, the device's shelf, the timers. */
import { signal } from '@preact/signals';
import { ofAllWindows } from '../../../client/favourites/device-copy.ts';
import type { CopyShelf, DeviceCopy } from '../../../client/favourites/device-copy.ts';
import { favouritesLife } from '../../../client/favourites/favourites-life.ts';
import type { FavouritesLife } from '../../../client/favourites/favourites-life.ts';
import type { FavouritesMerged } from '../../../client/http/answers.ts';
import type { Answer, Call } from '../../../client/http/call.ts';
import type { LinkState } from '../../../client/live/link-state.ts';
import { favouriteKey } from '../../../machines/favourites.ts';
import type { FavouriteOf, FavouriteOperation, FavouriteOutcome } from '../../../machines/favourites.ts';
import type { PersonId } from '../../../machines/ids.ts';
import { fromSnapshot } from '../../../machines/session/public-state.ts';
import type { SessionStateName } from '../../../machines/session/state.ts';
import { snapshotOf } from '../stage.ts';

interface Asked {
  readonly path: string;
  readonly method: string;
  readonly operations: readonly FavouriteOperation[];
  answer(answer: Answer<FavouritesMerged>): Promise<void>;
}

export const ME = 'person0001' as PersonId;
export const stateOf = (name: SessionStateName) => ({ state: fromSnapshot(snapshotOf(3, name)) });

const listOf = (version: number, ...entries: readonly FavouriteOf[]) => ({
  version,
  explained: false,
  entries,
  outcomes: [],
});
export const ok = (version: number, ...entries: readonly FavouriteOf[]): Answer<FavouritesMerged> => ({
  kind: 'ok',
  value: listOf(version, ...entries),
});
export const FAULT: Answer<FavouritesMerged> = { kind: 'fault', text: 'Pas de réponse.', incident: null };

const settled = async (): Promise<void> => {
  for (let turns = 0; turns < 8; turns++) await Promise.resolve();
};

export class LifeStage {
  /** What was asked of the server and has no answer yet, unless the test took it out. */
  asked: Asked[] = [];
  /** What is to be done after a while. */
  waits: (() => void)[] = [];
  kept: DeviceCopy | null = null;
  online: () => void = () => undefined;
  readonly link = signal<LinkState>({ kind: 'live' });
  readonly view = signal<ReturnType<typeof stateOf> | null>(stateOf('open'));
  readonly favourites = signal<number | null>(null);
  readonly live = signal<Pick<LifeStage, 'link' | 'view' | 'favourites'> | null>(this);
  #life: FavouritesLife | null = null;
  #ids = 0;

  get life(): FavouritesLife {
    if (this.#life === null) throw new Error('not opened yet');
    return this.#life;
  }

  async open(realm: 'intern' | 'mandatary' = 'intern', person: PersonId | null = ME): Promise<void> {
    const { live } = this;
    this.#life = favouritesLife(
      { realm, person, live },
      {
        call: <Value>(path: string, options?: Call): Promise<Answer<Value>> =>
          new Promise(resolve => {
            const body = (options?.body ?? {}) as { operations?: readonly FavouriteOperation[] };
            this.asked.push({
              path,
              method: options?.method ?? 'GET',
              operations: body.operations ?? [],
              async answer(answer) {
                resolve(answer as Answer<Value>);
                await settled();
              },
            });
          }),
        shelf: realm === 'intern' ? this.#shelf() : null,
        newId: () => `id-${this.#ids++}`,
        after: (_ms, run) => {
          this.waits.push(run);
          return () => void (this.waits = this.waits.filter(one => one !== run));
        },
        onOnline: listener => {
          this.online = listener;
          return () => undefined;
        },
      },
    );
    await settled();
  }

  /** Opened, and the server has these. */
  async given(...entries: readonly FavouriteOf[]): Promise<void> {
    await this.open();
    await this.asked.shift()?.answer(ok(1, ...entries));
  }

  /** «s1 p3», as the person sees them. */
  keys(): string | null {
    return this.life.list.value?.map(favouriteKey).join(' ') ?? null;
  }

  told(): readonly string[] {
    return this.asked.map(({ method, path }) => `${method} ${path}`);
  }

  /** «add p3 behind s1 head». */
  sent(): readonly string[] {
    return this.asked.flatMap(({ operations }) =>
      operations.map(
        one =>
          `${one.kind} ${favouriteKey(one.of)}${one.kind === 'remove' ? '' : ` behind ${one.behind.join(' ')}`}`,
      ),
    );
  }

  /** Answers the sending at hand. */
  async answer(
    outcomes: readonly FavouriteOutcome[],
    ...list: readonly [version: number, ...FavouriteOf[]]
  ): Promise<void> {
    const one = this.asked.shift();
    const value = {
      ...listOf(...list),
      outcomes: (one?.operations ?? []).map(({ id }, at) => ({ id, outcome: outcomes[at] ?? 'done' })),
    };
    await one?.answer({ kind: 'ok', value });
  }

  #shelf(): CopyShelf {
    return {
      read: () => Promise.resolve(this.kept),
      keep: (copy, done) => {
        this.kept = { ...copy, waiting: ofAllWindows(this.kept, copy, done) };
        return Promise.resolve();
      },
      forget: () => Promise.resolve(),
    };
  }
}
