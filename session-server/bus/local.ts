/** The bus of one process: calls, in the order they were made. */
import type { SessionId } from '../../machines/ids.ts';
import type { Bus, Ownership, Release } from './bus.ts';
import { NobodyThere } from './bus.ts';
import type { Answer, CommandRequest, Live, PresenceReport } from './messages.ts';
import { streamKey } from './stream-id.ts';

export interface LocalBus extends Bus {
  /** Whether the session's owner is in this process. */
  isOwned(session: SessionId): boolean;
}

export function localBus(): LocalBus {
  const followers = new Map<string, Set<(live: Live) => void>>();
  const owners = new Map<SessionId, Ownership>();
  const orphanTakers = new Set<(request: CommandRequest) => Promise<Answer>>();
  const presenceHearers = new Set<(report: PresenceReport) => void>();
  const askedHearers = new Set<() => void>();
  return {
    publish(stream, live) {
      for (const hear of followers.get(streamKey(stream)) ?? []) hear(live);
    },
    follow(stream, hear) {
      const key = streamKey(stream);
      const hearers = followers.get(key) ?? new Set();
      followers.set(key, hearers);
      return added(hearers, hear);
    },
    async request(request) {
      const owner = owners.get(request.session);
      if (owner) return await owner.command(request);
      const [take] = orphanTakers;
      if (!take) throw new NobodyThere(`session ${request.session}`);
      return await take(request);
    },
    view: request => Promise.resolve(owners.get(request.session)?.view(request) ?? null),
    own(session, owner) {
      owners.set(session, owner);
      return Promise.resolve(() => {
        if (owners.get(session) === owner) owners.delete(session);
        return Promise.resolve();
      });
    },
    takeOrphans: take => added(orphanTakers, take),
    reportPresence(report) {
      for (const hear of presenceHearers) hear(report);
    },
    hearPresence: hear => added(presenceHearers, hear),
    askPresence() {
      for (const hear of askedHearers) hear();
    },
    hearPresenceAsked: hear => added(askedHearers, hear),
    hearBack: () => Promise.resolve(() => Promise.resolve()), // no word is lost on the way
    isOwned: session => owners.has(session),
    close() {
      for (const all of [followers, owners, orphanTakers, presenceHearers, askedHearers]) all.clear();
      return Promise.resolve();
    },
  };
}

function added<T>(set: Set<T>, item: T): Promise<Release> {
  set.add(item);
  return Promise.resolve(() => {
    set.delete(item);
    return Promise.resolve();
  });
}
