/** The live connection from ticket to close: greeting, deltas, gaps, catching up, commands that survive a loss. */
import { expect } from 'chai';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { openLive } from '../../../client/live/live.ts';
import { nothingLasting } from '../../../machines/session/lasting.ts';
import type { Live } from '../../../client/live/live.ts';
import { applyDelta } from '../../../machines/session/public-fold.ts';
import { fromSnapshot, publicHash } from '../../../machines/session/public-state.ts';
import type { SessionId } from '../../../machines/ids.ts';
import { PROTOCOL } from '../../../machines/wire/frames.ts';
import type { Delta } from '../../../machines/wire/frames.ts';
import { CLOSE_CODES } from '../../../machines/wire/close-codes.ts';
import { AMPHITHEATRE, called, ownView, person, post, SESSION, snapshotOf } from '../stage.ts';
import { fakeParts } from './fake-parts.ts';
import type { FakeParts } from './fake-parts.ts';

const delta = (pub: number, hash?: string): Delta => ({
  pub,
  session: SESSION,
  at: 0,
  facts: [called(pub, pub, 90_000)],
  ...(hash === undefined ? {} : { hash }),
});

describe('a live connection', () => {
  let fake: FakeParts;
  let live: Live;

  beforeEach(async () => {
    fake = fakeParts();
    live = openLive({ amphitheatre: AMPHITHEATRE, realm: 'intern' }, fake.parts);
    await fake.open();
  });
  afterEach(() => live.close());

  const snapshot = (): void =>
    fake.say({ type: 'snapshot', protocol: PROTOCOL, now: 5_000, state: snapshotOf(3, 'running') });
  const pub = (): number | undefined => live.view.value?.state.pub;

  it('says hello with nothing, holds the snapshot and asks for its directory', () => {
    snapshot();
    expect(fake.sentOf('hello')).to.deep.equal([
      { type: 'hello', protocol: PROTOCOL, amphitheatre: AMPHITHEATRE, last: null },
    ]);
    expect([live.link.value.kind, pub(), fake.editionsAsked]).to.deep.equal(['live', 10, [2]]);
  });

  it('[B3] names the rehearsal that it follows', async () => {
    const rehearsal = openLive(
      { amphitheatre: AMPHITHEATRE, rehearsal: 41 as SessionId, realm: 'intern' },
      fake.parts,
    );
    await fake.open();
    rehearsal.close();
    expect(fake.sentOf('hello').at(-1)).to.deep.include({ amphitheatre: AMPHITHEATRE, rehearsal: 41 });
  });
  it('[W23] says that it follows from another page than the room', async () => {
    openLive({ amphitheatre: AMPHITHEATRE, realm: 'moderator', aside: true }, fake.parts);
    await fake.open();
    expect(fake.sentOf('hello').at(-1)).to.include({ aside: true });
  });

  it('[W23] knows who is in the moderators’ room as they come and leave', () => {
    fake.say({ type: 'moderators', names: ['Gestion'] }); // no session of it has begun
    expect(live.moderators.value).to.deep.equal(['Gestion']);
    const nothing = { rows: [], lasting: nothingLasting(SESSION), noPost: false, supernumeraryCap: null };
    const desk = { session: SESSION, seq: 4, people: [], ...nothing };
    fake.say({ type: 'desk', ...desk, moderators: ['Gestion', 'Nora Lambert'] });
    expect(live.moderators.value).to.deep.equal(['Gestion', 'Nora Lambert']);
    fake.say({ type: 'moderators', names: ['Gestion', 'Marc Ollivier'] });
    expect(live.moderators.value).to.deep.equal(['Gestion', 'Marc Ollivier']);
  });

  it('applies only the next number', () => {
    snapshot();
    fake.say({ type: 'delta', ...delta(11) });
    fake.say({ type: 'delta', ...delta(11) });
    fake.say({ type: 'delta', ...delta(9) });
    expect(pub()).to.equal(11);
  });

  it('asks once for what is missing after a gap, and applies all of it in order', async () => {
    snapshot();
    fake.say({ type: 'delta', ...delta(13) });
    fake.say({ type: 'delta', ...delta(14) });
    expect(fake.sentOf('hello').map(({ last }) => last)).to.deep.equal([null, 10]);
    expect(pub()).to.equal(10);
    fake.say({
      type: 'resumed',
      protocol: PROTOCOL,
      now: 0,
      pub: 14,
      deltas: [11, 12, 13, 14].map(n => delta(n)),
    });
    expect(live.link.value).to.deep.equal({ kind: 'catchingUp', done: 1, of: 4 });
    await fake.moveBy(200);
    expect([live.link.value.kind, pub()]).to.deep.equal(['live', 14]);
  });

  it('keeps what comes live while it catches up', async () => {
    snapshot();
    fake.say({
      type: 'resumed',
      protocol: PROTOCOL,
      now: 0,
      pub: 14,
      deltas: [11, 12, 13, 14].map(n => delta(n)),
    });
    fake.say({ type: 'delta', ...delta(15) });
    await fake.moveBy(400);
    expect([live.link.value.kind, pub()]).to.deep.equal(['live', 15]);
  });

  it('catches up at once in a page that nobody sees', () => {
    snapshot();
    fake.hidden = true;
    fake.say({ type: 'resumed', protocol: PROTOCOL, now: 0, pub: 12, deltas: [delta(11), delta(12)] });
    expect([live.link.value.kind, pub()]).to.deep.equal(['live', 12]);
  });

  it('marks for five seconds whose line changed while it was away', async () => {
    snapshot();
    fake.say({
      type: 'resumed',
      protocol: PROTOCOL,
      now: 0,
      pub: 11,
      deltas: [{ ...delta(11), facts: [called(2, 2, 1)] }],
    });
    expect([...live.news.value]).to.deep.equal([person(2)]);
    await fake.moveBy(5_000);
    expect(live.news.value.size).to.equal(0);
  });

  it('notices a lost last delta by the head', () => {
    snapshot();
    fake.say({ type: 'head', pub: 10 });
    expect(fake.sentOf('hello')).to.have.length(1);
    fake.say({ type: 'head', pub: 11 });
    expect(fake.sentOf('hello').map(({ last }) => last)).to.deep.equal([null, 10]);
  });

  it('asks for everything where its state is not the server’s', () => {
    snapshot();
    const right = fromSnapshot(snapshotOf(3, 'running'));
    applyDelta(right, delta(11));
    fake.say({ type: 'delta', ...delta(11, publicHash(right)) });
    expect(fake.sentOf('hello')).to.have.length(1);
    fake.say({ type: 'delta', ...delta(12, 'wrong') });
    expect(fake.sentOf('hello').at(-1)?.last).to.equal(null);
    expect(fake.sentOf('hello')).to.have.length(2);
  });

  it('answers a command with what the server said of its id', async () => {
    snapshot();
    const first = live.command(SESSION, { type: 'choose', post: post(1), turn: 4 });
    const second = live.command(SESSION, { type: 'rejoin' });
    const [one, two] = fake.sentOf('command');
    expect(one?.id).to.not.equal(two?.id);
    if (one && two) {
      fake.say({ type: 'refused', id: two.id, refusal: { code: 'NOT_ABSENT' } });
      fake.say({ type: 'accepted', id: one.id, seq: 8 });
    }
    expect(await first).to.deep.equal({ kind: 'accepted', seq: 8 });
    expect(await second).to.deep.equal({ kind: 'refused', refusal: { code: 'NOT_ABSENT' } });
  });

  it('[W13] says the same id again only where no answer came', async () => {
    snapshot();
    const answer = live.command(SESSION, { type: 'choose', post: post(1), turn: 4 });
    fake.closed(1006);
    expect(live.link.value.kind).to.equal('lost');
    await fake.moveBy(250);
    await fake.open();
    expect(fake.sentOf('hello').at(-1)?.last).to.equal(10);
    expect(fake.sentOf('command')).to.have.length(1);
    fake.say({ type: 'resumed', protocol: PROTOCOL, now: 0, pub: 10, deltas: [] });
    const ids = fake.sentOf('command').map(({ id }) => id);
    expect(ids).to.deep.equal(['id-1', 'id-1']);
    const [id] = ids;
    if (id !== undefined) fake.say({ type: 'accepted', id, seq: 2 });
    expect(await answer).to.deep.equal({ kind: 'accepted', seq: 2 });
    fake.closed(1006);
    await fake.moveBy(500);
    await fake.open();
    fake.say({ type: 'resumed', protocol: PROTOCOL, now: 0, pub: 10, deltas: [] });
    expect(fake.sentOf('command')).to.have.length(2);
  });

  it('keeps a command pressed while the line is away, and says it when it is back', async () => {
    snapshot();
    fake.closed(1006);
    void live.command(SESSION, { type: 'rejoin' });
    expect(fake.sentOf('command')).to.have.length(0);
    await fake.moveBy(250);
    await fake.open();
    fake.say({ type: 'resumed', protocol: PROTOCOL, now: 0, pub: 10, deltas: [] });
    expect(fake.sentOf('command')).to.have.length(1);
  });

  it('comes back when a server that restarts says, not before', async () => {
    snapshot();
    fake.closed(CLOSE_CODES.RESTART.code, '2400');
    expect(live.link.value).to.include({ kind: 'lost', retryAt: fake.parts.now() + 2_400 });
    await fake.moveBy(2_399);
    expect(fake.sockets).to.equal(1);
    await fake.moveBy(1);
    expect(fake.sockets).to.equal(2);
  });

  it('takes a silence of twelve seconds for a loss', async () => {
    snapshot();
    await fake.moveBy(14_000);
    expect(live.link.value.kind).to.not.equal('live');
  });

  it('ends what waits where the sign-in has ended', async () => {
    snapshot();
    const answer = live.command(SESSION, { type: 'rejoin' });
    fake.closed(CLOSE_CODES.SIGNED_OUT.code);
    expect(live.link.value).to.deep.equal({ kind: 'signedOut', mandateEnded: false });
    expect(await answer).to.deep.equal({ kind: 'ended' });
  });

  it('[W27] says to a holder that the mandate has ended, and that they choose no more', () => {
    snapshot();
    fake.say({ type: 'you', ...ownView(person(1)) });
    fake.closed(CLOSE_CODES.MANDATE_ENDED.code);
    expect(live.link.value).to.deep.equal({ kind: 'signedOut', mandateEnded: true });
    expect(live.you.value).to.include({ chooser: false });
  });

  it('says why it stopped', () => {
    fake.say({ type: 'gone', code: 'NOT_PUBLISHED' });
    expect(live.link.value).to.deep.equal({ kind: 'stopped', why: 'notPublished' });
  });

  it('knows the server’s time though the client’s clock is an hour off', async () => {
    snapshot();
    await fake.moveBy(1);
    const [ping] = fake.sentOf('ping');
    const server = (ping?.t ?? 0) - 3_600_000;
    if (ping) fake.say({ type: 'pong', t: ping.t, now: server });
    expect(live.now()).to.be.closeTo(fake.parts.now() - 3_600_000, 2);
  });
});
