/** Whole sessions of random presses, held against a plain model; fast-check prints the seed of one that fails. */
import { isDeepStrictEqual } from 'node:util';
import { expect } from 'chai';
import * as fc from 'fast-check';
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
import type { World } from '../../../machines/session/world.ts';
import { agree } from './agree.ts';
import { holdInvariants } from './invariants.ts';
import { PlainQueue } from './plain-queue.ts';
import { commandOf, presses, worlds } from './random-commands.ts';
import type { Press } from './random-commands.ts';
import { SEEDED, seededRuns } from './random-seed.ts';
import { opened, stateOf } from './stage.ts';
import type { Taken } from './stage.ts';
import { beforeStart, expectation } from './told-whole.ts';

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

const somewhere = (check: (world: World, presses: readonly Press[]) => void, numRuns = 250): void =>
  fc.assert(fc.property(worlds, presses, check), seededRuns(numRuns));

describe(`any session, ${SEEDED}`, function () {
  this.timeout(60_000); // a second or two each, where nothing else runs

  it('[T6] [L4] [C1] is a plain queue: the same commands taken, the same one called until then, the same seats', () => {
    somewhere((world, all) => {
      let model: PlainQueue | null = null;
      play(world, all, ({ command, decision }) => {
        if (command.type === 'start') model = new PlainQueue(command);
        else expect(model?.take(command), JSON.stringify(command)).to.equal(VERDICTS[decision.kind]);
        if (model && decision.kind !== 'refused') agree(model, decision.next);
      });
    }, 1_000);
  });

  it('[T11] [C7] [P2] keeps what must hold across every single decision', () => {
    somewhere((world, all) => play(world, all, holdInvariants));
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
      const followed = fromSnapshot(beforeStart(world));
      const expected = expectation();
      play(world, all, ({ command, decision }) => {
        if (decision.kind === 'refused') return;
        const facts = publicFacts(decision.facts);
        if (facts.length === 0) return;
        // As they come over the wire.
        const told = JSON.parse(JSON.stringify(facts)) as typeof facts;
        applyDelta(followed, { pub: followed.pub + 1, session: world.session, at: command.at, facts: told });
        const truth = fromSnapshot(expected(decision.next, decision.facts, command.at));
        expect(toSnapshot(followed)).to.deep.equal(toSnapshot(truth));
      });
    });
  });

  it('[V1] [V2] tells the public of no person and post together, and nothing private', () => {
    const allowed =
      /^(at|callOrder|called|carried|edition|kind|people|person|posts|state|text|turn|mode|endsAt|leftMs|service|post|line|filled|blocked|reason|automatic|closesAt|from|to|0)$/;
    somewhere((world, all) => {
      play(world, all, ({ decision }) => {
        for (const fact of decision.kind === 'refused' ? [] : publicFacts(decision.facts)) {
          expect('person' in fact && 'post' in fact).to.equal(false);
          for (const key of keysOf(fact)) expect(key).to.match(allowed);
          if (!TELL_WHY.includes(fact.kind)) expect(keysOf(fact)).not.to.include('reason');
        }
      });
    });
  });
});

const VERDICTS = { accepted: 'accepted', refused: 'refused', refusedAndRecorded: 'late' } as const;

/** Their reasons are for everybody. */
const TELL_WHY = ['paused', 'postBlocked', 'postsAdded'];

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
