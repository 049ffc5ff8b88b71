/** What a watcher of every decision must hold: written straight from the session's own context, never from its facts. */
import { carriedPeople } from '../../../machines/session/close.ts';
import type { SessionId } from '../../../machines/ids.ts';
import type { Fact } from '../../../machines/session/facts.ts';
import type { SessionSnapshot } from '../../../machines/session/machine.ts';
import { stateName } from '../../../machines/session/machine.ts';
import type { PublicNotice, PublicSnapshot } from '../../../machines/session/public-state.ts';
import { at } from '../../../machines/session/vector.ts';
import type { World } from '../../../machines/session/world.ts';
import { before, noticesOf, projected } from './projection.ts';
import { EARLIER, NEXT, SESSION } from './watched.ts';

type Bare = Omit<PublicSnapshot, 'hash'>;

/** The amphitheatre before the start: the session stands between a closed one and one to come. */
export function beforeStart(world: World): Bare {
  const bare = before(world);
  return {
    ...bare,
    sessions: threeOf(bare),
    people: bare.people.map((row, number) => {
      const [id, callOrder] = row;
      const carried = world.people[number]?.carried;
      if (carried?.state === 'passed') return [id, callOrder, EARLIER, 'notChoosing', null, null];
      if (carried?.state !== 'chosen') return row;
      const post = world.posts.find(other => other.id === carried.post);
      return [id, callOrder, EARLIER, 'chosen', post?.service ?? null, carried.at];
    }),
  };
}

function threeOf({ sessions }: Bare): Bare['sessions'] {
  const [own] = sessions;
  if (!own) throw new Error('no session');
  const other = { ...own, state: 'open' as const, called: null, returned: [], paused: null, closesAt: null };
  const silent = { ...other, credit: null, notices: [] };
  return [
    { ...silent, id: EARLIER, number: 1, state: own.state === 'open' ? 'open' : silent.state },
    { ...own, number: 2 },
    { ...silent, id: NEXT, number: 3 },
  ];
}

/** Keeps what a session does not: numbers, what was announced, in whose session everyone stands. */
export function expectation(): (snapshot: SessionSnapshot, facts: readonly Fact[], now: number) => Bare {
  const homes = new Map<string, SessionId>();
  let notices: readonly PublicNotice[] = [];
  let edition = 1;
  let pub = 0;
  return (snapshot, facts, now) => {
    pub++;
    notices = [...notices, ...noticesOf(facts, now)];
    for (const fact of facts) if ('edition' in fact) edition = Math.max(edition, fact.edition ?? 0);
    const bare = projected(snapshot, pub, notices);
    const isClosed = stateName(snapshot) === 'closed';
    const handedOn = new Set(carriedPeople(snapshot.context).map(({ person }) => person));
    bare.people.forEach(([id], number) => {
      if (!isClosed) homes.set(id, at(snapshot.context.people, number).elsewhere ? EARLIER : SESSION);
      else if (handedOn.has(id)) homes.set(id, NEXT);
    });
    return {
      ...bare,
      edition,
      sessions: threeOf(bare),
      people: bare.people.map(([id, callOrder, , ...rest]) => [
        id,
        callOrder,
        homes.get(id) ?? null,
        ...rest,
      ]),
    };
  };
}
