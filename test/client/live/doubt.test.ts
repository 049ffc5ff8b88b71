/** A line in doubt, by a choice just sent or the browser's own word, is asked at once and given up within four seconds. */
import { expect } from 'chai';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { openLive } from '../../../client/live/live.ts';
import type { Live } from '../../../client/live/live.ts';
import { PROTOCOL } from '../../../machines/wire/frames.ts';
import { AMPHITHEATRE, post, SESSION, snapshotOf } from '../stage.ts';
import { fakeParts } from './fake-parts.ts';
import type { FakeParts } from './fake-parts.ts';

describe('a live connection in doubt', () => {
  let fake: FakeParts;
  let live: Live;

  beforeEach(async () => {
    fake = fakeParts();
    live = openLive({ amphitheatre: AMPHITHEATRE, realm: 'intern' }, fake.parts);
    await fake.open();
    fake.say({ type: 'snapshot', protocol: PROTOCOL, now: 5_000, state: snapshotOf(3, 'running') });
  });
  afterEach(() => live.close());

  it('says a choice again over a new line four seconds after the first one swallowed it', async () => {
    void live.command(SESSION, { type: 'choose', post: post(1), turn: 4 });
    await fake.moveBy(3_999);
    expect(live.link.value.kind).to.equal('live');
    await fake.moveBy(300);
    await fake.open();
    fake.say({ type: 'resumed', protocol: PROTOCOL, now: 0, pub: 10, deltas: [] });
    expect(fake.sentOf('command').map(({ id }) => id)).to.deep.equal(['id-1', 'id-1']);
  });

  it('stays on a line that answers its ping, however long the server takes over a choice', async () => {
    void live.command(SESSION, { type: 'choose', post: post(1), turn: 4 });
    fake.say({ type: 'pong', t: fake.sentOf('ping').at(-1)?.t ?? 0, now: 0 });
    await fake.moveBy(5_000);
    expect([live.link.value.kind, fake.sockets]).to.deep.equal(['live', 1]);
  });

  it('says that the line is lost four seconds after the browser says that the network has gone', async () => {
    fake.reachChanged();
    await fake.moveBy(4_000);
    expect(live.link.value.kind).to.equal('lost');
  });
});
