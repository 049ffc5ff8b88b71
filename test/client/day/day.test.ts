/** The day's board in words: figures, who is needed first, what each row says. */
import { expect } from 'chai';
import {
  alertWords,
  boardTime,
  dateOf,
  dayAfter,
  doorOf,
  endShown,
  figuresOf,
  isDate,
  nearestDay,
  newAlerts,
  ordered,
  paceText,
  placeText,
  presenceLines,
  progressOf,
  severityOf,
  standingLines,
} from '../../../client/day/day.ts';
import type { DayAlert, DaySession, ListedAmphitheatre } from '../../../client/http/answers.ts';
import type { AmphitheatreId, PersonId, SessionId } from '../../../machines/ids.ts';

const NINE = Date.UTC(2026, 9, 13, 7); // 9 h in Paris
const MINUTE = 60_000;

const session = (id: number, over: Partial<DaySession> = {}): DaySession => ({
  session: id as SessionId,
  amphitheatre: 1 as AmphitheatreId,
  title: 'Pédiatrie, phase socle',
  number: 2,
  of: 11,
  startsAt: NINE,
  scheduledStart: false,
  state: 'running',
  since: NINE,
  pause: null,
  counts: { people: 60, chosen: 15, absent: 1, excused: 2, connected: 41 },
  called: null,
  moderators: [],
  paceSeconds: null,
  plannedEnd: null,
  estimatedEnd: null,
  toSettle: 0,
  alerts: [],
  ...over,
});
const alert = (
  kind: DayAlert['kind'],
  severity: DayAlert['severity'] = 'now',
  count: number | null = null,
) => ({
  kind,
  severity,
  count,
});

describe('the figures of the day', () => {
  it('count sessions, people, choices, absences and alerts', () => {
    const sessions = [
      session(1, { alerts: [alert('noModerator'), alert('late', 'soon', 3)] }),
      session(2, { state: 'paused' }),
      session(3, {
        state: 'open',
        counts: { people: 20, chosen: 0, absent: 0, excused: 0, connected: null },
      }),
    ];
    expect(figuresOf({ sessions }).map(({ value }) => value)).to.deep.equal([
      '2 sur 3',
      '82',
      '30 / 140',
      '2',
      '2',
    ]);
  });

  it('of an empty day are nought', () => {
    expect(figuresOf({ sessions: [] })[0]).to.deep.equal({ word: 'session en cours', value: '0 sur 0' });
  });
});

describe('the order of the rows', () => {
  const rows = [
    session(1),
    session(2, { alerts: [alert('late', 'soon')] }),
    session(3),
    session(4, { alerts: [alert('late', 'soon'), alert('longPause')] }),
  ];
  const ids = (sessions: readonly DaySession[]): readonly number[] => sessions.map(one => one.session);

  it('puts who is needed at once first, then soon, then the others as they came', () => {
    expect(ids(ordered(rows, 'alerts'))).to.deep.equal([4, 2, 1, 3]);
    expect(rows.map(severityOf)).to.deep.equal([null, 'soon', null, 'now']);
  });

  it('leaves them by hour where that is asked for', () => {
    expect(ids(ordered(rows, 'hour'))).to.deep.equal([1, 2, 3, 4]);
  });
});

describe('a row of the day', () => {
  it('says where it stands, when it begins and who moderates it', () => {
    expect(placeText(session(1, { moderators: ['N. Ferhat', 'M. Ollivier'] }))).to.equal(
      'Session 2 sur 11 · 9\u00a0h · N. Ferhat · M. Ollivier',
    );
    expect(placeText(session(1, { of: 1, number: 1, startsAt: null }))).to.equal('Session 1 · heure à fixer');
  });

  it('says who chooses, and how long is left, by the server’s clock', () => {
    const called = {
      person: 'p' as PersonId,
      name: 'Rambaud',
      firstName: 'Élodie',
      callOrder: 57.5,
      mode: 'awaited',
      connected: false,
      endsAt: NINE + 14_000,
      leftMs: 14_000,
    } as const;
    expect(standingLines(session(1, { called }), NINE)).to.deep.equal([
      'Élodie Rambaud',
      'n°\u00a057\u00a0bis · hors ligne, 14\u00a0s',
    ]);
    const frozen = { ...called, connected: true, endsAt: null };
    expect(standingLines(session(1, { called: frozen }), NINE)[1]).to.equal(
      'n°\u00a057\u00a0bis · 14\u00a0s',
    );
    expect(standingLines(session(1), NINE)).to.deep.equal(['Plus personne à appeler']);
  });

  it('quotes why it is paused, or says that it paused itself', () => {
    const pause = { reason: 'Incident réseau', automatic: null };
    expect(standingLines(session(1, { state: 'paused', pause }), NINE)).to.deep.equal([
      '«\u00a0Incident réseau\u00a0»',
      'depuis 9\u00a0h',
    ]);
    const itself = { reason: null, automatic: 'absences' } as const;
    expect(standingLines(session(1, { state: 'paused', pause: itself }), NINE)[0]).to.equal(
      'Absences en série',
    );
  });

  it('counts down to its hour, then says that it was to begin', () => {
    const open = session(1, { state: 'open' });
    expect(standingLines(open, NINE - 11 * MINUTE)).to.deep.equal(['Début dans 11\u00a0min']);
    expect(standingLines(open, NINE - 200 * MINUTE)).to.deep.equal(['Début à 9\u00a0h']);
    expect(standingLines(open, NINE + 5 * MINUTE)).to.deep.equal(['Début prévu à 9\u00a0h']);
    expect(standingLines(session(1, { state: 'closed' }), NINE)).to.deep.equal(['Close à 9\u00a0h']);
  });

  it('says how far its end is from what was planned', () => {
    const planned = NINE + 96 * MINUTE;
    const of = (estimatedEnd: number | null, state: DaySession['state'] = 'running') =>
      endShown(session(1, { plannedEnd: planned, estimatedEnd, state }));
    expect(of(planned + 16 * MINUTE)).to.deep.equal({
      planned: '10\u00a0h\u00a036',
      estimated: '10\u00a0h\u00a052 (+16\u00a0min)',
      moved: true,
    });
    expect(of(planned - 2 * MINUTE).estimated).to.equal('10\u00a0h\u00a034 (−2\u00a0min)');
    expect(of(planned + 48 * 60 * MINUTE).estimated).to.equal('jeudi 15 octobre à 10\u00a0h\u00a036');
    expect(of(planned).estimated).to.equal('à l’heure');
    expect(of(null, 'paused').estimated).to.equal('heure suspendue');
    expect(of(null).estimated).to.equal('');
  });

  it('says pace, presence and progress, or that they are not known', () => {
    expect(paceText(session(1, { paceSeconds: 72 }))).to.equal('1\u00a0min\u00a012\u00a0s');
    expect(paceText(session(1, { state: 'open' }))).to.equal('pas commencé');
    expect(presenceLines(session(1))).to.deep.equal(['41 en ligne', '1\u00a0absence']);
    const none = { people: 0, chosen: 0, absent: 0, excused: 0, connected: null };
    expect(presenceLines(session(1, { counts: none }))).to.deep.equal(['–', 'aucune absence']);
    expect(progressOf(session(1))).to.equal(0.25);
    expect(progressOf({ counts: none })).to.equal(0);
  });

  it('leads into the room, or to those who are left once all is closed', () => {
    expect(doorOf(session(1))).to.equal('enter');
    expect(doorOf(session(1, { state: 'closed', toSettle: 1 }))).to.equal('settle');
  });
});

describe('the alerts', () => {
  it('have an icon and words each, with what they count', () => {
    const words = (kind: DayAlert['kind'], count: number | null = null): string =>
      alertWords(alert(kind, 'now', count), { number: 1 })[1];
    expect(words('late', 18)).to.equal('Retard de 18\u00a0min sur la session 2');
    expect(words('notYetOnline', 11)).to.equal('11\u00a0internes pas encore en ligne');
    expect(words('toSettle', 1)).to.equal('1\u00a0interne à affecter');
    expect(words('longPause', 6)).to.equal('Pause de plus de 6\u00a0min');
  });

  it('are told once, when they come, and only those that need somebody at once', () => {
    const before = [session(1, { alerts: [alert('noModerator')] })];
    const after = [
      session(1, { alerts: [alert('noModerator'), alert('awaitedOffline')] }),
      session(2, { alerts: [alert('late', 'soon', 3)] }),
    ];
    expect(newAlerts(before, after)).to.deep.equal([
      'Pédiatrie, phase socle, session 2\u00a0: Hors ligne à l’appel.',
    ]);
  });
});

describe('the time of the board', () => {
  it('goes on from the last answer, and stops where none comes any more', () => {
    expect(boardTime(1_000, 4_000)).to.equal(5_000);
    expect(boardTime(1_000, 60_000)).to.equal(11_000);
    expect(boardTime(1_000, -5_000), 'a clock of ours set back').to.equal(1_000);
  });
});

describe('a day without a session', () => {
  const sessions = [NINE, NINE + 2 * 86_400_000, null].map(startsAt => ({ startsAt }));
  const listed = [{ sessions }] as unknown as readonly ListedAmphitheatre[];

  it('leads to the next one that has some, else to the last one before', () => {
    expect(nearestDay(listed, '2026-10-01')).to.equal('2026-10-13');
    expect(nearestDay(listed, '2026-10-14')).to.equal('2026-10-15');
    expect(nearestDay(listed, '2026-11-01')).to.equal('2026-10-15');
    expect(nearestDay([], '2026-11-01')).to.equal(null);
  });
});

describe('the day itself', () => {
  it('is Paris’s, also just after midnight', () => {
    expect(dateOf(Date.UTC(2026, 9, 12, 22, 30))).to.equal('2026-10-13');
  });

  it('is followed and preceded by a day, over the change of hours too', () => {
    expect(dayAfter('2026-10-24', 1)).to.equal('2026-10-25');
    expect(dayAfter('2026-10-25', 1)).to.equal('2026-10-26');
    expect(dayAfter('2027-03-28', -1)).to.equal('2027-03-27');
  });

  it('is taken from the address where it is a day', () => {
    expect(isDate('2026-10-13')).to.equal(true);
    expect(isDate('2026-13-40')).to.equal(false);
    expect(isDate('demain')).to.equal(false);
    expect(isDate(undefined)).to.equal(false);
  });
});
