/** What the two live regions say, and when they keep silent. */
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { announcementsOf, announcementsOver } from '../../../client/room/announcements.ts';
import type { SessionId } from '../../../machines/ids.ts';
import type { Look } from '../../../client/room/announcements.ts';
import type { Moment } from '../../../client/room/moment.ts';
import { person, SESSION } from '../stage.ts';

const inLine = (ahead: number): Moment => ({ kind: 'inLine', ahead, soon: ahead <= 4, returned: false });
const myTurn: Moment = {
  kind: 'myTurn',
  called: { person: person(1), turn: 4, mode: 'choosing', endsAt: 90_000, leftMs: 90_000 },
};
const look = (moment: Moment, rest: Partial<Look> = {}): Look => ({
  moment,
  pause: null,
  link: 'live',
  around: null,
  seconds: null,
  rehearsal: false,
  chosen: null,
  ...rest,
});
const said = (before: Look, now: Look): string[] =>
  announcementsOf(before, now).map(({ region, text }) => `${region}: ${text}`);

describe('the live regions say', () => {
  it('each change of the count at ten or fewer', () => {
    expect(said(look(inLine(12)), look(inLine(11)))).to.deep.equal([]);
    expect(said(look(inLine(7)), look(inLine(6)))).to.deep.equal(['status: 6 internes avant vous.']);
  });

  it('the hour of the turn with the count, where it is known', () => {
    expect(said(look(inLine(7)), look(inLine(6), { around: 'vers 9\u00a0h\u00a056' }))).to.deep.equal([
      'status: 6 internes avant vous, tour vers 9\u00a0h\u00a056.',
    ]);
  });

  it('[B10] that a choice made in a rehearsal does not count, in place of its being final', () => {
    const chosen: Moment = { kind: 'chosen', choice: null };
    const told = (rehearsal: boolean): string[] =>
      said(look(myTurn), look(chosen, { chosen: 'Urologie, Hôpital Cochin', rehearsal }));
    expect(told(true)).to.deep.equal([
      'alert: Choix enregistré\u00a0: Urologie, Hôpital Cochin. Amphi blanc\u00a0: ce choix ne compte pas.',
    ]);
    expect(told(false)).to.deep.equal([
      'alert: Choix enregistré\u00a0: Urologie, Hôpital Cochin. Il est définitif.',
    ]);
  });

  it('that somebody who comes back passes first', () => {
    expect(said(look(inLine(6)), look(inLine(7)))).to.deep.equal([
      'status: Un interne de retour passe avant vous\u00a0: un de plus, 7 au lieu de 6.',
    ]);
  });

  it('four ahead once, and my turn with its seconds', () => {
    expect(said(look(inLine(5)), look(inLine(4)))).to.deep.equal([
      'alert: C’est bientôt votre tour, encore 4 internes.',
    ]);
    expect(said(look(inLine(1)), look(myTurn, { seconds: 90 }))).to.deep.equal([
      'alert: C’est à vous de choisir. 90 secondes.',
    ]);
    expect(said(look(myTurn, { seconds: 90 }), look(myTurn, { seconds: 89 }))).to.deep.equal([]);
  });

  it('«bientôt» once for each turn approached: a return in front is none, a turn missed or ten ahead again is', () => {
    const absent: Moment = { kind: 'absent', at: 1, endedAt: null, cause: 'timeRanOut', canReturn: true };
    const soon = (...moments: readonly Moment[]): string[] => {
      const hear = announcementsOver(new Set());
      return moments.flatMap(moment =>
        hear(look(moment), SESSION).flatMap(({ text }) => (text.includes('bientôt') ? text : [])),
      );
    };
    expect(soon(...[6, 5, 4, 5, 4, 3, 5, 2].map(inLine))).to.deep.equal([
      'C’est bientôt votre tour, encore 4 internes.',
    ]);
    expect(soon(inLine(5), inLine(4), inLine(11), inLine(4))).to.have.length(2);
    expect(soon(inLine(5), inLine(4), absent, inLine(1))).to.deep.equal([
      'C’est bientôt votre tour, encore 4 internes.',
      'C’est bientôt votre tour, encore 1 interne.',
    ]);
  });

  it('the count, quietly, where the threshold is crossed again; also on a page that was left and opened again', () => {
    const near = new Set<SessionId>();
    const opened = announcementsOver(near);
    for (const ahead of [5, 4, 5]) opened(look(inLine(ahead)), SESSION);
    const again = announcementsOver(near);
    again(look(inLine(5)), SESSION);
    expect(again(look(inLine(4)), SESSION)).to.deep.equal([
      { region: 'status', text: '4 internes avant vous.' },
    ]);
  });

  it('60, 30 and 10 seconds as they are crossed, also by a leap', () => {
    const at = (seconds: number): Look => look(myTurn, { seconds });
    expect(said(at(61), at(60))).to.deep.equal(['alert: 60 secondes.']);
    expect(said(at(60), at(59))).to.deep.equal([]);
    expect(said(at(65), at(9))).to.deep.equal(['alert: 10 secondes.']);
  });

  it('the pause with its reason, and what is left at the resume', () => {
    const paused = look(myTurn, { seconds: 48, pause: { reason: 'Nous répondons à une question' } });
    expect(said(look(myTurn, { seconds: 48 }), paused)).to.deep.equal([
      'alert: Session en pause. Motif\u00a0: Nous répondons à une question. Le temps est arrêté.',
    ]);
    expect(said(paused, look(myTurn, { seconds: 48 }))).to.deep.equal(['alert: Reprise. 48 secondes.']);
  });

  it('a loss and the way back, louder where the turn is near', () => {
    expect(said(look(inLine(7)), look(inLine(7), { link: 'lost' }))).to.deep.equal([
      'status: Connexion perdue, nouvel essai automatique.',
    ]);
    expect(said(look(inLine(3), { link: 'lost' }), look(inLine(3)))).to.deep.equal([
      'alert: De retour, à jour.',
    ]);
  });

  it('that the choice is recorded', () => {
    const chosen = look({ kind: 'chosen', choice: null }, { chosen: 'Urologie, Hôpital Cochin' });
    expect(said(look(myTurn, { seconds: 20 }), chosen)).to.deep.equal([
      'alert: Choix enregistré\u00a0: Urologie, Hôpital Cochin. Il est définitif.',
    ]);
  });
});
