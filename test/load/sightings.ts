/** When each choice was sent and when each watcher saw it: the figures of the simulator. */
import type { PersonId } from '../../machines/ids.ts';
import type { Delta } from '../../machines/wire/frames.ts';

export interface Sightings {
  sent(person: PersonId): void;
  /** By one robot, live. */
  seen(delta: Delta): void;
  /** One per choice: milliseconds from sent to seen by the last of those who watched. */
  slowest(): readonly number[];
  /** The fewest watchers that a choice had. */
  fewest(): number;
}

interface Choice {
  readonly sentAt: number;
  slowest: number;
  watchers: number;
}

export function sightings(now: () => number = () => performance.now()): Sightings {
  const sentAt = new Map<PersonId, number>();
  const choices = new Map<number, Choice>();
  return {
    sent: person => void sentAt.set(person, now()),
    seen(delta) {
      const known = choices.get(delta.pub) ?? begin(delta);
      if (known === null) return;
      known.slowest = Math.max(known.slowest, now() - known.sentAt);
      known.watchers++;
    },
    slowest: () => [...choices.values()].map(choice => choice.slowest),
    fewest: () => Math.min(...[...choices.values()].map(choice => choice.watchers)),
  };

  function begin(delta: Delta): Choice | null {
    const chosen = delta.facts.find(fact => fact.kind === 'chosen');
    const at = chosen === undefined ? undefined : sentAt.get(chosen.person);
    if (at === undefined) return null;
    const choice: Choice = { sentAt: at, slowest: 0, watchers: 0 };
    choices.set(delta.pub, choice);
    return choice;
  }
}

/** The value below which the share `part` of the figures lies; 0 where there are none. */
export function quantile(figures: readonly number[], part: number): number {
  const sorted = figures.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)] ?? 0;
}
