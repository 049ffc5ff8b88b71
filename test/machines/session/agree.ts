/** Holds a session against the independent model (plain-queue.ts): people, queue, called one, clocks, seats. */
import { isDeepStrictEqual } from 'node:util';
import { expect } from 'chai';
import type { SessionSnapshot } from '../../../machines/session/machine.ts';
import { stateName } from '../../../machines/session/machine.ts';
import { toArray } from '../../../machines/session/vector.ts';
import type { PlainQueue } from './plain-queue.ts';

export function agree(model: PlainQueue, snapshot: SessionSnapshot): void {
  const [is, expected] = [machineView(snapshot), modelView(model)];
  if (!isDeepStrictEqual(is, expected))
    for (const [key, value] of Object.entries(is))
      expect({ [key]: value }).to.deep.equal({ [key]: { ...expected }[key] });
}

function machineView(snapshot: SessionSnapshot) {
  const { world, people, posts, called, returned, turn, closesAt, closesLeftMs, counts } = snapshot.context;
  const idOf = (number: number | undefined) => (number === undefined ? null : world?.people[number]?.id);
  const all = toArray(people);
  return {
    state: stateName(snapshot),
    turn,
    called: called && { person: idOf(called.person), mode: called.mode, endsAt: called.endsAt },
    clock: called && { turnMs: called.turnMs, waitMs: called.waitMs, leftMs: called.leftMs },
    anyPost: called?.anyPost ?? null,
    returned: returned.map(idOf),
    grace: { closesAt, closesLeftMs },
    people: all.map((live, number) => ({
      id: idOf(number),
      kind: live.state.kind,
      cause: live.state.kind === 'absent' ? live.state.cause : null,
      post: live.state.kind === 'chosen' ? live.state.post : null,
      status: live.status,
      mandate: live.mandate,
      connected: live.connected,
      returns: live.returns,
      elsewhere: live.elsewhere,
    })),
    filled: toArray(posts).flatMap(({ holder }, number) =>
      holder === null ? [] : [world?.posts[number]?.id],
    ),
    blocked: toArray(posts).flatMap(({ blocked }, number) => (blocked ? [world?.posts[number]?.id] : [])),
    counts,
  };
}

function modelView(model: PlainQueue): ReturnType<typeof machineView> {
  const { called, clock, seats, grace, people } = model;
  const here = people.filter(({ elsewhere }) => !elsewhere);
  const count = (...kinds: string[]) => here.filter(({ kind }) => kinds.includes(kind)).length;
  return {
    state: model.closed ? 'closed' : model.paused ? 'paused' : 'running',
    turn: model.turn,
    called: called && clock && { person: called.id as never, mode: clock.mode, endsAt: clock.ends },
    clock: clock && { turnMs: clock.turn, waitMs: clock.wait, leftMs: clock.left },
    anyPost: called && seats.mayChooseAny(called),
    returned: model.returned.map(({ id }) => id as never),
    grace: { closesAt: grace.ends, closesLeftMs: grace.left },
    people: people.map(one => ({
      id: one.id as never,
      kind: one.kind,
      cause: one.kind === 'absent' ? one.cause : null,
      post: (one.choice?.post ?? null) as never,
      status: one.status,
      mandate: one.mandate,
      connected: one.connected,
      returns: one.returns,
      elsewhere: one.elsewhere,
    })),
    filled: [...seats.holders().keys()].sort((a, b) => a - b) as never[],
    blocked: [...seats.blocked].sort((a, b) => a - b) as never[],
    counts: {
      chosen: count('chosen'),
      toCall: count('waiting', 'returned'),
      absent: count('absent'),
      excused: count('excused'),
      canReturn: model.canReturn,
    },
  };
}
