/** Random sessions over real sockets: everybody's copy is the server's, no number is missed, each sees of themselves what is so. */
import { expect } from 'chai';
import * as fc from 'fast-check';
import type { SessionId } from '../../../machines/ids.ts';
import type { SessionSnapshot } from '../../../machines/session/machine.ts';
import { stateName } from '../../../machines/session/machine.ts';
import { numberOfPerson } from '../../../machines/session/numbering.ts';
import { at } from '../../../machines/session/vector.ts';
import type { WireCommand, You } from '../../../machines/wire/frames.ts';
import { DEFAULT_SOCKET_LIMITS } from '../../../session-server/gateway/limits.ts';
import { restoreSession } from '../../../session-server/journal/restore.ts';
import { presses } from '../../machines/session/random-commands.ts';
import type { Press } from '../../machines/session/random-commands.ts';
import { SEED, SEEDED } from '../../machines/session/random-seed.ts';
import { eventually } from '../../support/eventually.ts';
import { openTheatre } from '../support/theatre.ts';
import type { Theatre } from '../support/theatre.ts';
import type { Watcher } from '../support/watcher.ts';
import { Follower } from './follower.ts';
import { moderatorsCommand } from './wire-commands.ts';

const SESSIONS = 24;
const EACH = 3; // people of a session

describe(`${SESSIONS} random sessions over sockets, ${SEEDED}`, function () {
  this.timeout(120_000);
  let theatre: Theatre;
  let moderator: Watcher;
  let interns: readonly Follower[];
  before(async () => {
    theatre = await openTheatre({
      people: SESSIONS * EACH,
      posts: SESSIONS * EACH + 2,
      sessions: SESSIONS,
      limits: { ...DEFAULT_SOCKET_LIMITS, framesPerSecond: 10_000 },
    });
    moderator = await theatre.moderator();
    interns = theatre.stage.people.map(({ login }) => new Follower(theatre, login));
  });
  after(() => theatre.close()); // verifies every journal

  it('[V4] [W8] [W10] [W25] everybody’s copy is the server’s, and each sees of themselves what is so', async () => {
    const all = fc.sample(presses, { seed: SEED, numRuns: SESSIONS });
    for (const [index, session] of theatre.stage.sessions.entries()) {
      const here = (index + 1) * EACH; // those of this session, and all before
      await interns[index * EACH]?.come();
      expect(await moderator.ask(session, { type: 'start' })).to.include({ type: 'accepted' });
      for (const press of all[index] ?? []) await act(session, here, press);
      await close(session);
      await everybodyAgrees(session);
    }
  });

  const snapshotOf = async (session: SessionId): Promise<SessionSnapshot> =>
    (await restoreSession(theatre.database.sql, session)).snapshot;

  /** What was asked of the session before has been done, and told. */
  async function settled(session: SessionId): Promise<void> {
    const nothing = { type: 'callBack', person: theatre.person(1), on: 'chosen', reason: 'x' } as const;
    expect((await moderator.ask(session, nothing)).type).to.equal('refused');
  }

  async function act(session: SessionId, here: number, press: Press): Promise<void> {
    const follower = interns[here - 1 - ((press.person - 1) % Math.min(here, 2 * EACH))];
    if (press.what === 'connected') await follower?.come();
    else if (press.what === 'disconnected') await follower?.go();
    else if (press.what === 'wait') theatre.clock.moveBy(Math.min(press.ms, 91_500));
    else await ask(session, follower, press);
    await settled(session);
  }

  async function ask(session: SessionId, follower: Follower | undefined, press: Press): Promise<void> {
    const { context } = await snapshotOf(session);
    const called = context.called && context.world?.people[context.called.person];
    const mine = interns[theatre.stage.people.findIndex(({ person }) => person === called?.id)];
    const post = theatre.post(1 + ((press.post * 7 + press.ms) % theatre.stage.posts.length));
    const choice: WireCommand = { type: 'choose', post, turn: context.turn };
    if (press.what === 'chooseCalled' && mine) return await mine.ask(session, choice);
    if (press.what === 'chooseAny') return await follower?.ask(session, choice);
    if (press.what === 'rejoin') return await follower?.ask(session, { type: 'rejoin' });
    const command = moderatorsCommand(press, context, post);
    if (command) await moderator.ask(session, command);
  }

  async function close(session: SessionId): Promise<void> {
    const snapshot = await snapshotOf(session);
    const state = stateName(snapshot);
    if (state !== 'running' && state !== 'paused') return;
    const { counts, called } = snapshot.context;
    const unchosen = counts.toCall + (called ? 1 : 0);
    const force = { unchosen, reason: 'la salle ferme' };
    expect(await moderator.ask(session, { type: 'close', on: state, force })).to.include({
      type: 'accepted',
    });
  }

  async function everybodyAgrees(session: SessionId): Promise<void> {
    const visitor = await theatre.watcher(null);
    const answer = visitor.all('snapshot').at(-1);
    await visitor.close();
    const { context } = await snapshotOf(session);
    for (const [index, follower] of interns.entries()) {
      if (!follower.isHere) continue;
      await follower.settled();
      expect(follower.snapshot).to.deep.equal(answer?.state);
      const number = context.world && numberOfPerson(context.world, theatre.person(index + 1));
      if (number === null) continue;
      const { state, status } = at(context.people, number);
      const truth = {
        status,
        choice: state.kind === 'chosen' ? state.post : null,
        absence: state.kind === 'absent' ? state.cause : null,
        plannedAbsence: state.kind === 'excused' ? state.reason.sealed : null,
      };
      await eventually(`${index + 1} sees of themselves ${JSON.stringify(truth)}`, () => {
        const seen = follower.you && seenIn(follower.you);
        return JSON.stringify(seen) === JSON.stringify(truth);
      });
    }
  }
});

const seenIn = ({ status, choice, absence, plannedAbsence }: You) => ({
  status,
  choice: choice?.post ?? null,
  absence: absence?.cause ?? null,
  plannedAbsence,
});
