/** Whole sessions of random presses, held against a plain model; fast-check prints the seed of one that fails. */
import { isDeepStrictEqual } from 'node:util';
import { expect } from 'chai';
import * as fc from 'fast-check';
import type { PublicState } from '../../../machines/session/public-state.ts';
import type { Command } from '../../../machines/session/commands.ts';
import { decide } from '../../../machines/session/decide.ts';
import type { Decision } from '../../../machines/session/decide.ts';
import { judge } from '../../../machines/session/judge.ts';
import type { SessionSnapshot } from '../../../machines/session/machine.ts';
import { stateName } from '../../../machines/session/machine.ts';
import { publicFacts } from '../../../machines/session/public-facts.ts';
import { applyDelta } from '../../../machines/session/public-fold.ts';
import { fromSnapshot, toSnapshot } from '../../../machines/session/public-state.ts';
import { fromStored, toStored } from '../../../machines/session/stored-state.ts';
import type { StoredState } from '../../../machines/session/stored-state.ts';
import { toArray } from '../../../machines/session/vector.ts';
import type { World } from '../../../machines/session/world.ts';
import { before, projected } from './projection.ts';
import { PlainQueue } from './plain-queue.ts';
import { mayChoosePlainly } from './plain-seats.ts';
import { commandOf, presses, worlds } from './random-commands.ts';
import type { Press } from './random-commands.ts';
import { opened, stateOf } from './stage.ts';
import type { Taken } from './stage.ts';

/** Plays a session and shows every command, time's own too, with what became of it. */
function play(world: World, all: readonly Press[], seen: (taken: Taken) => void): void {
  const session = opened(undefined, seen);
  session.accept({ type: 'start', world, earlierOpen: null });
  for (const press of all) {
    const command = commandOf(press, session);
    if (command) session.send(command);
    else session.wait(press.ms);
  }
}

const runs = { numRuns: 250 };
const somewhere = (check: (world: World, presses: readonly Press[]) => void): void =>
  fc.assert(fc.property(worlds, presses, check), runs);

describe('any session', () => {
  it('[T6] [L4] calls in the order of a plain queue, with the same seats', () => {
    somewhere((world, all) => {
      let model: PlainQueue | null = null;
      play(world, all, ({ command, decision, before: was }) => {
        if (model && command.type === 'choose') agreeOnChoice(world, model, command, was, decision);
        if (command.type === 'start') model = new PlainQueue(world);
        else if (decision.kind === 'accepted') model?.take(command, endsTurn(was, decision));
        if (model && decision.kind !== 'refused') agree(model, decision.next);
      });
    });
  });

  it('[O8] leaves the snapshot it decides on untouched, and the same decision comes twice', () => {
    somewhere((world, all) => {
      play(world, all, ({ command, decision, before: was }) => {
        deepFreeze(was.context);
        const again = decide(was, structuredClone(command));
        expect(isDeepStrictEqual(plain(again), plain(decision))).to.equal(true);
      });
    });
  });

  it('[O8] is in the state that its context says', () => {
    somewhere((world, all) => {
      play(world, all, ({ decision }) => {
        if (decision.kind === 'refused') return;
        const { context } = decision.next;
        const state = stateName(decision.next);
        expect(state === 'paused').to.equal(context.pause !== null);
        if (state === 'closed') return;
        expect(stateOf(decision.next)).to.equal(`${state}.${context.called?.mode ?? 'idle'}`);
        const clocks = [context.called?.endsAt ?? null, context.closesAt].filter(clock => clock !== null);
        expect(clocks.length).to.equal(state === 'running' ? 1 : 0);
      });
    });
  });

  it('[M6] takes in the chart whatever the rules accept, but what its state does not take', () => {
    const notTaken = { running: ['resume'], paused: ['pause', 'credit', 'deadline', 'graceOver'] };
    somewhere((world, all) => {
      play(world, all, ({ command, decision, before: was }) => {
        const state = stateName(was);
        if (decision.kind !== 'refused' || (state !== 'running' && state !== 'paused')) return;
        if (notTaken[state].includes(command.type)) return;
        expect(judge(was.context, command).kind).to.equal('refused');
      });
    });
  });

  it('[O7] comes back from what is stored, and goes on as it would have', () => {
    somewhere((world, all) => {
      let restored: SessionSnapshot | null = null;
      play(world, all, ({ command, decision }) => {
        if (restored)
          expect(isDeepStrictEqual(plain(decide(restored, command)), plain(decision))).to.equal(true);
        if (decision.kind === 'refused') return;
        const stored = JSON.parse(JSON.stringify(toStored(decision.next))) as StoredState;
        restored = fromStored(stored, JSON.parse(JSON.stringify(world)) as World);
        expect(isDeepStrictEqual(restored.context, decision.next.context)).to.equal(true);
        expect(restored.value).to.deep.equal(decision.next.value);
      });
    });
  });

  it('[V4] is told whole by its public facts', () => {
    somewhere((world, all) => {
      const followed: PublicState = fromSnapshot(before(world));
      let pub = 0;
      play(world, all, ({ decision }) => {
        if (decision.kind === 'refused') return;
        const facts = publicFacts(decision.facts);
        if (facts.length === 0) return;
        // As they come over the wire.
        const told = JSON.parse(JSON.stringify(facts)) as typeof facts;
        applyDelta(followed, { pub: ++pub, session: world.session, facts: told });
        expect(toSnapshot(followed)).to.deep.equal(toSnapshot(fromSnapshot(projected(decision.next, pub))));
      });
    });
  });

  it('[V1] [V2] tells the public of no person and post together, and nothing private', () => {
    const allowed =
      /^(at|called|carried|kind|people|person|state|turn|mode|endsAt|leftMs|service|post|line|filled|blocked|reason|automatic|closesAt|from|to)$/;
    somewhere((world, all) => {
      play(world, all, ({ decision }) => {
        for (const fact of decision.kind === 'refused' ? [] : publicFacts(decision.facts)) {
          expect('person' in fact && 'post' in fact).to.equal(false);
          for (const key of keysOf(fact)) expect(key).to.match(allowed);
          if (fact.kind !== 'paused') expect(keysOf(fact)).not.to.include('reason');
        }
      });
    });
  });
});

/** Whether this `deadline` ended the turn: after a takeover it only starts the clock again. */
const endsTurn = (was: SessionSnapshot, decision: Extract<Decision, { kind: 'accepted' }>): boolean =>
  was.context.called?.turn !== decision.next.context.called?.turn;

function agree(model: PlainQueue, snapshot: SessionSnapshot): void {
  const { context } = snapshot;
  const people = toArray(context.people);
  expect(context.called?.person ?? null).to.equal(model.called);
  expect(context.returned).to.deep.equal(model.returned);
  expect(people.map(({ state }) => state.kind)).to.deep.equal(model.people.map(({ kind }) => kind));
  expect(people.map(({ returns }) => returns)).to.deep.equal(model.people.map(({ returns }) => returns));
  expect(stateName(snapshot)).to.equal(model.closed ? 'closed' : model.paused ? 'paused' : 'running');
  const held = toArray(context.posts).flatMap(({ holder }, number) =>
    typeof holder === 'number' ? [[context.world?.posts[number]?.id, holder]] : [],
  );
  expect(new Map(held as [number, number][])).to.deep.equal(model.seats);
  const count = (kind: string) => people.filter(({ state }) => state.kind === kind).length;
  expect(context.counts).to.deep.include({
    chosen: count('chosen'),
    absent: count('absent'),
    excused: count('excused'),
    toCall: count('waiting') + count('returned'),
  });
}

function agreeOnChoice(
  world: World,
  model: PlainQueue,
  command: Extract<Command, { type: 'choose' }>,
  was: SessionSnapshot,
  decision: Decision,
): void {
  const expected = mayChoosePlainly(world, model, command, was.context.turn);
  if (decision.kind === 'accepted') expect(expected).to.equal(true);
  else if (decision.refusal.code !== 'TOO_LATE') expect(expected).to.equal(false);
}

const plain = (decision: Decision): unknown =>
  decision.kind === 'refused'
    ? decision
    : { ...decision, next: [decision.next.value, decision.next.context] };

function deepFreeze(value: unknown): void {
  if (value === null || typeof value !== 'object' || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const item of Object.values(value)) deepFreeze(item);
}

const keysOf = (value: unknown): string[] =>
  value === null || typeof value !== 'object'
    ? []
    : Array.isArray(value)
      ? value.flatMap(keysOf)
      : Object.entries(value).flatMap(([key, item]) => [key, ...keysOf(item)]);
