/** Posts added to the offer: in the tables while no session is live, decided by the live one otherwise. */
import { expect } from 'chai';
import { offerRows } from '../../api/notifications/sources.ts';
import { eventually } from '../support/eventually.ts';
import { liveApi } from './support/live-api.ts';
import type { LiveApi } from './support/live-api.ts';

describe('posts added to the offer', () => {
  let house: LiveApi;
  const given = async (...wanted: Parameters<typeof liveApi>): Promise<void> => {
    house = await liveApi(...wanted);
  };
  afterEach(() => house.close());

  const path = (what: string): string =>
    `/api/desk/amphitheatres/${house.theatre.stage.amphitheatre}/${what}`;
  const edition = async (): Promise<number> =>
    (await house.sql<{ edition: number }>('select edition from amphitheatre'))[0]?.edition ?? 0;
  const service = async (): Promise<number> =>
    (await house.sql<{ id: number }>('select id from service'))[0]?.id ?? 0;
  const row = async (number: string, more: object = {}) => ({
    number,
    service: await service(),
    accreditation: '',
    reservedFor: null,
    earmark: null,
    seats: 1,
    ...more,
  });
  const add = (posts: readonly unknown[], reason = 'Poste ouvert ce matin') =>
    house.desk.send('POST', path('posts'), { posts, reason });
  const offered = async (): Promise<readonly (readonly [string, boolean])[]> =>
    (
      await house.sql<{ number: string; blocked: boolean }>('select number, blocked from post order by id')
    ).map(({ number, blocked }) => [number, blocked] as const);

  it('[D14] are offered at once while no session is live', async () => {
    await given({ people: 1, posts: 1 });
    const before = await edition();
    expect((await add([await row('B', { seats: 2 }), await row('C')])).body).to.deep.equal({
      answer: 'done',
    });
    expect(await offered()).to.deep.equal([
      ['1', false],
      ['B-1', false],
      ['B-2', false],
      ['C', false],
    ]);
    expect(await edition()).to.equal(before + 1);
    expect(
      (await house.sql<{ act: string }>('select act from amphitheatre_act')).map(({ act }) => act),
    ).to.deep.equal(['addPosts']);
  });

  it('[D14] are decided by the live session, announced, and chosen at once', async () => {
    await given({ people: 2, posts: 1 });
    const intern = await house.enter(1);
    await house.start();
    const before = await edition();
    expect((await add([await row('B')])).body).to.deep.equal({ answer: 'done' });
    expect(await offered()).to.deep.equal([
      ['1', false],
      ['B', false],
    ]);
    expect(await edition()).to.equal(before + 1);
    await intern.fact('postsAdded', fact => fact['reason'] === 'Poste ouvert ce matin');
    const [added] = await house.sql<{ id: number }>(`select id from post where number = 'B'`);
    const answer = await intern.ask(house.theatre.stage.session, {
      type: 'choose',
      post: (added?.id ?? 0) as never,
      turn: 1,
    });
    expect(answer.type).to.equal('accepted');
  });

  it('[D14] stand on the line of the offer that they belong to', async () => {
    await given({ people: 2, posts: 2 });
    await house.start();
    await add([await row('B'), await row('C', { earmark: 'Recherche' })]);
    const [asked] = await house.sql<{ lines: unknown }>(
      `select jsonb_path_query_array(command, '$.posts[*].line') as lines from session_inbox`,
    );
    const [first] = await house.sql<{ id: number }>('select min(id) as id from post');
    const [last] = await house.sql<{ id: number }>('select max(id) as id from post');
    expect(asked?.lines).to.deep.equal([first?.id, last?.id]);
  });

  it('[D14] that the live session refuses are taken out again', async () => {
    await given({ people: 2, posts: 1 });
    await house.sql(`update session set state = 'running', owner = 'another'`); // which the test answers for
    const asking = add([await row('B')]);
    await eventually('the asking', async () => (await house.sql('select from session_inbox'))[0] ?? null);
    expect(await offered(), 'nobody sees it before').to.deep.equal([
      ['1', false],
      ['B', true],
    ]);
    await house.sql('update session_inbox set answered_at = now(), answer = ?::jsonb', [
      JSON.stringify({ refused: { code: 'STALE', now: 'offered' } }),
    ]);
    const answer = await asking;
    expect(answer.status, answer.text).to.equal(409);
    expect((await offered()).map(([number]) => number)).to.deep.equal(['1']);
  });

  it('[D14] keep numbers that the offer does not have, and services that exist', async () => {
    await given({ people: 1, posts: 1 });
    const twice = await add([await row('B', { seats: 2 }), await row('B-2'), await row('1')]);
    expect(twice.status).to.equal(409);
    expect(twice.body).to.deep.include({
      code: 'NUMBER_TAKEN',
      fields: ['posts.1.number', 'posts.2.number'],
    });
    expect((await add([await row('B', { service: 99_999 })])).body).to.deep.include({
      code: 'INVALID_INPUT',
      fields: ['posts.0.service'],
    });
    expect((await add([await row('B', { reservedFor: 99_999 })])).body).to.deep.include({
      fields: ['posts.0.reservedFor'],
    });
    expect((await add([await row('B', { blocked: false })])).status, 'no field of its own').to.equal(400);
    expect((await add([])).status).to.equal(400);
    expect((await add([await row('B', { seats: 51 })])).body).to.deep.include({
      messages: { 'posts.0.seats': 'Indiquez un nombre jusqu’à 50.' },
    });
    expect(await offered()).to.have.length(1);
  });

  it('[D14] are refused once all sessions are closed', async () => {
    await given({ people: 1, posts: 1 });
    await house.start();
    await house.closeSession(1);
    expect((await add([await row('B')])).body).to.include({ code: 'WRONG_STATE' });
    expect(await offered()).to.have.length(1);
  });

  it('[D14] [V12] are told before the first start too, in the room and in the bell that is kept', async () => {
    await given({ people: 1, posts: 2 });
    const intern = await house.enter(1);
    await house.desk.send('PUT', `/api/desk/posts/${house.theatre.post(1)}/blocked`, {
      blocked: true,
      reason: 'Maître de stage absent',
    });
    await add([await row('B')]);
    const told = await intern.until(
      'both',
      frame => frame.type === 'snapshot' && frame.state.sessions[0]?.notices.length === 2,
    );
    const notices = told.type === 'snapshot' ? told.state.sessions[0]?.notices : [];
    expect(notices?.map(one => (one.kind === 'message' ? one : [one.kind, one.reason]))).to.deep.equal([
      ['postBlocked', 'Maître de stage absent'],
      ['postsAdded', 'Poste ouvert ce matin'],
    ]);
    const [roster] = await house.sql<{ id: number }>('select id from roster_entry limit 1');
    const place = { at: Number.MAX_SAFE_INTEGER, key: '' };
    const of = { amphitheatre: house.theatre.stage.amphitheatre, rosterEntry: roster?.id ?? 0 };
    const kept = await offerRows(house.theatre.database.sql, of, place, 10);
    expect(kept.toSorted((a, b) => a.at - b.at).map(({ kind, at }) => [kind, at])).to.deep.equal(
      notices?.map(({ kind, at }) => [kind, at]),
    );
  });

  it('[D14] are announced with the reason when they are taken out of the offer', async () => {
    await given({ people: 1, posts: 2 });
    const intern = await house.enter(1);
    await house.start();
    const answer = await house.desk.send('PUT', `/api/desk/posts/${house.theatre.post(1)}/blocked`, {
      blocked: true,
      reason: 'Maître de stage absent',
    });
    expect(answer.body).to.deep.equal({ answer: 'done' });
    await intern.fact('postBlocked', fact => fact['reason'] === 'Maître de stage absent');
  });
});
