/** The favourites of one person on one device: shown at once, sent in order, kept without network, always the server's in the end. */
import { expect } from 'chai';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { FavouriteOf } from '../../../machines/favourites.ts';
import type { PersonId } from '../../../machines/ids.ts';
import { post, service } from '../stage.ts';
import { FAULT, LifeStage, ME, ok, stateOf } from './life-stage.ts';

const s = (n: number): FavouriteOf => ({ service: service(n) });
const p = (n: number): FavouriteOf => ({ post: post(n) });

describe('the favourites of one person', () => {
  let stage: LifeStage;
  beforeEach(() => {
    stage = new LifeStage();
  });
  afterEach(() => stage.life.close());

  it('[F5] asks for nothing before the amphitheatre is open, and then at once', async () => {
    stage.view.value = stateOf('validated');
    await stage.open();
    expect([stage.asked.length, stage.life.open.value]).to.deep.equal([0, false]);
    stage.view.value = stateOf('open');
    expect(stage.told()).to.deep.equal(['GET /me/favourites']);
  });

  it('[F6] are read by the holder as theirs', async () => {
    await stage.open('mandatary');
    expect(stage.told()).to.deep.equal(['GET /me/favourites?realm=mandatary']);
    expect(stage.life.arranges.value).to.equal(false);
  });

  it('[F10] shows a change before its answer, and sends by keys what was made meanwhile', async () => {
    await stage.given(s(1), s(2));
    stage.life.change({ kind: 'add', of: p(3), position: 1 });
    stage.life.change({ kind: 'move', of: p(3), to: 3 });
    stage.life.change({ kind: 'add', of: p(4), position: null });
    expect([stage.keys(), stage.life.keeping.value]).to.deep.equal(['s1 s2 p3 p4', 'saving']);
    expect(stage.sent()).to.deep.equal(['add p3 behind head']);
    await stage.answer([], 2, p(3), s(1), s(2));
    expect(stage.sent()).to.deep.equal(['move p3 behind s2 s1 head', 'add p4 behind end']);
    await stage.answer([], 3, s(1), s(2), p(3), p(4));
    expect([stage.keys(), stage.life.keeping.value]).to.deep.equal(['s1 s2 p3 p4', 'saved']);
  });

  it('takes the server’s list where it differs from what was shown', async () => {
    await stage.given(s(1));
    stage.life.change({ kind: 'add', of: p(3), position: null });
    await stage.answer([], 3, p(4), s(1), p(3));
    expect(stage.keys()).to.equal('p4 s1 p3');
  });

  it('goes back to what is kept where a change is refused, says why, and reads again', async () => {
    await stage.given(s(1), s(2));
    stage.life.change({ kind: 'remove', of: s(1) });
    expect(stage.keys()).to.equal('s2');
    await stage.asked.shift()?.answer({
      kind: 'refused',
      status: 409,
      code: 'WRONG_STATE',
      text: 'Refusé.',
      refusal: null,
    });
    expect([stage.keys(), stage.life.trouble.value, stage.life.last.value]).to.deep.equal([
      's1 s2',
      'Refusé.',
      null,
    ]);
    await stage.asked.shift()?.answer(ok(1, s(1), s(2)));
    expect(stage.life.trouble.value).to.equal('Refusé.');
  });

  it('[F7] reads again when another device has changed them, not for its own changes', async () => {
    await stage.given(s(1));
    stage.favourites.value = 1;
    expect(stage.asked).to.have.length(0);
    stage.favourites.value = 2;
    await stage.asked.shift()?.answer(ok(2, s(2), s(1)));
    expect(stage.keys()).to.equal('s2 s1');
  });

  it('keeps a newer list where an older one arrives late', async () => {
    await stage.given(s(1));
    stage.favourites.value = 2;
    stage.favourites.value = 3;
    const [first, second] = stage.asked;
    await second?.answer(ok(3, s(2)));
    await first?.answer(ok(2, s(1)));
    expect(stage.keys()).to.equal('s2');
  });

  it('reads again each time the line is back: what was told meanwhile is lost', async () => {
    await stage.given(s(1));
    stage.favourites.value = 1;
    stage.link.value = { kind: 'lost', retryAt: null, stoppedAt: null };
    stage.link.value = { kind: 'live' };
    expect(stage.told()).to.deep.equal(['GET /me/favourites']);
  });

  it('[F13] waits without network, sends all in order on return, and counts what was sent', async () => {
    await stage.given(s(1), s(2), s(3));
    stage.life.change({ kind: 'move', of: s(3), to: 1 });
    await stage.asked.shift()?.answer(FAULT);
    stage.life.change({ kind: 'remove', of: s(2) });
    await stage.asked.shift()?.answer(FAULT);
    expect([stage.keys(), stage.life.keeping.value, stage.life.trouble.value]).to.deep.equal([
      's3 s1',
      'offline',
      null,
    ]);
    stage.online();
    const posted = stage.asked.filter(({ method }) => method === 'POST');
    expect(posted.map(({ operations }) => operations.map(({ kind }) => kind))).to.deep.equal([
      ['move', 'remove'],
    ]);
    stage.asked = posted;
    await stage.answer([], 3, s(3), s(1));
    expect([stage.keys(), stage.life.keeping.value]).to.deep.equal(['s3 s1', 'saved']);
    expect(stage.life.returned.value).to.deep.equal({ sent: 2, notDone: [] });
    stage.life.putReturnedAway();
    expect(stage.life.returned.value).to.equal(null);
  });

  it('[F13] tries again by itself, and says nothing of changes that had an answer at once', async () => {
    await stage.given(s(1));
    stage.life.change({ kind: 'add', of: p(3), position: null });
    await stage.answer([], 2, s(1), p(3));
    expect([stage.life.returned.value, stage.waits.length]).to.deep.equal([null, 0]);
    stage.life.change({ kind: 'remove', of: p(3) });
    await stage.asked.shift()?.answer(FAULT);
    expect(stage.waits).to.have.length(1);
    stage.waits[0]?.();
    expect(stage.told()).to.deep.equal(['GET /me/favourites', 'POST /me/favourites']);
  });

  it('[F11] [F13] tells what could not be done', async () => {
    await stage.given(s(1), s(2));
    stage.life.change({ kind: 'move', of: s(2), to: 1 });
    await stage.asked.shift()?.answer(FAULT);
    stage.online();
    stage.asked = stage.asked.filter(({ method }) => method === 'POST');
    await stage.answer(['gone'], 5, s(1));
    expect(stage.life.returned.value).to.deep.equal({ sent: 0, notDone: [{ of: s(2), outcome: 'gone' }] });
    expect(stage.keys()).to.equal('s1');
  });

  it('[F13] begins from what this device has kept where nobody answers, arranges it, and sends it later', async () => {
    await stage.given(s(1), s(2));
    stage.life.change({ kind: 'move', of: s(2), to: 1 });
    await stage.asked.shift()?.answer(FAULT);
    stage.life.close();
    const before = stage.kept;
    expect(before?.waiting).to.have.length(1);
    stage.live.value = null;
    stage.asked = [];
    await stage.open('intern', null);
    expect([stage.keys(), stage.life.person.value, stage.life.arranges.value]).to.deep.equal([
      's2 s1',
      ME,
      true,
    ]);
    for (const one of stage.asked.splice(0)) await one.answer(FAULT);
    expect(stage.life.keeping.value).to.equal('offline');
    stage.life.change({ kind: 'remove', of: s(1) });
    expect(stage.keys()).to.equal('s2');
    for (const one of stage.asked.splice(0)) await one.answer(FAULT);
    expect(stage.kept?.waiting.map(({ kind }) => kind)).to.deep.equal(['move', 'remove']);
    expect(stage.kept?.device).to.equal(before?.device);
  });

  it('[F13] keeps what waits through a sign-in that has ended', async () => {
    await stage.given(s(1));
    stage.life.change({ kind: 'add', of: p(3), position: null });
    await stage.asked.shift()?.answer({ kind: 'signedOut', text: 'Connectez-vous.' });
    expect([stage.keys(), stage.life.trouble.value]).to.deep.equal(['s1 p3', 'Connectez-vous.']);
    expect(stage.kept?.waiting).to.have.length(1);
  });

  it('[F14] passes over what this device has kept of somebody else', async () => {
    await stage.given(s(1));
    stage.life.close();
    stage.live.value = null;
    await stage.open('intern', 'person0002' as PersonId);
    expect([stage.keys(), stage.asked.length > 0]).to.deep.equal([null, true]);
  });

  for (const [name, change, back] of [
    ['a move', { kind: 'move', of: p(3), to: 1 }, { kind: 'move', of: p(3), to: 2 }],
    ['a removal', { kind: 'remove', of: p(3) }, { kind: 'add', of: p(3), position: 2 }],
    ['an addition', { kind: 'add', of: p(4), position: null }, { kind: 'remove', of: p(4) }],
  ] as const)
    it(`takes back ${name}`, async () => {
      await stage.given(s(1), p(3), s(2));
      stage.life.change(change);
      expect(stage.life.last.value?.back).to.deep.include(back);
      stage.life.undo();
      expect([stage.keys(), stage.life.last.value]).to.deep.equal(['s1 p3 s2', null]);
    });

  it('tells nothing of a change that changes nothing', async () => {
    await stage.given(s(1));
    stage.life.change({ kind: 'move', of: s(1), to: 1 });
    stage.life.change({ kind: 'add', of: s(1), position: null });
    expect([stage.asked.length, stage.life.last.value]).to.deep.equal([0, null]);
  });

  it('[F15] knows that a single post has been explained as soon as it is', async () => {
    await stage.given(s(1));
    expect(stage.life.explained.value).to.equal(false);
    stage.life.change({ kind: 'add', of: p(3), position: null, explained: true });
    expect(stage.life.explained.value).to.equal(true);
  });
});
