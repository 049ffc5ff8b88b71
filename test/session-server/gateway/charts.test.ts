/** The state chart of a session over the wire: to whom, of what, how often. */
import { expect } from 'chai';
import type { SessionId } from '../../../machines/ids.ts';
import { randomUUID } from 'node:crypto';
import type { ServerFrame } from '../../../machines/wire/frames.ts';
import { openTheatre } from '../support/theatre.ts';
import type { Theatre } from '../support/theatre.ts';
import type { Watcher } from '../support/watcher.ts';

type Chart = Extract<ServerFrame, { type: 'chart' }>;

describe('gateway: the state chart', () => {
  let theatre: Theatre;
  afterEach(() => theatre.close());

  async function inspect(watcher: Watcher, session = theatre.stage.session): Promise<ServerFrame> {
    const id = randomUUID();
    watcher.send({ type: 'inspect', id, session });
    return await watcher.until('an answer', frame => 'id' in frame && frame.id === (id as never));
  }
  const chartIn = (watcher: Watcher, state: string, from = 0): Promise<ServerFrame> =>
    watcher.until(
      `the chart in ${state}`,
      frame => frame.type === 'chart' && frame.states.includes(state),
      from,
    );
  const refusalOf = ({ commands }: Chart, type: string): unknown =>
    commands.find(command => command.type === type)?.refusal;

  it('[W30] shows everybody, outside production, the state and what each command would be refused with', async () => {
    theatre = await openTheatre({ people: 2 });
    const visitor = await theatre.watcher(null);
    const before = (await inspect(visitor)) as Chart;
    expect(before.states).to.deep.equal(['open']);
    expect(refusalOf(before, 'resume')).to.include({ code: 'WRONG_STATE' });
    const moderator = await theatre.moderator();
    await moderator.ask(theatre.stage.session, { type: 'start' });
    const running = (await chartIn(visitor, 'running.awaited')) as Chart;
    expect([running.id, running.seq, refusalOf(running, 'pause')]).to.deep.equal([before.id, 1, null]);
  });

  it('[W30] reads the record where nobody owns the session', async () => {
    theatre = await openTheatre({ people: 2 });
    const moderator = await theatre.moderator();
    const { session } = theatre.stage;
    await moderator.ask(session, { type: 'start' });
    await moderator.ask(session, { type: 'close', on: 'running', force: { unchosen: 2, reason: 'essai' } });
    expect(await inspect(moderator)).to.deep.include({ type: 'chart', states: ['closed'], seq: 2 });
    expect(await inspect(moderator, 999 as never)).to.deep.include({ refusal: { code: 'UNKNOWN_SESSION' } });
  });

  it('[W30] is told again after each row, at most four times a second', async () => {
    theatre = await openTheatre({ people: 2 });
    const moderator = await theatre.moderator();
    const { session } = theatre.stage;
    await moderator.ask(session, { type: 'start' });
    await inspect(moderator);
    theatre.clock.moveBy(1_000);
    const from = moderator.frames.length;
    for (let turn = 0; turn < 5; turn++) {
      await moderator.ask(session, { type: 'pause', reason: 'essai', on: 'running' });
      await moderator.ask(session, { type: 'resume', on: 'paused' });
    }
    await moderator.settled();
    const told = (): number => moderator.frames.slice(from).filter(({ type }) => type === 'chart').length;
    expect(told()).to.equal(1);
    theatre.clock.moveBy(250);
    const last = await moderator.until('the last', frame => frame.type === 'chart' && frame.seq === 11, from);
    expect([(last as Chart).states, told()]).to.deep.equal([['running', 'running.awaited'], 2]);
  });

  it('[W30] asked in a flood is answered four times a second at most, the last question in any case', async () => {
    theatre = await openTheatre({ people: 2 });
    const visitor = await theatre.watcher(null);
    const { session } = theatre.stage;
    const ids = Array.from({ length: 10 }, () => randomUUID());
    for (const id of ids) visitor.send({ type: 'inspect', id, session });
    await visitor.until('the first', frame => frame.type === 'chart');
    await visitor.settled();
    const told = (): readonly unknown[] => visitor.all('chart').map(({ id }) => id);
    expect(told()).to.deep.equal([ids[0]]);
    theatre.clock.moveBy(250);
    await visitor.until('the last', frame => frame.type === 'chart' && frame.id === (ids[9] as never));
    expect(told()).to.deep.equal([ids[0], ids[9]]);
  });

  it('[W30] is refused FORBIDDEN in production to all but administrators', async () => {
    theatre = await openTheatre({ people: 2, production: true });
    const moderator = await theatre.moderator();
    for (const watcher of [await theatre.watcher(null), await theatre.intern(1), moderator])
      expect(await inspect(watcher)).to.deep.include({ type: 'refused', refusal: { code: 'FORBIDDEN' } });
    await theatre.database.sql('update account set administrator = true where id = ?::int', [
      theatre.stage.moderator.account,
    ]);
    expect(await inspect(moderator)).to.include({ type: 'chart' });
  });

  it('[V31] answers as the act itself would, whatever the other sessions are', async () => {
    theatre = await openTheatre({ people: 4, sessions: 2 });
    const [first, second] = theatre.stage.sessions;
    if (first === undefined || second === undefined) throw new Error('two sessions');
    const moderator = await theatre.moderator();
    const said = async (session: SessionId, type: string): Promise<unknown> => {
      const id = randomUUID();
      theatre.clock.moveBy(250);
      moderator.send({ type: 'inspect', id, session });
      const chart = await moderator.until(
        'chart',
        frame => frame.type === 'chart' && frame.id === (id as never),
      );
      return (chart as Chart).commands.find(one => one.type === type)?.refusal;
    };
    /** The act itself, refused. */
    const acted = async (): Promise<unknown> => {
      const answer = await moderator.ask(second, { type: 'start' });
      return answer.type === 'refused' ? answer.refusal : null;
    };
    expect(await said(second, 'start')).to.deep.equal({ code: 'EARLIER_SESSION_OPEN', number: 1 });
    expect(await acted()).to.deep.equal(await said(second, 'start'));
    expect(await said(second, 'withdraw')).to.equal(null);
    await moderator.ask(first, { type: 'start' });
    expect(await said(second, 'withdraw')).to.include({ code: 'ALREADY_STARTED' });
    const force = { unchosen: 2, reason: 'fin' };
    await moderator.ask(first, { type: 'close', on: 'running', force });
    expect(await said(first, 'assign')).to.deep.equal({ code: 'LATER_SESSION_OPEN', number: 2 });
    expect(await said(second, 'start')).to.equal(null);
    expect(await acted()).to.equal(null);
    expect(await said(first, 'setStatus')).to.deep.equal({ code: 'STALE', now: 'running' });
  });
});
