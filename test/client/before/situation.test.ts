/** Every state of the amphitheatre and of the person, from what the API tells: what it is called, said, and which door it has. */
import { expect } from 'chai';
import {
  DOOR_BEFORE_MS,
  hourMoved,
  isDoorOpen,
  orderToCheck,
  partOf,
  situationOf,
} from '../../../client/before/situation.ts';
import type { Situation } from '../../../client/before/situation.ts';
import { situationWords, stateWord, turnWords } from '../../../client/before/words.ts';
import type { MyAmphitheatre } from '../../../client/http/answers.ts';
import type { PersonId } from '../../../machines/ids.ts';
import { inState, MINE, START } from './mine.ts';

const PERSON = 'person0001' as PersonId; // of one semester
const LONG_BEFORE = START - 24 * 3_600_000;
const of = (mine: MyAmphitheatre, now = LONG_BEFORE): Situation => situationOf(mine, now);
const word = (mine: MyAmphitheatre): string => stateWord(of(mine));
const said = (mine: MyAmphitheatre, now = LONG_BEFORE): string => {
  const { title, text } = situationWords(of(mine, now), partOf(mine));
  return `${title}. ${text}`;
};
const choice = {
  at: START,
  seq: 88,
  post: '101-1',
  service: 'Urologie',
  establishment: 'Hôpital Cochin',
  city: 'Paris',
};

describe('my situation', () => {
  it('has the manual’s word for each state of the amphitheatre', () => {
    const states = ['draft', 'validated', 'open', 'running', 'paused', 'closed'] as const;
    expect(states.map(state => word(inState(state)))).to.deep.equal([
      'Non validé',
      'Validé',
      'Ouvert',
      'En cours',
      'En pause',
      'Terminé',
    ]);
  });

  it('is not validated before the cut, with the provisional hour', () => {
    const uncut = { ...inState('draft'), place: { ...place(), session: null, inSession: null, turn: null } };
    expect(of(uncut).kind).to.equal('notCut');
    expect(word(uncut)).to.equal('Non validé');
    expect(said(uncut)).to.include('Heure provisoire\u00a0: lundi 22 mars à\u00a09\u00a0h, heure de Paris');
  });

  it('tells the opening day of a validated one', () => {
    expect(said(inState('validated'))).to.include('ouvre le lundi 15 mars à\u00a09\u00a0h');
  });

  it('opens the door half an hour before, not sooner, and keeps it open past the hour', () => {
    expect(isDoorOpen(of(MINE, START - DOOR_BEFORE_MS - 1))).to.equal(false);
    expect(isDoorOpen(of(MINE, START - DOOR_BEFORE_MS))).to.equal(true);
    expect(isDoorOpen(of(MINE, START + 1))).to.equal(true);
    expect(isDoorOpen(of(inState('validated'), START))).to.equal(false);
    expect(isDoorOpen(of(inState('paused')))).to.equal(true);
  });

  it('past its hour says that it waits, and no more that it begins at an hour gone by', () => {
    const at = (now: number) => situationWords(of(MINE, now), 'chooses').text;
    expect(at(START - 1)).to.include('Votre session commence lundi 22 mars');
    expect(at(START)).to.include(
      'devait commencer lundi 22 mars à\u00a09\u00a0h, heure de Paris. Elle est en attente',
    );
  });

  it('[H8] is the next session’s for whoever is carried over', () => {
    const carried = { ...MINE, place: { ...place(), carriedOver: true, inSession: null, turn: null } };
    expect(said(carried)).to.match(/^Vous restez dans l’appel de la session suivante/u);
  });

  it('is chosen whatever the amphitheatre does, with the moment', () => {
    for (const state of ['running', 'closed'] as const)
      expect(of(inState(state, { choice })).kind).to.equal('chosen');
    expect(said(inState('running', { choice }))).to.include('Le lundi 22 mars à\u00a09\u00a0h');
  });

  it('is passed, over, or over with nothing to come, each with its own words', () => {
    expect(said(inState('closed', { outcome: 'passed' }))).to.include('sans absence');
    expect(said(inState('closed'))).to.include('appellera');
    expect(said(inState('closed', { outcome: 'withoutPost' }))).to.include('sans poste');
  });

  it('says to an excused person that the absence is planned, in every state before the end', () => {
    const excused = { plannedAbsence: { reason: 'Congé' } };
    expect(said(inState('open', excused)))
      .to.include('absence est prévue')
      .and.not.include('Congé');
    expect(said(inState('running', excused))).to.include('absence est prévue');
  });

  it('sends nobody in to choose whose mandate is accepted; one that is only asked for changes nothing', () => {
    const mandate = { email: 'b@exemple.fr', askedAt: 1, acceptedAt: null };
    expect(partOf({ ...MINE, mandate })).to.equal('chooses');
    const given = { ...MINE, mandate: { ...mandate, acceptedAt: 2 } };
    expect(said(given, START)).to.include('personne mandatée').and.not.include('Entrez');
    expect(said(inState('running', { mandate: given.mandate }))).to.include('suivre');
  });

  it('is on no call list, or on one that is not published, without an order or an hour', () => {
    expect(of({ ...MINE, amphitheatre: null, place: null, rank: null }).kind).to.equal('unlisted');
    const unpublished = { ...MINE, place: null, rank: null };
    expect(word(unpublished)).to.equal('Non validé');
    expect(said(unpublished)).to.include('pas encore publiée');
  });

  it('has the hour of the turn with its margin', () => {
    const { turn } = place();
    expect(turn && turnWords(turn)).to.equal(
      'vers 9\u00a0h\u00a016, entre 9\u00a0h\u00a015 et 9\u00a0h\u00a018',
    );
  });
});

describe('the order to check', () => {
  const check = (mine: MyAmphitheatre) => orderToCheck(mine, of(mine));

  it('is asked about on the first entry, and no more once it is checked', () => {
    expect(check(MINE)).to.deep.equal({ kind: 'first', callOrder: 141 });
    expect(check({ ...MINE, orderChecked: 141 })).to.equal(null);
  });

  it('is asked about again where it is another one since', () => {
    expect(check({ ...MINE, orderChecked: 139 })).to.deep.equal({ kind: 'moved', callOrder: 141, was: 139 });
  });

  it('is not asked about once the session has begun, nor of the holder of a mandate', () => {
    expect(check(inState('running'))).to.equal(null);
    expect(check({ ...MINE, rank: null })).to.equal(null);
  });
});

describe('the hour of one’s session', () => {
  it('has moved where another one was read, by the same person, and at no first reading', () => {
    expect(hourMoved(`person0001 ${START}`, PERSON, START + 1)).to.equal(START);
    expect(hourMoved(`person0001 ${START}`, PERSON, START)).to.equal(null);
    expect(hourMoved(`person0002 ${START}`, PERSON, START + 1)).to.equal(null);
    expect(hourMoved(null, PERSON, START)).to.equal(null);
    expect(hourMoved('abîmé', PERSON, START)).to.equal(null);
  });
});

function place(): NonNullable<MyAmphitheatre['place']> {
  if (MINE.place === null) throw new Error('the fixture has a place');
  return MINE.place;
}
