/** The public space: what is read from which act on (domain §2), and what stands in it (domain §8). */
import { expect } from 'chai';
import type { ZodType } from 'zod';
import * as answers from '../../api/public/answers.ts';
import { runningApi } from './support/running-api.ts';
import type { RunningApi } from './support/running-api.ts';
import { assign, seed } from './support/seed.ts';
import type { Seeded } from './support/seed.ts';

const PRIVATE =
  /INE-SECRET|roster\.example|0600000000|classic|supernumerary|motif|"(email|phone|ine|status|post|reason)"/;
const FINESS = '750100125';

describe('the public space', () => {
  let api: RunningApi;
  let seeded: Seeded;
  beforeEach(async () => {
    api = await runningApi();
    seeded = await seed(api.database.sql, { state: 'open' });
  });
  afterEach(() => api.close());

  const read = async <T>(path: string, shape: ZodType): Promise<T> => {
    const { status, text } = await api.visitor().get(`/api${path}`);
    expect(status, `${path} ${text}`).to.equal(200);
    expect(text, path).to.not.match(PRIVATE);
    const parsed: unknown = JSON.parse(text);
    expect(shape.safeParse(parsed).error?.issues, path).to.equal(undefined);
    return parsed as T;
  };
  const callList = () =>
    read<answers.PublicCallList>(`/amphitheatres/${seeded.amphitheatre}/call-list`, answers.publicCallList);
  const adequacy = () => read<readonly answers.AdequacyRow[]>('/adequacy', answers.adequacy);
  const board = () =>
    read<answers.EstablishmentBoard>(`/establishments/${FINESS}`, answers.establishmentBoard);
  const establishments = () =>
    read<readonly answers.ListedEstablishment[]>('/establishments', answers.establishments);
  const statusOf = async (path: string): Promise<number> => (await api.visitor().get(`/api${path}`)).status;
  const unpublish = (column: 'offer' | 'timetable' | 'call_list') =>
    api.database.sql(`update amphitheatre set ${column}_published_at = null`);
  /** What every act does (acts/record.ts). */
  const changed = () => api.database.sql('update amphitheatre set pub = pub + 1');
  const choose = (person: number, post: number) => assign(api.database.sql, seeded, person, post, person + 1);

  it('[D4] shows nothing of an amphitheatre before its publication', async () => {
    for (const each of ['offer', 'timetable', 'call_list'] as const) await unpublish(each);
    expect(await statusOf(`/amphitheatres/${seeded.amphitheatre}/call-list`)).to.equal(404);
    expect(await statusOf(`/establishments/${FINESS}`)).to.equal(404);
    expect(await adequacy()).to.deep.equal([]);
    expect(await establishments()).to.deep.equal([]);
  });

  it('[D4] shows the call list from its own date on, whatever else is out', async () => {
    await unpublish('offer');
    await unpublish('timetable');
    const list = await callList();
    expect(list).to.include({
      provisional: true,
      title: 'Spécialités chirurgicales, phase d’approfondissement',
    });
    expect(list.people.map(({ person, session }) => [person, session])).to.deep.equal(
      seeded.people.map(person => [person, null]),
    );
    await unpublish('call_list');
    expect(await statusOf(`/amphitheatres/${seeded.amphitheatre}/call-list`)).to.equal(404);
  });

  it('[D4] shows the offer of an establishment from the offer’s date on, its choices and hours from theirs', async () => {
    await choose(0, 0);
    expect((await board()).latest).to.have.length(1);
    expect((await board()).sessions).to.have.length(1);
    await unpublish('call_list');
    expect((await board()).latest).to.deep.equal([]);
    await unpublish('timetable');
    expect(await board()).to.deep.include({ offered: 5, filled: 1, sessions: [] });
    await unpublish('offer');
    expect(await statusOf(`/establishments/${FINESS}`)).to.equal(404);
  });

  it('[D4] shows an adequacy rate once offer and call list are both out, and not before', async () => {
    expect(await adequacy()).to.have.length(1);
    for (const missing of ['offer', 'call_list'] as const) {
      await unpublish(missing);
      expect(await adequacy(), missing).to.deep.equal([]);
      await api.database.sql(
        'update amphitheatre set offer_published_at = now(), call_list_published_at = now()',
      );
    }
  });

  it('tells the session of each once the list is cut, and that the list is provisional until the first start', async () => {
    expect((await callList()).people.every(({ session }) => session === 1)).to.equal(true);
    await api.database.sql(`update session set state = 'running'`);
    await changed();
    expect((await callList()).provisional).to.equal(false);
  });

  it('counts for the adequacy what is offered, not what is blocked, and people without a planned absence', async () => {
    expect((await adequacy())[0]).to.include({ posts: 5, people: 4 });
    await api.database.sql('update post set blocked = true where id = ?::int', [seeded.posts[4]]);
    await api.database.sql(
      `insert into planned_absence (roster_entry_id, reason) select id, 'motif privé' from roster_entry where person = ?`,
      [seeded.people[3]],
    );
    await changed();
    expect((await adequacy())[0]).to.include({ posts: 4, people: 3 });
    await api.database.sql('update planned_absence set lifted_at = now()');
    await changed();
    expect((await adequacy())[0]).to.include({ posts: 4, people: 4 });
  });

  it('[D9] shows an establishment’s seats by service, and the latest choices by service alone', async () => {
    await choose(0, 0);
    await choose(1, 3);
    const shown = await board();
    expect(shown).to.include({ name: 'Hôpital Saint-Antoine', offered: 5, filled: 2 });
    expect(shown.services.map(({ name, offered, filled }) => [name, offered, filled])).to.deep.equal([
      ['Chirurgie digestive', 3, 1],
      ['Urologie', 2, 1],
    ]);
    expect(shown.latest.map(({ service, callOrder }) => [service, callOrder])).to.deep.equal([
      ['Urologie', 2],
      ['Chirurgie digestive', 1],
    ]);
    expect(shown.sessions[0]).to.include({ number: 1, of: 1, state: 'open', size: 4, chosen: 2 });
    expect((await establishments())[0]).to.deep.equal({
      finess: FINESS,
      name: 'Hôpital Saint-Antoine',
      city: 'Paris',
      department: '75',
      services: 2,
      offered: 5,
      filled: 2,
    });
  });

  it('shows the running session of a board before those to come', async () => {
    await api.database.sql(
      `insert into session (amphitheatre_id, number, state) values (?::int, 2, 'running')`,
      [seeded.amphitheatre],
    );
    expect((await board()).sessions.map(({ number, state }) => [number, state])).to.deep.equal([
      [2, 'running'],
    ]);
  });

  it('tells free seats that wait for a choice from those that stay vacant once the last session is closed', async () => {
    await choose(0, 0);
    expect(await board()).to.include({ offered: 5, filled: 1, waiting: 4 });
    await api.database.sql(`update session set state = 'closed'`);
    await changed();
    const over = await board();
    expect(over).to.include({ offered: 5, filled: 1, waiting: 0 });
    expect(over.services.map(({ waiting }) => waiting)).to.deep.equal([0, 0]);
    expect(over.sessions).to.deep.equal([]);
  });

  it('lets free seats wait before the list is cut', async () => {
    await api.database.sql('update call_list_entry set session_id = null');
    await api.database.sql('delete from session');
    await changed();
    expect(await board()).to.include({ offered: 5, waiting: 5 });
  });

  it('says of a session whose hour has come that it waits to begin', async () => {
    const startsAt = async (at: string): Promise<boolean | undefined> => {
      await api.database.sql(`update session set starts_at = ${at}`);
      await changed();
      return (await board()).sessions[0]?.awaitsStart;
    };
    expect(await startsAt(`now() + interval '1 hour'`)).to.equal(false);
    expect(await startsAt(`now() - interval '1 minute'`)).to.equal(true);
  });

  it('knows no establishment that offers nothing, and refuses what is no number of one', async () => {
    expect(await statusOf('/establishments/999999999')).to.equal(404);
    expect(await statusOf('/establishments/75-01')).to.equal(400);
  });

  it('tells search engines to stay away, and answers 304 to who has the list', async () => {
    for (const path of ['/amphitheatres', '/assignments', '/adequacy', '/establishments']) {
      const { headers } = await api.visitor().get(`/api${path}`);
      expect(headers.get('x-robots-tag'), path).to.equal('noindex, nofollow');
      const etag = headers.get('etag') ?? '';
      for (const known of [etag, `"autre", W/${etag}`])
        expect((await api.visitor().get(`/api${path}`, { 'if-none-match': known })).status, path).to.equal(
          304,
        );
      await choose(path.length % 4, path.length % 5).catch(() => undefined);
    }
  });

  it('answers anew, under another tag, once something has changed', async () => {
    const before = (await api.visitor().get('/api/assignments')).headers.get('etag') ?? '';
    await choose(0, 0);
    await changed();
    const after = await api.visitor().get('/api/assignments', { 'if-none-match': before });
    expect(after.status).to.equal(200);
    expect(after.text).to.include('Œuvrard');
  });

  it('packs a long list as the browser wishes, brotli first', async () => {
    const encodingOf = async (accepted: string): Promise<string | null> => {
      const answer = await fetch(`${api.url}/api/amphitheatres/${seeded.amphitheatre}/directory/1`, {
        headers: { 'accept-encoding': accepted, connection: 'close' },
      });
      await answer.arrayBuffer();
      const list = await fetch(`${api.url}/api/establishments/${FINESS}`, {
        headers: { 'accept-encoding': accepted, connection: 'close' },
      });
      expect(await list.json()).to.have.property('finess', FINESS);
      return list.headers.get('content-encoding');
    };
    for (let person = 0; person < 4; person += 1) await choose(person, [0, 1, 3, 4][person] ?? 0);
    expect(await encodingOf('gzip, br;q=0.9')).to.equal('br');
    expect(await encodingOf('gzip, br;q=0')).to.equal('gzip');
    expect(await encodingOf('identity')).to.equal(null);
  });
});
