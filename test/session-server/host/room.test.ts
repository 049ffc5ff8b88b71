/** What the host does by the second and between sessions: presence, the inbox, schedules, the next session. */
import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { eventually } from '../../support/eventually.ts';
import { openTheatre } from '../support/theatre.ts';
import type { Theatre } from '../support/theatre.ts';

describe('host', () => {
  let theatre: Theatre;
  afterEach(() => theatre.close());

  const ask = async (command: unknown, session = theatre.stage.session): Promise<unknown> => {
    const { sql } = theatre.database;
    const [row] = await sql<{ id: number }>(
      `insert into session_inbox (session_id, command_id, command, who) values (?::int, gen_random_uuid()::text, ?::jsonb, ?::jsonb) returning id`,
      [
        session,
        JSON.stringify(command),
        JSON.stringify({ realm: 'moderator', account: theatre.stage.moderator.account }),
      ],
    );
    await sql(`select pg_notify('session_inbox', ?)`, [JSON.stringify({ session })]);
    return await eventually('an answer in the inbox', async () => {
      const [asked] = await sql<{ answer: unknown }>('select answer from session_inbox where id = ?', [
        row?.id,
      ]);
      return asked?.answer ?? null;
    });
  };

  it('[T3] [T4] [T10] calls who is not connected awaited, and gives the full turn at the first connection only', async () => {
    theatre = await openTheatre({ people: 2 });
    const moderator = await theatre.moderator();
    await moderator.ask(theatre.stage.session, { type: 'start' });
    await moderator.fact('called', ({ mode }) => mode === 'awaited');
    theatre.clock.moveBy(5_000);
    const intern = await theatre.intern(1);
    await moderator.fact('clock', ({ mode, leftMs }) => mode === 'choosing' && leftMs === 90_000);
    const second = await theatre.intern(1);
    await intern.close();
    await second.settled();
    await second.close();
    await moderator.until('gone', frame => frame.type === 'row' && frame.command === 'disconnected');
    const presence = moderator.all('row').filter(({ command }) => command.endsWith('connected'));
    expect(presence.map(({ command }) => command)).to.deep.equal(['connected', 'disconnected']);
  });

  it('takes what the API asks from the inbox, decides, answers through the row and writes the tables', async () => {
    theatre = await openTheatre({ people: 3 });
    const moderator = await theatre.moderator();
    await moderator.ask(theatre.stage.session, { type: 'start' });
    const status = { type: 'setStatus', person: theatre.person(2), status: 'supernumeraryNonValidating' };
    expect(await ask(status)).to.deep.equal({ accepted: 2 });
    const lift = { type: 'lift', person: theatre.person(2), on: 'excused' };
    expect(await ask(lift)).to.deep.include({ refused: { code: 'STALE', now: 'waiting' } });
    const [roster] = await theatre.database.sql<{ status: string }>(
      'select status from roster_entry where person = ?',
      [theatre.person(2)],
    );
    expect(roster?.status).to.equal('supernumeraryNonValidating');
  });

  it('answers what is asked of a closed session too, without a row', async () => {
    theatre = await openTheatre({ people: 2 });
    const moderator = await theatre.moderator();
    await moderator.ask(theatre.stage.session, { type: 'start' });
    await moderator.ask(theatre.stage.session, { type: 'close', force: { unchosen: 2, reason: 'essai' } });
    const pause = { type: 'pause', reason: { sealed: 'x' }, on: 'running' };
    expect(await ask(pause)).to.deep.include({ refused: { code: 'STALE', now: 'closed' } });
  });

  it('[W13] gives an accepted command id its first answer again after the session has closed', async () => {
    theatre = await openTheatre({ people: 2 });
    const moderator = await theatre.moderator();
    const id = randomUUID();
    const { session } = theatre.stage;
    const first = await moderator.ask(session, { type: 'start' }, id);
    await moderator.ask(session, { type: 'close', force: { unchosen: 2, reason: 'essai' } });
    expect(await moderator.ask(session, { type: 'start' }, id)).to.deep.equal(first);
    expect(await moderator.ask(session, { type: 'start' })).to.include({ type: 'refused' });
  });

  it('[M5] [M13] [M14] starts the next session only after the first is closed, with those handed over', async () => {
    theatre = await openTheatre({ people: 4, sessions: 2 });
    const [first, second] = theatre.stage.sessions;
    if (first === undefined || second === undefined) throw new Error('two sessions were asked for');
    const moderator = await theatre.moderator();
    await moderator.ask(first, { type: 'start' });
    expect(await moderator.ask(second, { type: 'start' })).to.deep.include({
      refusal: { code: 'EARLIER_SESSION_OPEN', number: 1 },
    });
    theatre.clock.moveBy(20_500);
    await moderator.fact('absent', ({ person }) => person === theatre.person(1));
    await moderator.ask(first, { type: 'close', force: { unchosen: 1, reason: 'fin' } });
    expect(await moderator.ask(second, { type: 'start' })).to.include({ type: 'accepted' });
    const started = await moderator.fact('started', ({ people }) => (people as unknown[]).length === 4);
    expect(started).to.deep.nested.include({
      'facts[0].people[0]': { person: theatre.person(1), state: 'absent' },
    });
  });

  it('starts a scheduled session at its hour, once a moderator is in the room', async () => {
    theatre = await openTheatre({ people: 2 });
    await theatre.database.sql(`update amphitheatre set scheduled_start = true`);
    await theatre.database.sql(`update session set starts_at = to_timestamp(?::bigint / 1000.0)`, [
      theatre.clock.now() + 2_000,
    ]);
    const state = async (): Promise<string | undefined> =>
      (await theatre.database.sql<{ state: string }>('select state from session'))[0]?.state;
    const seconds = async (): Promise<boolean> => {
      theatre.clock.moveBy(1_000);
      return (await state()) === 'running';
    };
    for (let second = 0; second < 5; second++) await seconds();
    expect(await state()).to.equal('open');
    await theatre.moderator();
    await eventually('the session runs', seconds);
  });

  it('[O7] stores the state at a pause and at the close, and restores from it', async () => {
    theatre = await openTheatre({ people: 3 });
    const moderator = await theatre.moderator();
    const { session } = theatre.stage;
    await moderator.ask(session, { type: 'start' });
    await moderator.ask(session, { type: 'pause', reason: 'essai', on: 'running' });
    const stored = () => theatre.database.sql<{ seq: number }>('select seq from session_state');
    await eventually('a stored state', async () => (await stored())[0]?.seq === 2);
    await theatre.reopen();
    const again = await theatre.moderator();
    expect(await again.ask(session, { type: 'resume', on: 'paused' })).to.include({
      type: 'accepted',
      seq: 3,
    });
  });
});
