/** The names behind the ids of one public state, fetched again at each new edition; read by `live.ts`. */
import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { Directory } from '../../machines/directory.ts';
import type { AmphitheatreId } from '../../machines/ids.ts';
import type { LiveParts } from './parts.ts';

export interface Names {
  readonly directory: ReadonlySignal<Directory | null>;
  /** Asked for unless held or on its way; tried again until it is there. */
  want(edition: number): void;
  /** Asked for before the state has said which one it needs: given up where there is none. */
  expect(edition: number): void;
  close(): void;
}

const AGAIN_MS = 2_000;

export function names(
  amphitheatre: AmphitheatreId,
  { askDirectory, after }: Pick<LiveParts, 'askDirectory' | 'after'>,
): Names {
  const directory = signal<Directory | null>(null);
  let wanted: number | null = null;
  let fetching: number | null = null;
  let closed = false;
  const fetch = async (edition: number): Promise<void> => {
    if (closed || fetching === edition || directory.peek()?.edition === edition) return;
    fetching = edition;
    const answer = await askDirectory(amphitheatre, edition);
    if (closed || fetching !== edition) return;
    fetching = null;
    if (answer !== null) directory.value = answer;
    else after(AGAIN_MS, () => void (wanted === null || fetch(wanted)));
  };
  return {
    directory,
    want(edition) {
      wanted = edition;
      void fetch(edition);
    },
    expect: edition => void fetch(edition),
    close() {
      closed = true;
    },
  };
}
