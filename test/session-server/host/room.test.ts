/** What the host does by the second and between sessions: presence, the inbox, schedules, the next session. */
import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { verifySession } from '../../../session-server/journal/verify/verify-session.ts';
import { eventually } from '../../support/eventually.ts';
import { askInbox } from '../support/inbox.ts';
import { openTheatre } from '../support/theatre.ts';
import type { Theatre } from '../support/theatre.ts';

describe('host', () => {
  let theatre: Theatre;
  afterEach(() => theatre.close());

  const ask = (command: unknown): Promise<unknown> => askInbox(theatre, command);

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
    await moderator.ask(theatre.stage.session, {
      type: 'close',
      on: 'running',
      force: { unchosen: 2, reason: 'essai' },
    });
    const pause = { type: 'pause', reason: { sealed: 'x' }, on: 'running' };
    expect(await ask(pause)).to.deep.include({ refused: { code: 'STALE', now: 'closed' } });
  });

  it('[O16] judges nothing of a live session that another host owns: RETRY, whatever is asked', async () => {
    theatre = await openTheatre({ people: 2 });
    const moderator = await theatre.moderator();
    const { session } = theatre.stage;
    await theatre.database.sql(`update session set state = 'running', owner = 'un autre', epoch = 5`);
    for (const body of [
      { type: 'pause', reason: 'essai', on: 'running' },
      { type: 'resume', on: 'paused' },
      { type: 'start' },
    ] as const)
      expect(await moderator.ask(session, body)).to.deep.include({ refusal: { code: 'RETRY' } });
    await theatre.database.sql(`update session set state = 'open', owner = null`);
  });

  it('[W13] gives an accepted command id its first answer again after the session has closed', async () => {
    theatre = await openTheatre({ people: 2 });
    const moderator = await theatre.moderator();
    const id = randomUUID();
    const { session } = theatre.stage;
    const first = await moderator.ask(session, { type: 'start' }, id);
    await moderator.ask(session, { type: 'close', on: 'running', force: { unchosen: 2, reason: 'essai' } });
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
    await moderator.ask(first, { type: 'close', on: 'running', force: { unchosen: 1, reason: 'fin' } });
    expect(await moderator.ask(second, { type: 'start' })).to.include({ type: 'accepted' });
    const started = await moderator.fact('started', ({ people }) => (people as unknown[]).length === 4);
    expect(started).to.deep.nested.include({
      'facts[0].people[0]': { person: theatre.person(1), state: 'absent' },
    });
  });

  it('[J5] writes its row however many acts on the amphitheatre take numbers meanwhile', async () => {
    theatre = await openTheatre({ people: 3 });
    const { session, amphitheatre } = theatre.stage;
    const moderator = await theatre.moderator();
    const interns = [await theatre.intern(1), await theatre.intern(2), await theatre.intern(3)];
    await moderator.ask(session, { type: 'start' });
    const race = { isOver: false };
    const act = () =>
      theatre.database.transaction(async sql => {
        await sql('select from amphitheatre where id = ?::int for update', [amphitheatre]);
        await sql('update amphitheatre set pub = pub + 1 where id = ?::int', [amphitheatre]);
        await sql(
          `insert into amphitheatre_act (amphitheatre_id, act, detail) values (?::int, 'excuse', '{}')`,
          [amphitheatre],
        );
      });
    const acting = [1, 2, 3, 4, 5].map(async () => {
      while (!race.isOver) await act();
    });
    const answers: unknown[] = [];
    for (const [index, intern] of interns.entries())
      answers.push(
        (await intern.ask(session, { type: 'choose', post: theatre.post(index + 1), turn: index + 1 })).type,
      );
    race.isOver = true;
    await Promise.all(acting);
    expect(answers).to.deep.equal(['accepted', 'accepted', 'accepted']);
    expect(moderator.all('notice')).to.deep.equal([]);
  });

  it('[C6] records three late choices of one turn and refuses them all, after a restart too', async () => {
    theatre = await openTheatre({ people: 2 });
    const { session } = theatre.stage;
    const intern = await theatre.intern(1);
    await (await theatre.moderator()).ask(session, { type: 'start' });
    theatre.clock.moveBy(91_500);
    await intern.fact('absent');
    const late = (post: number) => ({ type: 'choose', post: theatre.post(post), turn: 1 }) as const;
    const recorded = async (): Promise<number> =>
      (await theatre.database.sql(`select from journal where command ->> 'type' = 'choose'`)).length;
    for (const post of [1, 2, 3, 1])
      expect(await intern.ask(session, late(post))).to.deep.nested.include({ 'refusal.code': 'TOO_LATE' });
    expect(await recorded()).to.equal(3);
    await theatre.reopen();
    const again = await theatre.intern(1);
    expect(await again.ask(session, late(2))).to.deep.nested.include({ 'refusal.code': 'TOO_LATE' });
    expect(await recorded()).to.equal(3);
  });

  it('[H1] starts a scheduled session at its hour, once a moderator is in the room', async () => {
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
    const aside = await theatre.socket(theatre.stage.moderator.login); // «À affecter», «Préparation»
    await aside.hello(theatre.stage.amphitheatre, null, null, true);
    for (let second = 0; second < 3; second++) await seconds();
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

  it('[J11] stores the live state as it is handed over, and it is what the journal gives', async () => {
    theatre = await openTheatre({ people: 3 });
    const moderator = await theatre.moderator();
    const intern = await theatre.intern(1);
    const { session } = theatre.stage;
    await moderator.ask(session, { type: 'start' });
    await intern.ask(session, { type: 'choose', post: theatre.post(1), turn: 1 });
    await theatre.reopen();
    const { sql } = theatre.database;
    expect(await sql('select seq from session_state')).to.deep.equal([{ seq: 2 }]);
    expect((await verifySession(sql, session))?.disagreements).to.deep.equal([]);
  });
});
