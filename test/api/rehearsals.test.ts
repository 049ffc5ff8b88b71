/** Rehearsals over real HTTP: preparing, taking back, their refusals, and who is told of one. */
import { expect } from 'chai';
import { runningApi } from './support/running-api.ts';
import type { Answer, RunningApi, Visitor } from './support/running-api.ts';
import { seed } from './support/seed.ts';
import type { SeedOptions, Seeded } from './support/seed.ts';

describe('rehearsals at the desk', () => {
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
  const path = (rest = ''): string => `/api/desk/amphitheatres/${seeded.amphitheatre}/rehearsals${rest}`;
  const prepare = (session = 1): Promise<Answer> => moderator.send('POST', path(), { session });
  const standing = (state: string): Promise<unknown> =>
    api.database.sql('update session set state = ? where rehearsal', [state]);
  const acts = () =>
    api.database.sql<{ act: string; detail: unknown }>(
      'select act, detail from amphitheatre_act order by id',
    );

  it('[B1] are prepared and opened in one act, with the settings of the session rehearsed, and on record', async () => {
    await given();
    await api.database.sql(`update session set settings = '{"turnMs": 60000}'`);
    const { status, body } = await prepare();
    expect([status, body]).to.deep.equal([
      200,
      { id: body['id'], amphitheatre: seeded.amphitheatre, number: 1, session: 1, state: 'open' },
    ]);
    expect(
      await api.database.sql('select state, settings, rehearses_id from session where rehearsal'),
    ).to.deep.equal([{ state: 'open', settings: { turnMs: 60_000 }, rehearses_id: seeded.session }]);
    expect(await acts()).to.deep.equal([{ act: 'rehearse', detail: { session: 1, rehearsal: body['id'] } }]);
    expect(
      await api.database.sql('select state, amphitheatre.pub from session, amphitheatre where not rehearsal'),
    ).to.deep.equal([{ state: 'draft', pub: 0 }]);
  });

  it('[B1] are prepared one after another, never two open at once', async () => {
    await given();
    await prepare();
    expect((await prepare()).body).to.deep.include({ status: 409, code: 'REHEARSAL_OPEN' });
    await standing('closed');
    expect((await prepare()).body).to.deep.include({ number: 2, state: 'open' });
    expect((await moderator.get('/api/desk/rehearsals')).body).to.deep.equal(
      (
        await api.database.sql<{ id: number }>(
          'select id, number, state from session where rehearsal order by number desc',
        )
      ).map(row => ({ ...row, amphitheatre: seeded.amphitheatre, session: 1 })),
    );
  });

  it('[B1] are refused after the first start, before the cut or the publication, and of a session that is not there', async () => {
    await given({ published: false });
    expect((await prepare()).body).to.deep.include({ code: 'NOT_READY' });
    await api.database.sql(
      `update amphitheatre set offer_published_at = now(), timetable_published_at = now(), call_list_published_at = now()`,
    );
    expect((await prepare(9)).body).to.deep.include({ status: 404, code: 'UNKNOWN_SESSION' });
    await api.database.sql(`update session set state = 'closed'`);
    expect((await prepare()).body).to.deep.include({ status: 409, code: 'ALREADY_STARTED' });
  });

  it('[B1] are for moderators only', async () => {
    await given();
    const nobody = await api.visitor().send('POST', path(), { session: 1 });
    expect(nobody.body).to.deep.include({ status: 401, code: 'NOT_SIGNED_IN' });
  });

  it('[B9] are taken back until they begin, which is on record', async () => {
    await given();
    const { body } = await prepare();
    const takeBack = () => moderator.send('DELETE', path(`/${String(body['id'])}`));
    await standing('running');
    expect((await takeBack()).body).to.deep.include({ status: 409, code: 'WRONG_STATE' });
    await standing('open');
    expect((await takeBack()).body).to.deep.equal({ answer: 'done' });
    expect((await takeBack()).status).to.equal(404);
    expect((await acts()).map(({ act }) => act)).to.deep.equal(['rehearse', 'takeBackRehearsal']);
    expect(await api.database.sql('select 1 from session where rehearsal')).to.deep.equal([]);
  });

  it('[B9] go with the session that another cut takes away, but for those that have begun', async () => {
    await given();
    await moderator.send('POST', `/api/desk/amphitheatres/${seeded.amphitheatre}/cut`, {
      perSession: 2,
      first: '2027-03-22T09:00',
    });
    await prepare(2);
    await standing('closed');
    await prepare(2);
    const cut = await moderator.send('POST', `/api/desk/amphitheatres/${seeded.amphitheatre}/cut`, {
      perSession: 4,
      first: '2027-03-22T09:00',
    });
    expect(cut.status).to.equal(200);
    expect((await moderator.get('/api/desk/rehearsals')).body)
      .to.be.an('array')
      .with.length(1);
    expect(await api.database.sql('select state, rehearses_id from session where rehearsal')).to.deep.equal([
      { state: 'closed', rehearses_id: null },
    ]);
  });

  it('[B7] wait for the people of the session rehearsed while open or running, and for nobody else', async () => {
    await given();
    await moderator.send('POST', `/api/desk/amphitheatres/${seeded.amphitheatre}/cut`, {
      perSession: 2,
      first: '2027-03-22T09:00',
    });
    const internOf = (order: number): Promise<Visitor> =>
      api.signedIn({
        realm: 'intern',
        email: `i${order}@exemple.fr`,
        person: seeded.people[order - 1] ?? '',
      });
    const [first, last] = [await internOf(1), await internOf(4)];
    const mine = async (visitor: Visitor): Promise<unknown> =>
      (await visitor.get('/api/me/rehearsal?realm=intern')).body;
    expect(await mine(first)).to.equal(null);
    const { body } = await prepare();
    expect(await mine(first)).to.deep.equal(body);
    expect(await mine(last)).to.equal(null);
    await standing('paused');
    expect(await mine(first)).to.deep.include({ state: 'paused' });
    await standing('closed');
    expect(await mine(first)).to.equal(null);
    await standing('open');
    await api.database.sql(`update session set state = 'running' where not rehearsal and number = 1`);
    expect(await mine(first)).to.equal(null);
  });

  it('[B7] wait for the holder of a mandate too, under their own sign-in', async () => {
    await given();
    const holder = await api.signedIn({ realm: 'mandatary', email: 'h@exemple.fr', name: 'Nour Haddad' });
    await api.database.sql(
      `insert into mandate (roster_entry_id, email, account_id, accepted_at)
      select roster_entry.id, account.email, account.id, now() from roster_entry, account
      where person = ? and account.realm = 'mandatary'`,
      [seeded.people[0]],
    );
    const { body } = await prepare();
    expect((await holder.get('/api/me/rehearsal?realm=mandatary')).body).to.deep.equal(body);
    expect((await holder.get('/api/me/rehearsal')).body).to.deep.include({ code: 'NOT_SIGNED_IN' });
  });

  it('[B7] stand in no public list', async () => {
    await given({ state: 'open' });
    await prepare();
    await standing('running');
    const visitor = api.visitor();
    const [listed] = (await visitor.get('/api/amphitheatres')).body as unknown as {
      readonly sessions: readonly { readonly id: number }[];
    }[];
    expect(listed?.sessions.map(({ id }) => id)).to.deep.equal([seeded.session]);
    expect((await visitor.get('/api/me/rehearsal')).body).to.deep.include({ code: 'NOT_SIGNED_IN' });
  });
});
