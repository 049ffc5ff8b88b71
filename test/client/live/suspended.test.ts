/** Sessions whose record is away: time stands still on the screen, since when the server said so, until it can be written. */
import { expect } from 'chai';
import { openLive } from '../../../client/live/live.ts';
import type { Live } from '../../../client/live/live.ts';
import { PROTOCOL } from '../../../machines/wire/frames.ts';
import { AMPHITHEATRE, SESSION, snapshotOf } from '../stage.ts';
import { fakeParts } from './fake-parts.ts';
import type { FakeParts } from './fake-parts.ts';

describe('a live connection and a record that is away', () => {
  let fake: FakeParts;
  let live: Live;

  beforeEach(async () => {
    fake = fakeParts();
    live = openLive({ amphitheatre: AMPHITHEATRE, realm: 'intern' }, fake.parts);
    await fake.open();
    fake.say({ type: 'snapshot', protocol: PROTOCOL, now: 5_000, state: snapshotOf(3, 'running') });
  });
  afterEach(() => live.close());

  it('notes sessions whose record cannot be written, since when, until it can', async () => {
    fake.say({ type: 'notice', kind: 'suspended', session: SESSION });
    const since = [[SESSION, live.now()]];
    await fake.moveBy(1_000);
    fake.say({ type: 'notice', kind: 'suspended', session: SESSION });
    expect([...live.suspended.value]).to.deep.equal(since);
    fake.say({ type: 'notice', kind: 'restored', session: SESSION });
    expect(live.suspended.value.size).to.equal(0);
  });

  it('forgets them where it comes back, and is told anew which they are, and since when', async () => {
    fake.say({ type: 'notice', kind: 'suspended', session: SESSION });
    const since = live.now() - 4_000;
    fake.closed(1006);
    await fake.moveBy(250);
    await fake.open();
    fake.say({ type: 'resumed', protocol: PROTOCOL, now: 0, pub: 10, deltas: [] });
    expect(live.suspended.value.size).to.equal(0);
    fake.say({ type: 'notice', kind: 'suspended', session: SESSION, since });
    expect([...live.suspended.value]).to.deep.equal([[SESSION, since]]);
  });
});
