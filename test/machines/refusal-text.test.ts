/** Every refusal says in French what is, with the spaces and apostrophes of French. */
import { expect } from 'chai';
import type { PostId, SpecialtyId } from '../../machines/ids.ts';
import type { Refusal, RefusalCode } from '../../machines/refusal.ts';
import { refusalText } from '../../machines/refusal-text.ts';

const post = 12 as PostId;
const specialty = 3 as SpecialtyId;
const at = Date.UTC(2026, 9, 13, 7, 57, 24); // 09:57:24 in Paris

/** One of each code: the compiler refuses a table that forgets one. */
const EACH: { readonly [Code in RefusalCode]: Extract<Refusal, { readonly code: Code }> } = {
  WRONG_STATE: { code: 'WRONG_STATE', state: 'closed', command: 'pause' },
  NOT_READY: { code: 'NOT_READY', missing: ['callListPublished', 'cut'] },
  EARLIER_SESSION_OPEN: { code: 'EARLIER_SESSION_OPEN', number: 2 },
  REHEARSAL_OPEN: { code: 'REHEARSAL_OPEN', number: 2 },
  LATER_SESSION_OPEN: { code: 'LATER_SESSION_OPEN', number: 3 },
  STILL_TO_CHOOSE: { code: 'STILL_TO_CHOOSE', count: 3 },
  ALREADY_STARTED: { code: 'ALREADY_STARTED' },
  REASON_REQUIRED: { code: 'REASON_REQUIRED' },
  TEXT_REQUIRED: { code: 'TEXT_REQUIRED' },
  OUT_OF_RANGE: { code: 'OUT_OF_RANGE', minMs: 10_000, maxMs: 300_000 },
  STALE: { code: 'STALE', now: 'paused' },
  NOT_YOUR_TURN: { code: 'NOT_YOUR_TURN', ahead: 3 },
  PAUSED: { code: 'PAUSED' },
  TOO_LATE: { code: 'TOO_LATE', deadlineAt: at },
  ALREADY_CHOSEN: { code: 'ALREADY_CHOSEN', post, at },
  HELD_BY_MANDATARY: { code: 'HELD_BY_MANDATARY' },
  TO_BE_CONFIRMED: { code: 'TO_BE_CONFIRMED' },
  FILLED: { code: 'FILLED' },
  FILLED_BY_BETTER_RANK: { code: 'FILLED_BY_BETTER_RANK' },
  CAP_REACHED: { code: 'CAP_REACHED' },
  POSTS_POSSIBLE: { code: 'POSTS_POSSIBLE' },
  SAME_POST: { code: 'SAME_POST' },
  ALREADY_LISTED: { code: 'ALREADY_LISTED' },
  RESERVED: { code: 'RESERVED', specialty },
  BLOCKED: { code: 'BLOCKED' },
  NOT_FREE: { code: 'NOT_FREE' },
  UNKNOWN_POST: { code: 'UNKNOWN_POST' },
  UNKNOWN_PERSON: { code: 'UNKNOWN_PERSON' },
  UNKNOWN_SESSION: { code: 'UNKNOWN_SESSION' },
  NOT_ABSENT: { code: 'NOT_ABSENT' },
  RETURN_BY_MODERATOR_ONLY: { code: 'RETURN_BY_MODERATOR_ONLY' },
  FORBIDDEN: { code: 'FORBIDDEN' },
  RETRY: { code: 'RETRY' },
};

describe('the text of a refusal', () => {
  for (const refusal of Object.values(EACH)) {
    it(`of ${refusal.code} is a sentence with French spaces and apostrophes`, () => {
      const text = refusalText(refusal);
      expect(text).to.match(/^\p{Lu}.*\.$/u);
      expect(text, 'a straight apostrophe').to.not.include("'");
      expect(text, 'a breaking space before a double punctuation').to.not.match(/ [:;!?»]/u);
      expect(text, 'a double punctuation without its space').to.not.match(/\p{L}[;!?»]/u);
      expect(text, 'an id in place of a name').to.not.match(/undefined|null|\bDES \d/u);
    });
  }

  it('of a late choice gives the second the turn ended, in Paris', () => {
    expect(refusalText(EACH.TOO_LATE)).to.equal('Choix reçu après la fin de votre tour (09:57:24).');
  });

  it('of a reservation names the DES with its elision', () => {
    const named = (name: string): string => refusalText(EACH.RESERVED, { specialty: () => name });
    expect(named('Chirurgie orale')).to.equal('Réservé au DES de chirurgie orale.');
    expect(named('Urologie')).to.equal('Réservé au DES d’urologie.');
    expect(named('Hématologie')).to.equal('Réservé au DES d’hématologie.');
  });

  it('of a second choice names what was chosen where the caller knows it', () => {
    expect(refusalText(EACH.ALREADY_CHOSEN, { post: () => 'Urologie, Hôpital Cochin' })).to.equal(
      'Votre choix est déjà enregistré\u00a0: Urologie, Hôpital Cochin, 09:57:24.',
    );
    expect(refusalText(EACH.ALREADY_CHOSEN)).to.equal('Votre choix est déjà enregistré, à 09:57:24.');
  });

  it('of a choice out of turn counts the interns ahead', () => {
    const ahead = (count: number | null): string => refusalText({ code: 'NOT_YOUR_TURN', ahead: count });
    expect(ahead(1)).to.equal('Ce n’est pas encore votre tour\u00a0: 1 interne avant vous.');
    expect(ahead(3)).to.equal('Ce n’est pas encore votre tour\u00a0: 3 internes avant vous.');
    expect(ahead(null)).to.equal('Ce n’est pas votre tour.');
  });

  it('of something not ready lists what is missing, in the order to mend it', () => {
    expect(refusalText(EACH.NOT_READY)).to.equal(
      'Il manque encore\u00a0: la publication de la liste d’appel, la découpe en sessions.',
    );
  });

  it('of a closing names how many have not chosen', () => {
    expect(refusalText(EACH.STILL_TO_CHOOSE)).to.include('Il reste 3 internes sans choix');
    expect(refusalText({ code: 'STILL_TO_CHOOSE', count: 1 })).to.include('Il reste 1 interne sans choix');
  });

  it('of a length out of range gives the shortest and the longest', () => {
    expect(refusalText(EACH.OUT_OF_RANGE)).to.equal('Indiquez une durée de 10\u00a0s à 5\u00a0min.');
  });

  it('of a correction says that another post is recorded', () => {
    expect(refusalText({ code: 'STALE', now: 'otherPost' })).to.include('porte sur un autre poste');
  });

  it('of a state it does not know says that the screen was out of date', () => {
    expect(refusalText({ code: 'STALE', now: 'somethingNew' })).to.include(
      'l’état n’est plus celui que montrait l’écran',
    );
  });
});
