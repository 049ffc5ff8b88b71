/** The pages' own small decisions: which session stands for an amphitheatre, what is asked, whose stream is followed. */
import { expect } from 'chai';
import type { ListedSession } from '../../../client/http/answers.ts';
import { assignmentsPath, followed, questionOf } from '../../../client/pages/assignments-asked.ts';
import { liveOrNext, place, presentSession, whenStarts } from '../../../client/pages/session-line.ts';
import type { AmphitheatreId, SessionId } from '../../../machines/ids.ts';

const session = (number: number, state: ListedSession['state']): ListedSession => ({
  id: number as SessionId,
  number,
  state,
  startsAt: Date.UTC(2027, 2, 22, 8, 0),
  startsAround: null,
  endsAround: null,
  awaitsStart: false,
  size: 60,
  chosen: 0,
});

describe('a list of amphitheatres', () => {
  it('shows the live session, else the next one, else the last', () => {
    const states = (...all: ListedSession['state'][]): number | undefined =>
      presentSession(all.map((state, index) => session(index + 1, state)))?.number;
    expect(states('closed', 'paused', 'open')).to.equal(2);
    expect(states('closed', 'open', 'open')).to.equal(2);
    expect(states('closed', 'closed')).to.equal(2);
    expect(states()).to.equal(undefined);
  });

  it('shows what is live, else what is still to come, else what is over', () => {
    const listed = (...all: ListedSession['state'][][]) =>
      liveOrNext(all.map(states => ({ sessions: states.map((state, at) => session(at + 1, state)) })));
    const states = ({ when, shown }: ReturnType<typeof listed>): string =>
      [when, ...shown.map(({ sessions }) => sessions.map(({ state }) => state).join('+'))].join(' ');
    expect(states(listed(['closed'], ['open'], ['closed', 'paused']))).to.equal('live closed+paused');
    expect(states(listed(['closed'], ['closed', 'open'], []))).to.equal('next closed+open ');
    expect(states(listed(['closed'], ['closed']))).to.equal('over closed closed');
    expect(states(listed())).to.equal('next');
  });

  it('says which session of how many, and when in Paris', () => {
    const sessions = [session(1, 'closed'), session(2, 'open')];
    expect(place(session(2, 'open'), { sessions })).to.equal('Session 2 sur 2');
    expect(place(session(1, 'open'), { sessions: [session(1, 'open')] })).to.equal('Session 1');
    expect(whenStarts(session(1, 'open'))).to.equal('lundi 22 mars à 9\u00a0h');
    expect(whenStarts({ ...session(1, 'open'), awaitsStart: true })).to.equal(
      'devait commencer lundi 22 mars à 9\u00a0h, en attente',
    );
    expect(whenStarts({ startsAt: null })).to.equal('heure à fixer');
  });
});

describe('public assignments', () => {
  it('are asked for by words, amphitheatre, order and page', () => {
    expect(assignmentsPath({ amphitheatre: null, words: '', order: 'recent', page: 1 })).to.equal(
      '/assignments?order=recent&page=1',
    );
    expect(assignmentsPath({ amphitheatre: 3, words: 'hôpital & co', order: 'name', page: 2 })).to.equal(
      '/assignments?order=name&page=2&amphitheatre=3&q=h%C3%B4pital+%26+co',
    );
  });

  it('are what the address says, and the usual ones where it says nothing that is understood', () => {
    const written = { amphitheatre: '3', words: ' hôpital ', order: 'name', page: '2' };
    expect(questionOf(written)).to.deep.equal({ amphitheatre: 3, words: 'hôpital', order: 'name', page: 2 });
    const usual = { amphitheatre: null, words: '', order: 'recent', page: 1 };
    expect(questionOf({ amphitheatre: '', words: '', order: '', page: '' })).to.deep.equal(usual);
    expect(questionOf({ amphitheatre: '-1', words: '', order: 'x', page: '1e3' })).to.deep.equal(usual);
    expect(questionOf({ ...written, page: '999999' }).page).to.equal(10_000);
  });

  it('follow the amphitheatre picked, else the only one that is live', () => {
    const listed = (id: number, state: ListedSession['state']) => ({
      id: id as AmphitheatreId,
      sessions: [session(1, state)],
    });
    expect(followed(7, [])).to.equal(7);
    expect(followed(null, [listed(1, 'open'), listed(2, 'running')])).to.equal(2);
    expect(followed(null, [listed(1, 'paused'), listed(2, 'running')])).to.equal(null);
    expect(followed(null, [])).to.equal(null);
  });
});
