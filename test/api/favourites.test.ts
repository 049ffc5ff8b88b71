/** Favourites over real HTTP and a real database: order, doubles, several devices, who may, and what is told. */
import { expect } from 'chai';
import type { FavouriteOf } from '../../machines/favourites.ts';
import type { PersonId, PostId, ServiceId } from '../../machines/ids.ts';
import { add, arranged, DESKTOP, key, keys, move, PATH, PHONE, remove, shown } from './support/favourites.ts';
import { nextNotification } from './support/notified.ts';
import { runningApi } from './support/running-api.ts';
import type { Answer, RunningApi } from './support/running-api.ts';

describe('favourites', () => {
  let api: RunningApi;
  beforeEach(async () => {
    api = await runningApi();
  });
  afterEach(() => api.close());

  const outcomes = ({ body }: Answer): readonly string[] =>
    (body['outcomes'] as readonly { readonly outcome: string }[]).map(({ outcome }) => outcome);
  const places = () =>
    api.database
      .sql<{ position: number }>('select position from favourite order by 1')
      .then(rows => rows.map(({ position }) => position));

  it('[F1] are services and single posts in the order they were added, or at the place asked for', async () => {
    const { intern, send, list, post, service } = await arranged(api);
    expect((await intern.get(PATH)).body).to.deep.equal({ version: 0, explained: false, entries: [] });
    await send([add(service(0)), add(post(3))]);
    const answer = await send([add(service(1), 'head')]);
    expect([answer.status, answer.body['version']]).to.deep.equal([200, 2]);
    expect(shown(answer)).to.equal(keys(service(1), service(0), post(3)));
    expect(await list()).to.equal(shown(answer));
  });

  it('[F1] have every entry of the offer, and three hundred of them', async () => {
    const { seeded, services, send, list } = await arranged(api);
    await api.database.sql(
      `insert into post (amphitheatre_id, number, service_id)
      select ?::int, 'N' || n, ?::int from generate_series(1, 300) as n`,
      [seeded.amphitheatre, services[0]],
    );
    const posts = await api.database.sql<{ post: PostId }>(
      `select id as post from post where number like 'N%' order by id`,
    );
    for (const from of [0, 100, 200]) await send(posts.slice(from, from + 100).map(of => add(of)));
    expect((await list()).split(' ')).to.deep.equal(posts.map(key));
    const last = posts[299] as FavouriteOf;
    expect(shown(await send([move(last, 'head')])).split(' ')[0]).to.equal(key(last));
    expect(await places()).to.deep.equal(posts.map((_, n) => n + 1));
  });

  it('[F2] hold the same service or post once, also when two devices add it at once', async () => {
    const { send, list, post, service } = await arranged(api);
    await send([add(post(0))]);
    const again = await send([add(post(0), 'head')]);
    expect([again.status, shown(again), outcomes(again)]).to.deep.equal([200, key(post(0)), ['same']]);
    const both = await Promise.all([send([add(service(0))]), send([add(service(0))], DESKTOP)]);
    expect(both.map(({ status }) => status)).to.deep.equal([200, 200]);
    expect(await list()).to.equal(keys(post(0), service(0)));
  });

  it('[F3] [F10] keep both of two moves made at once', async () => {
    const { send, list, post } = await arranged(api);
    await send([0, 1, 2, 3, 4].map(n => add(post(n))));
    const answers = await Promise.all([
      send([move(post(0), key(post(4)))]),
      send([move(post(3), 'head')], DESKTOP),
    ]);
    expect(answers.map(({ status }) => status)).to.deep.equal([200, 200]);
    expect(await list()).to.equal(keys(post(3), post(1), post(2), post(4), post(0)));
    expect(new Set(answers.map(({ body }) => body['version']))).to.deep.equal(new Set([2, 3]));
  });

  it('[F3] keep ten changes made at once, with no place twice and none empty', async () => {
    const { send, list, post } = await arranged(api);
    await send([0, 1, 2, 3, 4].map(n => add(post(n))));
    await Promise.all(
      [0, 1, 2, 3, 4].flatMap(n => [
        send([move(post(n), 'head')]),
        send([move(post(n), key(post((n + 1) % 5)))], DESKTOP),
      ]),
    );
    expect(await places()).to.deep.equal([1, 2, 3, 4, 5]);
    expect((await list()).split(' ').sort()).to.deep.equal([0, 1, 2, 3, 4].map(n => key(post(n))).sort());
  });

  it('[F11] take away what is gone already without a fault, and tell that it was not moved', async () => {
    const { send, post } = await arranged(api);
    await send([add(post(0))]);
    expect(outcomes(await send([remove(post(0))]))).to.deep.equal(['done']);
    const late = await send([remove(post(0)), move(post(0), 'head')], DESKTOP);
    expect([late.status, outcomes(late), late.body['version']]).to.deep.equal([200, ['same', 'gone'], 2]);
  });

  it('[F11] keep what one device added while another took it away without knowing', async () => {
    const { send, post } = await arranged(api);
    await send([add(post(0))]);
    await send([remove(post(0)), add(post(0), 'head')], DESKTOP);
    const late = await send([remove(post(0), 1)]);
    expect([outcomes(late), shown(late)]).to.deep.equal([['kept'], key(post(0))]);
    expect(outcomes(await send([remove(post(0), late.body['version'] as number)]))).to.deep.equal(['done']);
  });

  it('[F12] do nothing twice where the same is sent again, and answer what it was the first time', async () => {
    const { intern, send, post } = await arranged(api);
    await send([add(post(0)), add(post(1))]);
    const batch = [remove(post(0)), move(post(0), 'head')];
    const [first, twice] = await Promise.all([send(batch), send(batch)]);
    expect(outcomes(first)).to.deep.equal(['done', 'gone']);
    expect(outcomes(twice)).to.deep.equal(['done', 'gone']);
    await send([add(post(0))], DESKTOP);
    expect(shown(await send(batch))).to.equal(keys(post(1), post(0)));
    expect((await intern.get(PATH)).body['version']).to.equal(3);
  });

  it('[F4] hold only what one’s own amphitheatre offers', async () => {
    const { services, send, list, post } = await arranged(api);
    await api.database.sql(
      `with other as (insert into amphitheatre (semester_id, group_id, phase) select semester_id, group_id, 'socle' from amphitheatre returning id)
      insert into post (amphitheatre_id, number, service_id) select id, 'X', ?::int from other`,
      [services[0]],
    );
    const [foreign] = await api.database.sql<{ post: PostId }>(
      `select id as post from post where number = 'X'`,
    );
    const unknown = { service: 999_999 as ServiceId };
    const answer = await send([add(foreign as FavouriteOf), add(post(0)), add(unknown)]);
    expect(outcomes(answer)).to.deep.equal(['notOffered', 'done', 'notOffered']);
    expect(await list()).to.equal(key(post(0)));
  });

  for (const [state, sentence] of [
    ['draft', /n’est pas validée/u],
    ['validated', /pas encore ouverte/u],
  ] as const)
    it(`[F5] are refused while the amphitheatre is ${state}, to read and to arrange`, async () => {
      const { intern, send, post } = await arranged(api, { state });
      for (const answer of [
        await intern.get(PATH),
        await send([add(post(0))]),
        await intern.get(`${PATH}/import`),
        await intern.send('POST', `${PATH}/import`),
      ]) {
        expect([answer.status, answer.body['code']]).to.deep.equal([409, 'WRONG_STATE']);
        expect(answer.body['detail']).to.match(sentence);
      }
    });

  it('[F5] go on while the session runs and while it is paused', async () => {
    const { send, post } = await arranged(api);
    for (const state of ['running', 'paused'])
      for (const n of [0, 1]) {
        await api.database.sql('update session set state = ?', [state]);
        expect((await send([add(post(n))])).status).to.equal(200);
      }
  });

  it('[F6] are read by the holder of the mandate, who changes nothing', async () => {
    const { seeded, send, list, post, service } = await arranged(api);
    await send([add(service(0))]);
    const holder = await api.signedIn({ realm: 'mandatary', email: 'h@exemple.fr', name: 'Holder' });
    const asHolder = `${PATH}?realm=mandatary`;
    expect((await holder.get(asHolder)).status).to.equal(404); // nothing is accepted yet
    await api.database.sql(
      `insert into mandate (roster_entry_id, email, account_id, accepted_at)
      select roster_entry.id, 'h@exemple.fr', account.id, now() from roster_entry, account
      where person = ? and realm = 'mandatary'`,
      [seeded.people[0]],
    );
    expect(shown(await holder.get(asHolder))).to.equal(key(service(0)));
    const body = { device: DESKTOP, operations: [add(post(0))] };
    const refused = await holder.send('POST', asHolder, body);
    expect([refused.status, refused.body['code']]).to.deep.equal([403, 'FORBIDDEN']);
    expect((await holder.send('POST', `${PATH}/import`)).status).to.equal(401);
    expect(await list()).to.equal(key(service(0)));
  });

  it('[F7] tell the gateways the person and the version of each change, and of nothing else', async () => {
    const { seeded, send, post } = await arranged(api);
    const told = await nextNotification(api.database.url, 'favourites');
    await send([move(post(0), 'head')]); // nothing there to move
    await send([add(post(0)), add(post(1))]);
    expect(await told.heard).to.deep.equal({ person: seeded.people[0], version: 1 });
    await told.close();
  });

  it('[F15] keep that a single post has been explained, for every device', async () => {
    const { intern, send, post, service } = await arranged(api);
    await send([add(post(0))]);
    expect((await intern.get(PATH)).body['explained']).to.equal(false);
    const said = await send([{ ...add(service(0)), explained: true }]);
    expect([said.body['explained'], (await intern.get(PATH)).body['explained']]).to.deep.equal([true, true]);
  });

  it('are nobody else’s', async () => {
    const { seeded, send, list, post } = await arranged(api);
    await send([add(post(0))]);
    const other = await api.signedIn({
      realm: 'intern',
      email: 'o@exemple.fr',
      person: seeded.people[1] as PersonId,
    });
    expect(await list(other)).to.equal('');
    await send([remove(post(0))], PHONE, other);
    expect(await list()).to.equal(key(post(0)));
    expect((await api.visitor().get(PATH)).status).to.equal(401);
    expect((await api.visitor().get(`${PATH}/import`)).status).to.equal(401);
  });

  it('are refused with what is not asked as it should be', async () => {
    const { send, post } = await arranged(api);
    const good = add(post(0));
    for (const bad of [
      { ...good, of: {} },
      { ...good, of: { ...post(0), service: 1 } },
      { ...good, behind: [] },
      { ...good, behind: ['x3'] },
      { ...good, seen: -1 },
      { ...good, id: '' },
      { ...remove(post(0)), behind: ['head'] },
    ])
      expect((await send([bad])).status).to.equal(400);
    expect((await send([])).status).to.equal(400);
    expect((await send([good], 'x')).status).to.equal(400);
  });
});
