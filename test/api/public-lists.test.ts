/** What everybody may read: amphitheatres, directory, assignments; and what stands in none of them. */
import { expect } from 'chai';
import type { Directory } from '../../machines/directory.ts';
import { runningApi } from './support/running-api.ts';
import type { RunningApi } from './support/running-api.ts';
import { assign, seed } from './support/seed.ts';

/** Of the roster, the record and the offer: none of it may reach the public (domain §8). */
const PRIVATE = /INE-SECRET|roster\.example|0600000000|classic|supernumerary|"(email|phone|ine|status)"/;

interface Listed {
  readonly total: number;
  readonly pages: number;
  readonly items: readonly { readonly name: string; readonly firstName: string; readonly service: string }[];
}

describe('the public lists', () => {
  let api: RunningApi;
  beforeEach(async () => {
    api = await runningApi();
  });
  afterEach(() => api.close());

  const list = async (query = ''): Promise<Listed> =>
    (await api.visitor().get(`/api/assignments${query}`)).body as unknown as Listed;
  const chosen = async (): Promise<void> => {
    const seeded = await seed(api.database.sql);
    for (const [index, post] of [0, 1, 3, 4].entries())
      await assign(api.database.sql, seeded, index, post, index + 1);
  };

  it('shows published amphitheatres with their sessions', async () => {
    const { amphitheatre, session } = await seed(api.database.sql, { state: 'open' });
    const { text } = await api.visitor().get('/api/amphitheatres');
    expect(JSON.parse(text)).to.deep.equal([
      {
        id: amphitheatre,
        title: 'Spécialités chirurgicales, phase d’approfondissement',
        group: 'Spécialités chirurgicales',
        phase: 'approfondissement',
        published: { offer: true, timetable: true, callList: true },
        edition: 1,
        perSession: 60,
        firstAt: Date.UTC(2027, 2, 22, 8),
        people: 4,
        posts: 5,
        sessions: [
          {
            id: session,
            number: 1,
            state: 'open',
            startsAt: Date.UTC(2027, 2, 22, 8),
            startsAround: null,
            endsAround: null,
            awaitsStart: false,
            size: 4,
            chosen: 0,
          },
        ],
      },
    ]);
  });

  it('[D4] hides an amphitheatre before its publication, from everybody but moderators', async () => {
    const { amphitheatre } = await seed(api.database.sql, { published: false });
    const moderator = await api.signedIn({ realm: 'moderator', email: 'm@exemple.fr', name: 'M' });
    expect((await api.visitor().get('/api/amphitheatres')).text).to.equal('[]');
    expect((await api.visitor().get('/api/amphitheatres?all=1')).status).to.equal(401);
    expect(JSON.parse((await moderator.get('/api/amphitheatres?all=1')).text)).to.have.length(1);
    expect((await api.visitor().get(`/api/amphitheatres/${amphitheatre}/directory/1`)).status).to.equal(404);
    expect((await moderator.get(`/api/amphitheatres/${amphitheatre}/directory/1`)).status).to.equal(200);
  });

  it('[D9] gives the directory of an edition, with lines and in order, and nothing private', async () => {
    const { amphitheatre, posts, people } = await seed(api.database.sql);
    const answer = await api.visitor().get(`/api/amphitheatres/${amphitheatre}/directory/1`);
    const directory = answer.body as unknown as Directory;
    expect(answer.text).to.not.match(PRIVATE);
    expect(directory).to.include({
      amphitheatre,
      edition: 1,
      semester: '2027-05',
      phase: 'approfondissement',
    });
    expect(directory.people.map(({ id }) => id)).to.deep.equal(people);
    expect(directory.posts.map(({ number }) => number)).to.deep.equal(['9', '20', '101-1', '101-2', '1000']);
    expect(directory.posts.find(({ number }) => number === '101-2')).to.include({
      line: posts[0],
      earmark: null,
    });
    expect(directory.posts.find(({ number }) => number === '20')?.line).to.equal(posts[2]);
    expect(directory.services.map(({ name }) => name)).to.deep.equal(['Chirurgie digestive', 'Urologie']);
    expect(directory.specialties).to.have.length(2);
  });

  it('packs the directory, and answers 304 to who has it', async () => {
    const { amphitheatre } = await seed(api.database.sql);
    const path = `/api/amphitheatres/${amphitheatre}/directory/1`;
    const packed = await fetch(api.url + path, {
      headers: { 'accept-encoding': 'gzip', connection: 'close' },
    });
    expect(packed.headers.get('content-encoding')).to.equal('gzip');
    expect(await packed.json()).to.have.property('edition', 1);
    const again = await api.visitor().get(path, { 'if-none-match': packed.headers.get('etag') ?? '' });
    expect(again.status).to.equal(304);
  });

  it('has no other edition than the present one', async () => {
    const { amphitheatre } = await seed(api.database.sql);
    const visitor = api.visitor();
    expect((await visitor.get(`/api/amphitheatres/${amphitheatre}/directory/1`)).status).to.equal(200);
    await api.database.sql('update amphitheatre set edition = 2');
    expect((await visitor.get(`/api/amphitheatres/${amphitheatre}/directory/2`)).status).to.equal(200);
    expect((await visitor.get(`/api/amphitheatres/${amphitheatre}/directory/3`)).status).to.equal(404);
  });

  it('[D9] [ASVS 15.3.1] shows assignments by service, never the post nor anything private', async () => {
    await chosen();
    const { text } = await api.visitor().get('/api/assignments');
    expect(text)
      .to.not.match(PRIVATE)
      .and.not.match(/101-1|"post"|"number"/);
    expect(await list()).to.have.property('total', 4);
  });

  it('orders names as French does', async () => {
    await chosen();
    expect((await list()).items.map(({ name }) => name)).to.deep.equal(['École', 'Étage', 'Œuvrard', 'Zola']);
  });

  it('puts the newest first where asked', async () => {
    await chosen();
    expect((await list('?order=recent')).items[0]).to.include({ name: 'Zola' });
  });

  it('finds names, services and hospitals with accents, case and ligatures forgiven', async () => {
    await chosen();
    for (const [words, found] of [
      ['OEUVRARD', ['Œuvrard']],
      ['etage alix', ['Étage']],
      ['urologie', ['Étage', 'Zola']],
      ['saint-antoine zoe', ['École']],
      ['rien de tel ?', []],
      ["l'o%_", []],
    ] as const)
      expect(
        (await list(`?q=${encodeURIComponent(words)}`)).items.map(({ name }) => name),
        words,
      ).to.deep.equal(found);
  });

  it('gives pages, and the total past the last one', async () => {
    await chosen();
    expect(await list('?size=25&page=1')).to.include({ pages: 1, total: 4 });
    expect(await list('?page=2')).to.deep.include({ total: 4, items: [] });
    expect((await api.visitor().get('/api/assignments?size=26')).status).to.equal(400);
  });

  it('shows nothing of an amphitheatre whose call list is not published', async () => {
    await chosen();
    await api.database.sql('update amphitheatre set call_list_published_at = null');
    expect(await list()).to.deep.include({ total: 0, items: [] });
  });
});
