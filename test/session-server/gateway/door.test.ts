/** Who gets in, and what closes a socket. */
import { expect } from 'chai';
import { WebSocket } from 'ws';
import { issueTicket } from '../../../api/kit/tickets.ts';
import { CLOSE_CODES } from '../../../machines/wire/close-codes.ts';
import { PROTOCOL } from '../../../machines/wire/frames.ts';
import { MAX_FRAME_CHARS } from '../../../machines/wire/parse.ts';
import { openTheatre } from '../support/theatre.ts';
import type { Theatre } from '../support/theatre.ts';
import { ORIGIN } from '../support/watcher.ts';

describe('gateway: the door', () => {
  let theatre: Theatre;
  before(async () => {
    theatre = await openTheatre();
  });
  after(() => theatre.close());

  /** The status of the answer to an upgrade; 101 = it is open, and closed again. */
  async function knock(ticket: string | null, origin: string | null): Promise<number> {
    const query = ticket === null ? '' : `?ticket=${ticket}`;
    const socket = new WebSocket(
      `ws://127.0.0.1:${theatre.live.port}/${query}`,
      origin === null ? {} : { origin },
    );
    socket.on('error', () => undefined); // 'close' follows
    const status = await new Promise<number>(resolve => {
      socket.once('open', () => resolve(101));
      socket.once('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
    });
    const gone = new Promise(resolve => socket.once('close', resolve));
    socket.terminate();
    await gone;
    return status;
  }
  const ticket = () => issueTicket(theatre.database.sql, theatre.stage.moderator.login);

  it('[W4] opens once to a ticket, and to none that is used, unknown, too old or missing', async () => {
    const good = await ticket();
    expect(await knock(good, ORIGIN)).to.equal(101);
    expect(await knock(good, ORIGIN)).to.equal(401);
    expect(await knock('unknown', ORIGIN)).to.equal(401);
    expect(await knock(null, ORIGIN)).to.equal(401);
    const old = await ticket();
    await theatre.database.sql(`update ticket set expires_at = now() - interval '1 second'`);
    expect(await knock(old, ORIGIN)).to.equal(401);
  });

  it('[W5] refuses a foreign or missing Origin, and leaves the ticket good', async () => {
    const good = await ticket();
    expect(await knock(good, 'https://elsewhere.example')).to.equal(403);
    expect(await knock(good, null)).to.equal(403);
    expect(await knock(good, ORIGIN)).to.equal(101);
  });

  const bad: readonly (readonly [string, unknown])[] = [
    ['what is not JSON', '{'],
    ['an unknown type', { type: 'shout' }],
    ['a field too many', { type: 'ping', t: 1, person: 'x' }],
    ['a field too few', { type: 'hello', protocol: PROTOCOL }],
    ['an oversized frame', { type: 'ping', t: 'x'.repeat(MAX_FRAME_CHARS) }],
    [
      'a command before hello',
      { type: 'command', id: crypto.randomUUID(), session: 1, body: { type: 'start' } },
    ],
  ];
  for (const [what, frame] of bad)
    it(`[W1] closes with BAD_FRAME on ${what}`, async () => {
      const watcher = await theatre.socket(null);
      watcher.send(frame);
      expect((await watcher.untilClosed()).code).to.equal(CLOSE_CODES.BAD_FRAME.code);
    });

  it('[W1] cuts off what is far too long, and a binary frame', async () => {
    const long = await theatre.socket(null);
    long.send('x'.repeat(100_000));
    await long.untilClosed();
    const binary = await theatre.socket(null);
    binary.socket.send(Buffer.from([1, 2, 3]));
    expect((await binary.untilClosed()).code).to.equal(CLOSE_CODES.BAD_FRAME.code);
  });

  it('[W9] answers gone, with its code, to another protocol, an unknown and an unpublished amphitheatre', async () => {
    const watcher = await theatre.socket(null);
    expect(await watcher.hello(999_999 as never)).to.deep.equal({
      type: 'gone',
      code: 'UNKNOWN_AMPHITHEATRE',
    });
    const { sql } = theatre.database;
    const { amphitheatre } = theatre.stage;
    watcher.send({ type: 'hello', protocol: PROTOCOL + 1, amphitheatre, last: null });
    await watcher.until('gone', frame => frame.type === 'gone' && frame.code === 'PROTOCOL');
    expect((await watcher.untilClosed()).code).to.equal(CLOSE_CODES.PROTOCOL.code);

    await sql('update amphitheatre set call_list_published_at = null');
    expect(await (await theatre.socket(null)).hello(amphitheatre)).to.deep.equal({
      type: 'gone',
      code: 'NOT_PUBLISHED',
    });
    expect((await (await theatre.socket(theatre.stage.moderator.login)).hello(amphitheatre)).type).to.equal(
      'snapshot',
    );
    await sql('update amphitheatre set call_list_published_at = now(), pub = pub + 1');
    await sql(`select pg_notify('amphitheatre_changed', ?)`, [JSON.stringify({ amphitheatre })]);
  });

  it('[W9] still speaks the protocol before its own, for pages loaded before it was renewed, and none older', async () => {
    const { amphitheatre, moderator } = theatre.stage;
    const page = await theatre.socket(moderator.login);
    page.send({ type: 'hello', protocol: PROTOCOL - 1, amphitheatre, last: null });
    await page.until('a snapshot', frame => frame.type === 'snapshot');
    const older = await theatre.socket(moderator.login);
    older.send({ type: 'hello', protocol: PROTOCOL - 2, amphitheatre, last: null });
    await older.until('gone', frame => frame.type === 'gone' && frame.code === 'PROTOCOL');
  });

  it('[W17] closes a socket that sends too much with TOO_MANY, one without hello for 10 s with SILENT', async () => {
    const talker = await theatre.socket(null);
    for (let frame = 0; frame < 25; frame++) talker.send({ type: 'ping', t: frame });
    expect((await talker.untilClosed()).code).to.equal(CLOSE_CODES.TOO_MANY.code);
    const silent = await theatre.socket(null);
    theatre.clock.moveBy(10_000);
    expect((await silent.untilClosed()).code).to.equal(CLOSE_CODES.SILENT.code);
  });

  it('answers a ping with its own clock and the sender’s', async () => {
    const watcher = await theatre.socket(null);
    watcher.send({ type: 'ping', t: 12.5 });
    expect(await watcher.until('pong', frame => frame.type === 'pong')).to.deep.equal({
      type: 'pong',
      t: 12.5,
      now: theatre.clock.now(),
    });
  });

  it('[W19] closes the sockets of a login that is ended with SIGNED_OUT', async () => {
    const login = theatre.stage.people[2]?.login ?? null;
    const watcher = await theatre.watcher(login);
    await theatre.database.sql(`select pg_notify('login_ended', ?)`, [JSON.stringify({ login })]);
    expect((await watcher.untilClosed()).code).to.equal(CLOSE_CODES.SIGNED_OUT.code);
  });

  it('[W18] closes its sockets with RESTART and a time to wait when it stops', async () => {
    const own = await openTheatre();
    const watcher = await own.watcher(null);
    await own.reopen();
    const { code, reason } = await watcher.untilClosed();
    await own.close();
    expect(code).to.equal(CLOSE_CODES.RESTART.code);
    expect(Number(reason)).to.be.within(0, 3_000);
  });
});
