/** The offer as moderators prepare it, what was typed to add posts, and where somebody forgotten would stand. */
import { expect } from 'chai';
import { NO_POSTS, numbersText, postsFaults, postsTyped } from '../../../client/prepare/add-posts.ts';
import { foundPosts, offeredPosts, rankHasPassed } from '../../../client/prepare/offer.ts';
import { fromSnapshot } from '../../../machines/session/public-state.ts';
import { directoryOf, line, person, post, running, service, snapshotOf, tell } from '../stage.ts';

describe('the offer in preparation', () => {
  const state = running(3, [
    { kind: 'seat', post: post(1), line: line(1), filled: true },
    { kind: 'postBlocked', post: post(2), line: line(2), blocked: true, reason: 'Travaux' },
  ]);
  const posts = offeredPosts(state, directoryOf(3));

  it('says of each post whether it is free, filled or taken out', () => {
    expect(posts.map(one => one.state)).to.deep.equal(['filled', 'blocked', 'free', 'free']);
  });

  it('is searched by service, establishment and number, accents forgiven, all words at once', () => {
    const numbers = (words: string): readonly string[] =>
      foundPosts(posts, words).map(one => one.post.number);
    expect(numbers('urologie cochin')).to.deep.equal(['U-1', 'U-2']);
    expect(numbers('OESOGASTRIQUE c 2')).to.deep.equal(['C-2']);
    expect(numbers('urologie poissy')).to.deep.equal([]);
    expect(numbers(' ')).to.have.length(4);
  });
});

describe('the rank of somebody forgotten', () => {
  it('has passed once somebody behind it has been reached in a session that has begun', () => {
    const state = running(4);
    expect(rankHasPassed(state, 0.5)).to.equal(true); // the first is called
    expect(rankHasPassed(state, 1.5)).to.equal(false);
    tell(state, [{ kind: 'absent', person: person(1), at: 5 }]);
    tell(state, [{ kind: 'called', person: person(2), turn: 2, mode: 'choosing', endsAt: 95, leftMs: 90 }]);
    expect(rankHasPassed(state, 1.5)).to.equal(true);
  });

  it('has not while nothing has begun, whoever is excused', () => {
    const snapshot = snapshotOf(3, 'open');
    const people = snapshot.people.map(row => [row[0], row[1], row[2], 'notChoosing', null, null] as const);
    expect(rankHasPassed(fromSnapshot({ ...snapshot, people }), 0.5)).to.equal(false);
  });
});

describe('posts to add', () => {
  const typed = { ...NO_POSTS, service: String(service(1)), number: ' 77 ', seats: '3' };

  it('are sent as they were typed, what is empty left out', () => {
    expect(postsTyped(typed)).to.deep.equal([
      { number: '77', service: 1, accreditation: '', reservedFor: null, earmark: null, seats: 3 },
    ]);
    expect(postsTyped({ ...typed, reservedFor: '9', earmark: 'andrologie' })?.[0]).to.include({
      reservedFor: 9,
      earmark: 'andrologie',
    });
  });

  it('lack a service, a number or a number of seats in words', () => {
    expect(Object.keys(postsFaults(NO_POSTS)).toSorted()).to.deep.equal(['number', 'service']);
    expect(postsTyped({ ...typed, seats: '0' })).to.equal(null);
    expect(postsTyped({ ...typed, seats: '51' })).to.equal(null);
    expect(postsTyped({ ...typed, number: ' ' })).to.equal(null);
  });

  it('say how they will be numbered where they are several', () => {
    expect(numbersText(typed)).to.equal('Numéros 77-1 à 77-3.');
    expect(numbersText({ ...typed, seats: '1' })).to.equal(null);
    expect(numbersText(NO_POSTS)).to.equal(null);
  });
});
