/** Rules A13, P11, V14 to V16: what the moderators and each person are shown beside the states. */
import { expect } from 'chai';
import type { CommandBody } from '../../../machines/session/commands.ts';
import { capOf, deskPeople, noPost } from '../../../machines/session/desk.ts';
import { sessionChart } from '../../../machines/session/inspect.ts';
import { initialSnapshot } from '../../../machines/session/machine.ts';
import { sampleCommands } from '../../../machines/session/sample-commands.ts';
import { you } from '../../../machines/session/you.ts';
import type { Reader } from '../../../machines/session/you.ts';
import {
  add,
  addPosts,
  assign,
  chooseOnBehalf,
  chosenEarlier,
  correct,
  leaveWithoutPost,
  pass,
  prolong,
} from './moderator.ts';
import {
  callBack,
  choose,
  connect,
  excuse,
  force,
  lift,
  markAbsent,
  opened,
  pause,
  rejoin,
  started,
  START,
} from './stage.ts';
import type { Stage } from './stage.ts';
import { personId } from './world.ts';

const gone = (person: number, where?: string): CommandBody => ({
  type: 'disconnected',
  person: personId(person),
  lastSeenAt: START,
  ...(where === undefined ? {} : { where }),
});
const evidenceOf = (session: Stage) =>
  session.facts.flatMap(fact => (fact.kind === 'absent' ? [fact.evidence?.sealed] : []));

describe('where somebody was seen', () => {
  it('[A13] stands in the evidence of their absence', () => {
    const session = started({ people: 2 });
    session.accept(gone(1, 'gateway-2'));
    session.wait(91_500);
    expect(evidenceOf(session)[0]).to.include({ rule: 'A2', lastSeenWhere: 'gateway-2' });
  });

  it('[A13] is the last place, and is left out where that is not known', () => {
    const session = started({ people: 2 });
    session.accept(gone(1, 'gateway-2'));
    session.accept({ ...connect(1), where: 'gateway-3' } as CommandBody);
    expect(session.person(1).lastSeenWhere).to.equal('gateway-3');
    session.accept(gone(1));
    session.wait(91_500);
    expect(evidenceOf(session)[0]).not.to.have.property('lastSeenWhere');
  });
});

describe('in a pause', () => {
  it('[P11] moderators do all that concerns people and offer; the clock goes on standing', () => {
    const session = started({ people: 6, posts: 9, person: { 6: { connected: false } } });
    session.accept(choose(session, 1, 1));
    session.accept(pause());
    session.accept(prolong(session, 2));
    session.accept(chooseOnBehalf(session, 2, 2));
    session.accept(markAbsent(session, 3));
    session.accept(excuse(5));
    session.accept(lift(5));
    session.accept(callBack(3));
    session.accept(correct(1, 1, 3));
    session.accept({ type: 'message', to: null, text: { sealed: 'Bonjour' } });
    session.accept(addPosts([20]));
    session.accept(add(9));
    expect(session.state).to.equal('paused.choosing');
    expect(session.called).to.include({ person: 3, endsAt: null, leftMs: 90_000 });
  });
});

const reader: Reader = {
  realm: 'intern',
  mandatary: null,
  choiceSeq: null,
  messages: [{ at: START, text: 'Bonjour' }],
};
const own = (session: Stage, number: number) => you(session.snapshot, personId(number), reader);

describe('what one sees of oneself', () => {
  it('[V14] is the longer turn, and one’s own messages', () => {
    const session = started({ person: { 1: { extraTurnMs: 30_000 } } });
    expect(own(session, 1)).to.deep.include({ extraTurnMs: 30_000, messages: reader.messages });
  });

  it('[V14] is the outcome of whoever was passed, or is left without a post', () => {
    const session = started({ people: 2, posts: 1 });
    session.accept(choose(session, 1, 1));
    expect(own(session, 2)?.outcome).to.equal(null);
    session.accept(pass(session, 2));
    expect(own(session, 2)?.outcome).to.equal('passed');
    session.wait(60_000);
    session.accept(leaveWithoutPost(2, { on: 'passed' }));
    expect(own(session, 2)?.outcome).to.equal('withoutPost');
    expect(session.refuse(assign(2, 1, { on: 'withoutPost' })).code).to.equal('FILLED');
  });

  it('[V14] is for supernumeraries what is closed to them: lines by rank, services by the cap', () => {
    const session = started({
      people: 4,
      posts: 3,
      person: {
        2: { status: 'supernumeraryNonValidating' },
        3: { status: 'supernumeraryValidating' },
      },
      post: { 2: { line: 102 as never }, 3: { line: 103 as never, service: 12 as never } },
      settings: { supernumeraryCap: 1 },
    });
    session.accept(choose(session, 1, 1));
    session.accept(choose(session, 2, 3));
    const closed = (number: number) => {
      const { closedLines, cappedServices } = own(session, number) ?? {};
      return { closedLines, cappedServices };
    };
    expect(closed(2)).to.deep.equal({ closedLines: [], cappedServices: [12] });
    expect(closed(3)).to.deep.equal({ closedLines: [101], cappedServices: [12] });
    expect(closed(4)).to.deep.equal({ closedLines: [], cappedServices: [] });
  });

  it('[V14] is nothing of a session that is not one’s own any more', () => {
    expect(own(started({ person: { 1: chosenEarlier(1) } }), 1)).to.equal(null);
  });
});

describe('what moderators see', () => {
  it('[V15] is where and since when, returns, longer turns, and who is of an earlier session', () => {
    const session = started({
      people: 4,
      person: { 1: chosenEarlier(1), 3: { extraTurnMs: 30_000 } },
    });
    session.accept(markAbsent(session, 2));
    session.accept(rejoin(2));
    session.accept(gone(3, 'gateway-2'));
    expect(
      deskPeople(session.snapshot).map(({ state: _state, person: _person, ...rest }) => rest),
    ).to.deep.equal(
      [
        { connected: false, since: null, where: null, extraTurnMs: 0, returns: 0, elsewhere: true },
        { connected: true, since: START, where: null, extraTurnMs: 0, returns: 1, elsewhere: false },
        {
          connected: false,
          since: START,
          where: 'gateway-2',
          extraTurnMs: 30_000,
          returns: 0,
          elsewhere: false,
        },
        { connected: true, since: START, where: null, extraTurnMs: 0, returns: 0, elsewhere: false },
      ].map(row => ({ ...row, status: 'classic', mandate: false })),
    );
  });

  it('[V15] is that the called one may choose nothing', () => {
    const session = started({ people: 2, posts: 1 });
    expect(noPost(session.snapshot)).to.equal(false);
    session.accept(choose(session, 1, 1));
    expect(noPost(session.snapshot)).to.equal(true);
    session.accept(pass(session, 2));
    expect(noPost(session.snapshot)).to.equal(false);
  });

  it('[V15] is the cap that posts are judged by, once the session has started', () => {
    expect(capOf(opened().snapshot)).to.equal(null);
    expect(capOf(started({ settings: { supernumeraryCap: 2 } }).snapshot)).to.equal(2);
  });
});

describe('the page of the chart', () => {
  const refusals = (session: Stage): Readonly<Record<string, string | null>> =>
    Object.fromEntries(
      sessionChart(session.snapshot, session.now).commands.map(({ type, refusal }) => [
        type,
        refusal?.code ?? null,
      ]),
    );

  it('[V16] has the states, outermost first', () => {
    const session = started();
    expect(sessionChart(session.snapshot, START).states).to.deep.equal(['running', 'running.choosing']);
    expect(sessionChart(initialSnapshot('draft'), START).states).to.deep.equal(['draft']);
  });

  it('[V16] has every command, with what it would be refused with now', () => {
    const session = started();
    expect(refusals(session)).to.include({
      choose: null,
      pause: null,
      resume: 'STALE',
      deadline: 'STALE', // not its time yet
      callBack: 'NOT_ABSENT',
      pass: 'POSTS_POSSIBLE',
      assign: 'WRONG_STATE',
    });
    session.accept(markAbsent(session, 1));
    expect(refusals(session)).to.include({ callBack: null, rejoin: null });
    session.accept(force(2));
    expect(refusals(session)).to.include({ choose: 'WRONG_STATE', assign: null, message: null });
  });

  it('[V16] has them before the start, and where there is nobody', () => {
    for (const state of ['draft', 'validated', 'open'] as const)
      expect(sessionChart(initialSnapshot(state), START).commands.length).to.equal(31);
    expect(refusals(started({ people: 0, posts: 0 }))).to.include({ choose: 'UNKNOWN_PERSON', close: null });
  });

  it('[V16] asks about a person and a post with which it is possible', () => {
    const session = started({ people: 3, posts: 3 });
    session.accept(choose(session, 1, 1));
    const samples = sampleCommands(session.snapshot.context, session.now);
    expect(samples.find(({ type }) => type === 'choose')).to.include({ person: personId(2), post: 102 });
    expect(samples.find(({ type }) => type === 'correct')).to.include({ person: personId(1), from: 101 });
  });
});
