/** The public stream: whole at first, without a hole after, and the same for everybody. */
import { expect } from 'chai';
import { applyDelta } from '../../../machines/session/public-fold.ts';
import { fromSnapshot, publicHash, toSnapshot } from '../../../machines/session/public-state.ts';
import type { ServerFrame } from '../../../machines/wire/frames.ts';
import { RESUME_DELTAS } from '../../../session-server/gateway/limits.ts';
import { openTheatre } from '../support/theatre.ts';
import type { Theatre } from '../support/theatre.ts';
import type { Watcher } from '../support/watcher.ts';

describe('gateway: the public stream', () => {
  let theatre: Theatre;
  let moderator: Watcher;
  beforeEach(async () => {
    theatre = await openTheatre({ people: 3 });
    moderator = await theatre.moderator();
  });
  afterEach(() => theatre.close());

  const start = () => moderator.ask(theatre.stage.session, { type: 'start' });
  const pause = () => moderator.ask(theatre.stage.session, { type: 'pause', reason: 'essai', on: 'running' });
  const resume = () => moderator.ask(theatre.stage.session, { type: 'resume', on: 'paused' });
  /** As the API's acts do: recorded, and a number of the stream taken. */
  const act = (editions = 0) =>
    theatre.database.sql(
      `with acted as (insert into amphitheatre_act (amphitheatre_id, act) values (?::int, 'import'))
      update amphitheatre set pub = pub + 1, edition = edition + ?::int`,
      [theatre.stage.amphitheatre, editions],
    );
  const stateOf = (frame: ServerFrame | undefined) => {
    if (frame?.type !== 'snapshot') throw new Error('a snapshot was expected');
    return frame.state;
  };

  it('[W7] begins with the whole state, and what follows leads to what a newcomer is given', async () => {
    const early = await theatre.watcher(null);
    await start();
    await pause();
    await early.fact('paused');
    const state = fromSnapshot(stateOf(early.frames[0]));
    for (const delta of early.all('delta')) applyDelta(state, delta);
    const late = await theatre.watcher(null);
    expect(toSnapshot(state)).to.deep.equal(stateOf(late.frames[0]));
    expect(stateOf(late.frames[0]).hash).to.equal(publicHash(state));
  });

  it('[W8] gives exactly the deltas that are missing', async () => {
    const before = await theatre.watcher(null);
    await start();
    await pause();
    await before.fact('paused');
    const frame = (await theatre.watcher(null, 1)).frames[0];
    expect(frame).to.include({ type: 'resumed', pub: 2 });
    expect(frame?.type === 'resumed' && frame.deltas).to.deep.equal(
      before
        .all('delta')
        .slice(1)
        .map(({ type: _type, ...delta }) => delta),
    );
    expect((await theatre.watcher(null, 2)).frames[0]).to.deep.include({ type: 'resumed', deltas: [] });
  });

  it('[W8] gives a snapshot to whoever lacks more than is at hand, or holds a number from nowhere', async () => {
    await start();
    const watcher = await theatre.watcher(null, 0);
    expect(watcher.frames[0]?.type).to.equal('resumed');
    // An act outside the journal raises the number: nobody can resume across it.
    await act();
    await theatre.database.sql(`select pg_notify('amphitheatre_changed', ?)`, [
      JSON.stringify({ amphitheatre: theatre.stage.amphitheatre }),
    ]);
    await watcher.until('a fresh snapshot', frame => frame.type === 'snapshot' && frame.state.pub === 2);
    expect((await theatre.watcher(null, 1)).frames[0]?.type).to.equal('snapshot');
    expect((await theatre.watcher(null, 99)).frames[0]?.type).to.equal('snapshot');
    expect(RESUME_DELTAS).to.be.greaterThan(100);
  });

  it('[W8] is the same after the server was started again: the journal gives the gap', async () => {
    await start();
    await pause();
    await theatre.reopen();
    expect((await theatre.watcher(null, 1)).frames[0]).to.deep.include({ type: 'resumed', pub: 2 });
  });

  it('reads the amphitheatre once for many changes told together', async () => {
    const watcher = await theatre.watcher(null);
    await act();
    await theatre.database.sql(
      `select pg_notify('amphitheatre_changed', json_build_object('amphitheatre', ?::int, 'n', n)::text)
      from generate_series(1, 300) n`,
      [theatre.stage.amphitheatre],
    );
    await watcher.until('a fresh snapshot', frame => frame.type === 'snapshot' && frame.state.pub === 1);
    await start();
    await watcher.fact('started');
    expect(watcher.all('snapshot').length).to.be.lessThan(30);
    await act(1);
    await theatre.database.sql(`select pg_notify('amphitheatre_changed', ?)`, [
      JSON.stringify({ amphitheatre: theatre.stage.amphitheatre }),
    ]);
    await watcher.until(
      'another, for a change told later',
      frame => frame.type === 'snapshot' && frame.state.pub === 3,
    );
  });

  it('goes on after an act of the API raised the number between two rows', async () => {
    const watcher = await theatre.watcher(null);
    await start();
    await act();
    expect(await pause()).to.include({ type: 'accepted', seq: 2 });
    const fresh = await watcher.until(
      'a fresh snapshot',
      frame => frame.type === 'snapshot' && frame.state.pub === 3,
    );
    expect(stateOf(fresh).sessions[0]).to.include({ state: 'paused' });
    await resume();
    await watcher.fact('resumed');
    expect(watcher.all('delta').map(({ pub }) => pub)).to.deep.equal([1, 4]);
  });

  it('[W11] leaves the number alone where a row has nothing public', async () => {
    const watcher = await theatre.watcher(null);
    await start();
    await watcher.fact('started');
    await theatre.intern(2); // a presence: the moderators' alone
    await moderator.until('the row', frame => frame.type === 'row' && frame.command === 'connected');
    await pause();
    await watcher.fact('paused');
    expect(watcher.all('delta').map(({ pub }) => pub)).to.deep.equal([1, 2]);
    const rows = await theatre.database.sql<{ seq: number; pub: number | null }>(
      'select seq, pub from journal order by seq',
    );
    expect(rows).to.deep.equal([
      { seq: 1, pub: 1 },
      { seq: 2, pub: null },
      { seq: 3, pub: 2 },
    ]);
  });

  it('[W12] says its head when nothing was published for 5 s, and repairs what the record has and it has not', async () => {
    const watcher = await theatre.watcher(null);
    theatre.clock.moveBy(5_000);
    expect(await watcher.until('head', frame => frame.type === 'head')).to.deep.equal({
      type: 'head',
      pub: 0,
    });
  });
});
