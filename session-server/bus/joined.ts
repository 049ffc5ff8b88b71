/**
 * The bus of a process among several: what is in the process is reached directly, and Redis carries it to the others.
 * So the present owners go on where Redis is away (architecture §4), for everybody who is connected where they are.
 */
import type { Bus, Release } from './bus.ts';
import { NobodyThere } from './bus.ts';
import type { LocalBus } from './local.ts';

export function joinedBus(near: LocalBus, far: Bus): Bus {
  const both = async (...releases: readonly Promise<Release>[]): Promise<Release> => {
    const opened = await Promise.all(releases);
    return async () => {
      for (const release of opened) await release();
    };
  };
  return {
    publish(stream, live) {
      near.publish(stream, live);
      far.publish(stream, live);
    },
    follow: (stream, hear) => both(near.follow(stream, hear), far.follow(stream, hear)),
    async request(request) {
      if (near.isOwned(request.session)) return await near.request(request);
      try {
        return await far.request(request);
      } catch (error) {
        if (!(error instanceof NobodyThere)) throw error;
        return await near.request(request); // the host here judges it; one that is another's it leaves alone
      }
    },
    view: request => (near.isOwned(request.session) ? near : far).view(request),
    own: (session, owner) => both(near.own(session, owner), far.own(session, owner)),
    takeOrphans: take => both(near.takeOrphans(take), far.takeOrphans(take)),
    reportPresence(report) {
      near.reportPresence(report);
      far.reportPresence(report);
    },
    hearPresence: hear => both(near.hearPresence(hear), far.hearPresence(hear)),
    askPresence() {
      near.askPresence();
      far.askPresence();
    },
    hearPresenceAsked: hear => both(near.hearPresenceAsked(hear), far.hearPresenceAsked(hear)),
    hearBack: hear => far.hearBack(hear),
    async close() {
      await far.close();
      await near.close();
    },
  };
}
