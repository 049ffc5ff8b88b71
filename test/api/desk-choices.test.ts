/** Corrections, assignments, «sans poste»: asked over HTTP, decided by the session that decides, live or closed. */
import { expect } from 'chai';
import { liveApi } from './support/live-api.ts';
import type { LiveApi } from './support/live-api.ts';

describe('a choice that moderators change', () => {
  let house: LiveApi;
  const given = async (...wanted: Parameters<typeof liveApi>): Promise<void> => {
    house = await liveApi(...wanted);
  };
  afterEach(() => house.close());

  const ask = (order: number, what: string, body: unknown) =>
    house.desk.send('POST', `/api/desk/people/${house.theatre.person(order)}/${what}`, body);
  const put = (what: string, body: unknown) => house.desk.send('PUT', `/api/desk/${what}`, body);
  const correct = (order: number, from: number, to: number | null) =>
    ask(order, 'correction', {
      from: house.theatre.post(from),
      to: to === null ? null : house.theatre.post(to),
      reason: 'Erreur de lecture',
    });
  const assign = (order: number, post: number, on: string) =>
    ask(order, 'assignment', {
      post: house.theatre.post(post),
      on,
      reason: 'Décidé au téléphone',
      offline: true,
    });
  const postsOf = (order: number) =>
    house.sql<{ post: number }>(
      `select post_id as post from assignment join roster_entry on roster_entry.id = roster_entry_id
      where person = ? and ended_at is null`,
      [house.theatre.person(order)],
    );
  /** The first has chosen the first post; the second is called. */
  const firstHasChosen = async (): Promise<void> => {
    const intern = await house.enter(1);
    await house.start();
    await house.choose(intern, 1, 1);
  };
  const closeAll = async (): Promise<void> => {
    const [{ count } = { count: 0 }] = await house.sql<{ count: number }>(
      `select count(*)::int from call_list_entry where not exists (select from assignment
        where assignment.roster_entry_id = call_list_entry.roster_entry_id and ended_at is null)`,
    );
    const answer = await house.room.ask(house.theatre.stage.session, {
      type: 'close',
      on: 'running',
      force: { unchosen: count, reason: 'Fin de la journée' },
    });
    expect(answer.type).to.equal('accepted');
  };

  it('[D11] moves a recorded choice in the live session', async () => {
    await given();
    await firstHasChosen();
    expect((await correct(1, 1, 2)).body).to.deep.equal({ answer: 'done' });
    expect(await postsOf(1)).to.deep.equal([{ post: house.theatre.post(2) }]);
  });

  it('[D11] says what it is now where the post is another than the one decided on', async () => {
    await given();
    await firstHasChosen();
    const answer = await correct(1, 3, 2);
    expect(answer.status).to.equal(409);
    expect(answer.body).to.include({ code: 'STALE' });
    expect(await postsOf(1)).to.deep.equal([{ post: house.theatre.post(1) }]);
  });

  it('[D11] is put to the last closed session where none is live', async () => {
    await given();
    await firstHasChosen();
    await closeAll();
    expect((await correct(1, 1, null)).body).to.deep.equal({ answer: 'done' });
    expect(await postsOf(1)).to.deep.equal([]);
    const [row] = await house.sql(
      `select command ->> 'type' as type, who ->> 'realm' as realm from journal order by seq desc limit 1`,
    );
    expect(row).to.deep.equal({ type: 'correct', realm: 'moderator' });
  });

  it('[D11] assigns a post once the last session is closed, as decided by telephone', async () => {
    await given();
    await firstHasChosen();
    await closeAll();
    expect((await assign(2, 2, 'waiting')).body).to.deep.equal({ answer: 'done' });
    expect(await postsOf(2)).to.deep.equal([{ post: house.theatre.post(2) }]);
    expect(await house.sql('select offline from assignment where offline')).to.have.length(1);
    expect((await assign(3, 2, 'waiting')).body).to.include({ code: 'FILLED' });
  });

  it('[D11] settles somebody without a post', async () => {
    await given();
    await firstHasChosen();
    await closeAll();
    const body = { on: 'waiting', reason: 'Renonce' };
    expect((await ask(3, 'without-post', body)).body).to.deep.equal({ answer: 'done' });
    expect(await house.sql('select outcome from call_list_entry where outcome is not null')).to.deep.equal([
      { outcome: 'withoutPost' },
    ]);
  });

  it('[D11] settles nobody while a later session is open', async () => {
    await given({ people: 4, sessions: 2 });
    const intern = await house.enter(1);
    await house.start();
    await house.choose(intern, 1, 1);
    const answer = await house.room.ask(house.theatre.stage.session, {
      type: 'close',
      on: 'running',
      force: { unchosen: 1, reason: 'Suite demain' },
    });
    expect(answer.type).to.equal('accepted');
    expect((await assign(2, 2, 'waiting')).body).to.deep.include({
      code: 'LATER_SESSION_OPEN',
      refusal: { code: 'LATER_SESSION_OPEN', number: 2 },
    });
  });

  it('[D11] is put to the live session where it was made in an earlier one, then to the last closed one', async () => {
    await given({ people: 4, sessions: 2 });
    const [first, second] = house.theatre.stage.sessions;
    const intern = await house.enter(1);
    await house.start();
    await house.choose(intern, 1, 1);
    const close = async (session: typeof first, unchosen: number): Promise<void> => {
      const force = { unchosen, reason: 'Suite demain' };
      const body = { type: 'close', on: 'running', force } as const;
      expect((await house.room.ask(session ?? house.theatre.stage.session, body)).type).to.equal('accepted');
    };
    const corrections = () =>
      house.sql(`select session_id as id from journal where command ->> 'type' = 'correct' order by seq`);
    await close(first, 1);
    await house.start(second);
    expect((await correct(1, 1, 2)).body).to.deep.equal({ answer: 'done' });
    expect(await corrections()).to.deep.equal([{ id: second }]);
    await close(second, 3);
    expect((await correct(1, 2, 3)).body).to.deep.equal({ answer: 'done' });
    expect(await corrections()).to.deep.equal([{ id: second }, { id: second }]);
    expect(await postsOf(1)).to.deep.equal([{ post: house.theatre.post(3) }]);
  });

  it('[D11] [M15] follows status and offer as they were changed after the close', async () => {
    await given();
    await firstHasChosen();
    await closeAll();
    const status = { status: 'supernumeraryNonValidating', on: 'classic', reason: 'x' };
    expect((await assign(2, 1, 'waiting')).body).to.include({ code: 'FILLED' });
    expect((await put(`people/${house.theatre.person(2)}/status`, status)).body).to.deep.equal({
      answer: 'done',
    });
    expect((await assign(2, 1, 'waiting')).body).to.deep.equal({ answer: 'done' });
    const block = { blocked: true, reason: 'Service fermé' };
    expect((await put(`posts/${house.theatre.post(3)}/blocked`, block)).body).to.deep.equal({
      answer: 'done',
    });
    expect((await correct(1, 1, 3)).body).to.include({ code: 'BLOCKED' });
    expect(await house.sql(`select blocked from post where blocked`)).to.have.length(1);
  });

  it('[D11] [M15] follows them between two sessions, and the next one starts with them', async () => {
    await given({ people: 4, sessions: 2 });
    const [, second] = house.theatre.stage.sessions;
    const intern = await house.enter(1);
    await house.start();
    await house.choose(intern, 1, 1);
    const force = { unchosen: 1, reason: 'Suite demain' };
    await house.room.ask(house.theatre.stage.session, { type: 'close', on: 'running', force });
    await put(`posts/${house.theatre.post(2)}/blocked`, { blocked: true, reason: 'Service fermé' });
    expect((await correct(1, 1, 2)).body).to.include({ code: 'BLOCKED' });
    await put(`people/${house.theatre.person(3)}/status`, { status: 'supernumeraryValidating', reason: 'x' }); // of the second
    await house.start(second);
    const [world] = await house.sql<{ blocked: boolean; status: string }>(
      `select command #> '{world,posts,1,blocked}' as blocked, command #>> '{world,people,2,status}' as status
      from journal where session_id = ? and seq = 1`,
      [second],
    );
    expect(world).to.deep.equal({ blocked: true, status: 'supernumeraryValidating' });
  });

  it('[M15] leaves planned absences as they are once the last session is closed', async () => {
    await given();
    await firstHasChosen();
    await closeAll();
    const body = { reason: 'Congé', on: 'waiting' };
    const answer = await put(`people/${house.theatre.person(2)}/planned-absence`, body);
    expect(answer.body).to.deep.include({
      refusal: { code: 'WRONG_STATE', state: 'closed', command: 'excuse' },
    });
  });

  it('[D11] is refused before any session has begun', async () => {
    await given();
    expect((await correct(1, 1, null)).body).to.deep.include({
      code: 'WRONG_STATE',
      refusal: { code: 'WRONG_STATE', state: 'open', command: 'correct' },
    });
    await house.sql('update call_list_entry set session_id = null');
    await house.sql('delete from session');
    expect((await assign(1, 1, 'waiting')).body).to.include({ code: 'UNKNOWN_SESSION', status: 404 });
  });

  it('takes the fields that it names and nothing else, within their limits', async () => {
    await given();
    expect((await ask(1, 'correction', { from: 1, to: 2, reason: '   ' })).body).to.deep.include({
      code: 'INVALID_INPUT',
      messages: { reason: 'Ce champ est à remplir.' },
    });
    const whole = { post: 1, on: 'waiting', reason: 'motif', offline: false };
    expect((await ask(1, 'assignment', { ...whole, laterOpen: null })).status).to.equal(400);
    expect((await ask(1, 'assignment', { ...whole, reason: 'x'.repeat(501) })).body).to.deep.include({
      messages: { reason: 'Au plus 500 caractères.' },
    });
    expect((await ask(1, 'assignment', { ...whole, post: 1.5 })).body).to.deep.include({
      messages: { post: 'Indiquez un nombre entier.' },
    });
    const stranger = await house.desk.send('POST', '/api/desk/people/nobody0000/correction', {
      from: 1,
      to: null,
      reason: 'motif',
    });
    expect(stranger.body).to.include({ code: 'UNKNOWN_PERSON', status: 404 });
  });

  it('is the moderators’ alone', async () => {
    await given();
    house.desk.cookies.clear();
    expect((await correct(1, 1, null)).status).to.equal(401);
  });
});
