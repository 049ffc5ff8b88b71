/**
 * Which gateways this host hears (architecture §4): each says once a second that it lives. One that is silent may hold
 * sockets that we do not know of; one that stays silent is held lost, unless the record says that it lives: then it is
 * the line between us that is dead, and its people are before their screens. `presence.ts` asks.
 */
import type { Clock } from '../../api/kit/clock.ts';
import type { Ms } from '../../machines/ids.ts';
import type { PresenceReport } from '../bus/messages.ts';

/** Silent this long, its people are unknown. */
const SILENT_MS = 3_000;
/** Silent this long, it is held lost. */
const LOST_MS = 15_000;
/** A process that stood still heard nobody: of such a time no more than this is held against the gateways. */
const LONGEST_LOOK_MS = 2_000;

export interface HeardGateways {
  /** @returns the silence that this report ends; null where there was none. */
  hear(report: PresenceReport): Unheard | null;
  /** Each second: counts how long each is silent. */
  look(): void;
  /** @param living those that live by the record. @returns those held lost from now on; they are unknown again. */
  witness(living: readonly string[]): readonly LostGateway[];
  /** Heard lately, and everything it holds is known. */
  isAudible(gateway: string): boolean;
  /** No gateway may hold sockets that we do not know of; a host that has just begun has still to hear each once. */
  areAllAudible(): boolean;
  /** Something was missed, or never said: presence is to be asked for again. */
  isAnyIncomplete(): boolean;
  /** It was silent then, and has been heard again since. */
  wasSilentAt(gateway: string, when: Ms): boolean;
}

export interface Unheard {
  readonly from: Ms;
  readonly to: Ms;
  /** Of all gateways: it was we who heard nothing. */
  readonly ofAll: boolean;
}

export interface LostGateway {
  readonly gateway: string;
  readonly heardAt: Ms;
}

interface Heard {
  heardAt: Ms;
  silentMs: number;
  version: number;
  /** Everything it holds has been said, and no change of it was missed. */
  isWhole: boolean;
  /** The last time it was silent and came back. */
  silence: Omit<Unheard, 'ofAll'> | null;
}

export function heardGateways(clock: Clock): HeardGateways {
  const gateways = new Map<string, Heard>();
  /** By the record; one of them that was never heard may hold anybody. */
  let known = new Set<string>();
  const since = clock.now();
  let lookedAt = since;

  const isAudible = (gateway: string): boolean => {
    const heard = gateways.get(gateway);
    return heard !== undefined && heard.isWhole && clock.now() - heard.heardAt < SILENT_MS;
  };
  const lastHeardAt = (): Ms => Math.max(...[...gateways.values()].map(({ heardAt }) => heardAt));
  const isDeaf = (): boolean => gateways.size > 0 && clock.now() - lastHeardAt() >= SILENT_MS;

  return {
    hear({ gateway, version, whole, leaves, people, moderators }) {
      const before = gateways.get(gateway);
      const changes = people.length > 0 || moderators.length > 0;
      const follows = before !== undefined && version === before.version + (changes ? 1 : 0);
      const isWhole = whole || (follows && before.isWhole);
      const heardAt = clock.now();
      const wasDeaf = isDeaf();
      const deafFrom = lastHeardAt();
      const wasSilent = before !== undefined && heardAt - before.heardAt >= SILENT_MS;
      const silence = wasSilent ? { from: before.heardAt, to: heardAt } : null;
      const kept = { heardAt, silentMs: 0, version, isWhole, silence: silence ?? before?.silence ?? null };
      if (leaves) known.delete(gateway);
      if (leaves) gateways.delete(gateway);
      else gateways.set(gateway, kept);
      if (wasDeaf) return { from: deafFrom, to: heardAt, ofAll: true };
      return silence && { ...silence, ofAll: false };
    },
    look() {
      const passed = isDeaf() ? 0 : Math.min(clock.now() - lookedAt, LONGEST_LOOK_MS);
      lookedAt = clock.now();
      for (const heard of gateways.values()) heard.silentMs += passed;
    },
    witness(living) {
      known = new Set(living);
      const lost = [...gateways].filter(([name, { silentMs }]) => silentMs >= LOST_MS && !known.has(name));
      for (const [gateway] of lost) gateways.delete(gateway);
      return lost.map(([gateway, { heardAt }]) => ({ gateway, heardAt }));
    },
    isAudible,
    areAllAudible: () =>
      clock.now() - since >= SILENT_MS &&
      gateways.size > 0 &&
      [...gateways.keys(), ...known].every(isAudible),
    wasSilentAt(gateway, when) {
      const silence = gateways.get(gateway)?.silence;
      return silence ? silence.from <= when && when < silence.to : false;
    },
    isAnyIncomplete: () =>
      [...gateways.values()].some(({ isWhole }) => !isWhole) || [...known].some(name => !gateways.has(name)),
  };
}
