/** What is lit: the present states, what they take now, and the refusals in French. */
import { expect } from 'chai';
import { chartNow, markOf, presentText, refusalWords, UNKNOWN } from '../../../client/chart/now.ts';
import { readChart } from '../../../client/chart/read-chart.ts';
import { sessionsToSee } from '../../../client/chart/sessions.ts';
import type { ListedAmphitheatre, Rehearsal } from '../../../client/http/answers.ts';
import type { SessionId } from '../../../machines/ids.ts';

const chart = readChart();
const now = chartNow({
  session: 3 as SessionId,
  seq: 12,
  states: ['running', 'running.choosing'],
  commands: [
    { type: 'choose', refusal: null },
    { type: 'pass', refusal: { code: 'POSTS_POSSIBLE' } },
  ],
});

describe('the chart now', () => {
  it('says the present state, the outer one first', () => {
    expect(presentText(now, chart)).to.equal('En cours\u00a0: Quelqu’un choisit');
    expect(presentText(UNKNOWN, chart)).to.equal('état inconnu');
  });

  it('marks what the present states take, possible or refused, and nothing anywhere else', () => {
    expect(markOf(now, { id: 'running.choosing' }, 'choose')).to.equal('possible');
    expect(markOf(now, { id: 'running.choosing' }, 'pass')).to.equal('refused');
    expect(markOf(now, { id: 'running.awaited' }, 'choose')).to.equal(null);
    expect(markOf(UNKNOWN, { id: 'running.choosing' }, 'choose')).to.equal(null);
  });

  it('says refusals in the words of every screen', () => {
    expect(refusalWords({ code: 'PAUSED' })).to.equal('Session en pause, vous pourrez choisir à la reprise.');
  });
});

describe('the sessions whose chart may be looked at', () => {
  const amphitheatre = {
    id: 1,
    title: 'Pédiatrie',
    published: { offer: true, timetable: true, callList: true },
    sessions: [
      { id: 1, number: 1, state: 'closed' },
      { id: 2, number: 2, state: 'paused' },
      { id: 3, number: 3, state: 'open' },
    ],
  } as unknown as ListedAmphitheatre;
  const rehearsal = { id: 9, amphitheatre: 1, number: 1, session: 1, state: 'running' } as Rehearsal;
  const names = (asked: number | null): readonly string[] =>
    sessionsToSee([amphitheatre], [rehearsal], asked).map(({ name }) => name);

  it('are those that run, rehearsals too, and the one that is asked for whatever it is', () => {
    expect(names(null)).to.deep.equal(['Session 2', 'Amphi blanc 1']);
    expect(names(1)).to.deep.equal(['Session 1', 'Session 2', 'Amphi blanc 1']);
  });

  it('lead each to its own room', () => {
    const rooms = sessionsToSee([amphitheatre], [rehearsal], null).map(({ room }) => room);
    expect(rooms).to.deep.equal(['/salle/1?session=2', '/salle/1?blanc=9']);
  });
});
