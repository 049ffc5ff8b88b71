/** A reader that does not read: closed past the limit, and back by resume. */
import { expect } from 'chai';
import { PROTOCOL } from '../../../machines/wire/frames.ts';
import { eventually } from '../../support/eventually.ts';
import { openTheatre } from '../support/theatre.ts';
import type { Theatre } from '../support/theatre.ts';

describe('gateway: a slow reader', () => {
  let theatre: Theatre;
  afterEach(() => theatre.close());

  it('[W16] is closed past the limit, holds nobody else up, and comes back by resume', async () => {
    const limits = { maxBackpressure: 64 * 1024, framesPerSecond: 1_000_000 };
    theatre = await openTheatre({ people: 2, posts: 200, limits });
    const { session, amphitheatre } = theatre.stage;
    const moderator = await theatre.moderator();
    const slow = await theatre.watcher(null);
    const reader = await theatre.watcher(null);
    await moderator.ask(session, { type: 'start' });
    await slow.fact('started');
    slow.socket.pause(); // what is sent from now on fills the kernel's buffers, then ours

    for (let asked = 0; asked < 8_000; asked++)
      slow.send({ type: 'hello', protocol: PROTOCOL, amphitheatre, last: null });
    await eventually('the slow one is closed', () => theatre.live.sockets() === 2);
    await moderator.ask(session, { type: 'pause', reason: 'essai', on: 'running' });
    await reader.fact('paused');

    expect((await theatre.watcher(null, 1)).frames[0]).to.deep.include({ type: 'resumed', pub: 2 });
  });
});
