/** The desk's acts over real HTTP: publish, cut, validate, open, withdraw, their refusals, and opening by itself. */
import { expect } from 'chai';
import { openDue } from '../../api/acts/open-due.ts';
import { nextNotification } from './support/notified.ts';
import { runningApi } from './support/running-api.ts';
import type { Answer, RunningApi, Visitor } from './support/running-api.ts';
import { seed } from './support/seed.ts';
import type { SeedOptions, Seeded } from './support/seed.ts';

describe('the acts on an amphitheatre', () => {
  let api: RunningApi;
  let moderator: Visitor;
  let seeded: Seeded;
  beforeEach(async () => {
    api = await runningApi();
    moderator = await api.signedIn({ realm: 'moderator', email: 'm@exemple.fr', name: 'Marc Ollivier' });
  });
  afterEach(() => api.close());

  const given = async (options: SeedOptions = {}): Promise<void> => {
    seeded = await seed(api.database.sql, options);
  };
  const act = (name: string, body?: unknown): Promise<Answer> =>
    moderator.send('POST', `/api/desk/amphitheatres/${seeded.amphitheatre}/${name}`, body);
  const state = async (): Promise<unknown> =>
    (await api.database.sql<{ state: string }>('select state from session order by number'))[0]?.state;
  const acts = () =>
    api.database.sql<{ act: string; account: number | null; detail: unknown }>(
      'select act, account_id as account, detail from amphitheatre_act order by id',
    );
  const pub = async (): Promise<unknown> =>
    (await api.database.sql<{ pub: number }>('select pub from amphitheatre'))[0]?.pub;

  it('[D1] [M1] [M2] take all sessions from draft to validated to open, with who and a new public number', async () => {
    await given();
    expect((await act('validate')).body).to.deep.equal({ answer: 'done' });
    expect(await state()).to.equal('validated');
    expect((await act('open')).status).to.equal(200);
    expect(await state()).to.equal('open');
    expect((await acts()).map(({ act, account }) => [act, typeof account])).to.deep.equal([
      ['validate', 'number'],
      ['open', 'number'],
    ]);
    expect(await pub()).to.equal(2);
  });

  it('[D1] move no session where one of them may not', async () => {
    await given({ state: 'validated' });
    await act('cut', { perSession: 2, first: '2027-03-22T09:00' });
    await api.database.sql(`update session set state = 'running' where number = 1`);
    expect((await act('open')).body).to.include({ code: 'WRONG_STATE' });
    expect((await act('withdraw', { reason: 'Motif', on: 'validated' })).body).to.include({
      code: 'ALREADY_STARTED',
    });
    expect(await api.database.sql('select state from session order by number')).to.deep.equal([
      { state: 'running' },
      { state: 'validated' },
    ]);
  });

  it('[D5] tell the gateways', async () => {
    await given();
    const changed = await nextNotification(api.database.url, 'amphitheatre_changed');
    await act('validate');
    expect(await changed.heard).to.deep.equal({ amphitheatre: seeded.amphitheatre });
    await changed.close();
  });

  it('[D5] [M3] withdraw one step at a time, with the reason on record', async () => {
    await given({ state: 'open' });
    expect((await act('withdraw', { reason: 'Erreur de classement', on: 'open' })).status).to.equal(200);
    expect(await state()).to.equal('validated');
    expect((await acts())[0]).to.deep.include({
      act: 'withdraw',
      detail: { reason: 'Erreur de classement' },
    });
    expect((await act('withdraw', { reason: 'Encore', on: 'validated' })).status).to.equal(200);
    expect(await state()).to.equal('draft');
    expect((await act('withdraw', {})).status).to.equal(400);
    expect((await act('withdraw', { reason: 'Encore' })).status, 'what it was decided on').to.equal(400);
  });

  it('[M16] withdraw one step where two moderators press at once: the other is told what it is now', async () => {
    await given({ state: 'open' });
    const withdraw = () => act('withdraw', { reason: 'Erreur', on: 'open' });
    const answers = await Promise.all([withdraw(), withdraw()]);
    expect(answers.map(({ status }) => status)).to.have.members([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).to.deep.include({
      code: 'STALE',
      refusal: { code: 'STALE', now: 'validated' },
    });
    expect(await state()).to.equal('validated');
    expect(await acts()).to.have.length(1);
  });

  for (const [from, name, code] of [
    ['draft', 'open', 'WRONG_STATE'],
    ['draft', 'withdraw', 'WRONG_STATE'],
    ['validated', 'validate', 'WRONG_STATE'],
    ['open', 'open', 'WRONG_STATE'],
    ['running', 'validate', 'WRONG_STATE'],
    ['running', 'withdraw', 'ALREADY_STARTED'],
    ['closed', 'open', 'WRONG_STATE'],
  ] as const)
    it(`[M6] refuse to ${name} what is ${from}, and change nothing`, async () => {
      await given({ state: from });
      const answer = await act(name, name === 'withdraw' ? { reason: 'Motif', on: 'open' } : undefined);
      expect(answer.status).to.equal(409);
      expect(answer.body).to.include({ code });
      expect([await state(), await acts(), await pub()]).to.deep.equal([from, [], 0]);
    });

  it('[M1] refuse to validate what is not ready, and say all that is missing', async () => {
    await given({ published: false, startsAt: null });
    const answer = await act('validate');
    expect(answer.body).to.deep.include({
      code: 'NOT_READY',
      refusal: { code: 'NOT_READY', missing: ['callListPublished', 'offerPublished', 'startTime'] },
    });
    expect(answer.body['detail']).to.match(/la publication de l’offre/);
  });

  it('[D4] publish once, and again without a trace', async () => {
    await given({ published: false });
    expect((await act('publish')).status).to.equal(200);
    expect((await act('publish')).status).to.equal(200);
    expect((await acts()).map(({ act }) => act)).to.deep.equal(['publish']);
    expect(JSON.parse((await api.visitor().get('/api/amphitheatres')).text)[0].published).to.deep.equal({
      offer: true,
      timetable: true,
      callList: true,
    });
  });

  it('[D3] cut the call list into sessions with their hours, again and again until the first start', async () => {
    await given({ state: 'validated' });
    expect((await act('cut', { perSession: 3, first: '2027-03-22T09:00' })).status).to.equal(200);
    const sessions = () =>
      api.database.sql<{ number: number; state: string; size: number }>(
        `select number, state, (select count(*) from call_list_entry where session_id = session.id) as size from session order by number`,
      );
    expect(await sessions()).to.deep.equal([
      { number: 1, state: 'validated', size: 3 },
      { number: 2, state: 'validated', size: 1 },
    ]);
    expect((await act('cut', { perSession: 60, first: '2027-03-23T09:00' })).status).to.equal(200);
    expect(await sessions()).to.deep.equal([{ number: 1, state: 'validated', size: 4 }]);
    await api.database.sql(`update session set state = 'running'`);
    expect((await act('cut', { perSession: 2, first: '2027-03-23T09:00' })).body).to.include({
      code: 'ALREADY_STARTED',
    });
  });

  it('[M1] validate nothing while somebody of the list is in no session, or every post is blocked', async () => {
    await given();
    const { sql } = api.database;
    await sql('update call_list_entry set session_id = null where call_order = 4');
    expect((await act('validate')).body['refusal']).to.deep.include({ missing: ['cut'] });
    await sql('update call_list_entry set session_id = (select id from session)');
    await sql('update post set blocked = true');
    expect((await act('validate')).body['refusal']).to.deep.include({ missing: ['offer'] });
    await sql('update post set blocked = false');
    expect((await act('validate')).status).to.equal(200);
  });

  it('[D3] refuse to cut where nobody is on the call list', async () => {
    await given();
    await api.database.sql('delete from call_list_entry');
    expect((await act('cut', { perSession: 3, first: '2027-03-22T09:00' })).body).to.include({
      code: 'NOT_READY',
    });
    expect(await acts()).to.deep.equal([]);
  });

  it('refuse to cut at an hour that does not exist', async () => {
    await given();
    expect((await act('cut', { perSession: 3, first: '2027-03-28T02:30' })).body).to.deep.include({
      code: 'INVALID_INPUT',
      fields: ['first'],
    });
  });

  it('[H6] queue a mail and a job for everybody called, at opening and where the hour moves', async () => {
    await given({ state: 'validated' });
    await act('open');
    const kinds = () =>
      api.database.sql<{ kind: string; count: number }>(
        'select kind, count(*) from mail group by kind order by kind',
      );
    expect(await kinds()).to.deep.equal([{ kind: 'amphitheatreOpened', count: 4 }]);
    await act('cut', { perSession: 3, first: '2027-03-22T09:00' }); // the same hour for the first three
    expect(await kinds()).to.deep.include({ kind: 'sessionTime', count: 1 });
    const [jobs] = await api.database.sql<{ count: number }>('select count(*) from graphile_worker.jobs');
    expect(jobs?.count).to.equal(5);
  });

  it('[H6] mail no hour of a timetable that is not published', async () => {
    await given({ state: 'draft' });
    await api.database.sql('update amphitheatre set timetable_published_at = null');
    expect((await act('cut', { perSession: 3, first: '2027-03-24T09:00' })).status).to.equal(200);
    expect(await api.database.sql('select kind from mail')).to.deep.equal([]);
  });

  it('know no amphitheatre that does not exist', async () => {
    await given();
    expect((await moderator.send('POST', '/api/desk/amphitheatres/999999/open')).status).to.equal(404);
    expect((await moderator.send('POST', '/api/desk/amphitheatres/x/open')).status).to.equal(400);
  });

  it('[D2] open by themselves seven days before the first session, and not earlier', async () => {
    await given({ state: 'validated' });
    const sevenDaysBefore = Date.UTC(2027, 2, 15, 8);
    expect(await openDue(api.database, sevenDaysBefore - 1, 'test.example')).to.deep.equal([]);
    expect(await openDue(api.database, sevenDaysBefore, 'test.example')).to.deep.equal([seeded.amphitheatre]);
    expect(await openDue(api.database, sevenDaysBefore + 1, 'test.example')).to.deep.equal([]);
    expect((await acts())[0]).to.include({ act: 'open', account: null });
  });

  it('let two moderators open at once: one does, the other is refused', async () => {
    await given({ state: 'validated' });
    const answers = await Promise.all([act('open'), act('open')]);
    expect(answers.map(({ status }) => status)).to.have.members([200, 409]);
    expect(await acts()).to.have.length(1);
  });
});
