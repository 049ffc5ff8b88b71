/** Searches of the offer under names: the person's own, within limits. */
import { expect } from 'chai';
import { MOST_SEARCHES } from '../../api/saved-searches/statements.ts';
import { savedSearches } from '../../api/saved-search-answers.ts';
import { runningApi } from './support/running-api.ts';
import type { RunningApi, Visitor } from './support/running-api.ts';

const PATH = '/api/me/searches';

describe('saved searches', () => {
  let api: RunningApi;
  let camille: Visitor;
  before(async () => {
    api = await runningApi();
  });
  after(() => api.close());
  let people = 0;
  const person = (realm: 'intern' | 'mandatary' = 'intern'): Promise<Visitor> =>
    api.signedIn({ realm, email: `p${++people}@exemple.fr`, name: 'P' });
  beforeEach(async () => {
    camille = await person();
  });

  interface Listed {
    readonly id: number;
    readonly name: string;
    readonly query: string;
  }
  const list = async (of: Visitor, realm = 'intern'): Promise<readonly Listed[]> =>
    savedSearches.parse(JSON.parse((await of.get(`${PATH}?realm=${realm}`)).text));
  const add = (of: Visitor, name: string, query = 'departement=75') => of.send('POST', PATH, { name, query });
  const idOf = async (of: Visitor, name: string): Promise<number> =>
    (await list(of)).find(one => one.name === name)?.id ?? 0;

  it('are kept by name, written as addresses write them, junk and page left out', async () => {
    await add(camille, ' Paris ', 'page=4&etat=vert&departement=75&q=chir&poste=3&evil=<script>');
    const answer = await add(camille, 'Été');
    expect(JSON.parse(answer.text)).to.deep.equal(await list(camille));
    expect((await list(camille)).map(({ name, query }) => [name, query])).to.deep.equal([
      ['Été', 'departement=75'],
      ['Paris', 'q=chir&departement=75'],
    ]);
  });

  it('are renamed, replaced and forgotten', async () => {
    await add(camille, 'Paris');
    const id = await idOf(camille, 'Paris');
    await camille.send('PUT', `${PATH}/${id}`, { name: 'Yvelines' });
    await camille.send('PUT', `${PATH}/${id}`, { query: 'departement=78' });
    expect(await list(camille)).to.deep.equal([{ id, name: 'Yvelines', query: 'departement=78' }]);
    await camille.send('DELETE', `${PATH}/${id}`);
    expect(await list(camille)).to.deep.equal([]);
  });

  it('refuse a name twice, also by renaming, and change nothing', async () => {
    await add(camille, 'Paris');
    await add(camille, 'Yvelines', 'departement=78');
    const again = await add(camille, 'Paris', 'departement=91');
    expect([again.status, again.body['code']]).to.deep.equal([409, 'SEARCH_NAME_TAKEN']);
    const id = await idOf(camille, 'Yvelines');
    expect((await camille.send('PUT', `${PATH}/${id}`, { name: 'Paris' })).status).to.equal(409);
    expect((await list(camille)).map(({ name, query }) => `${name} ${query}`)).to.deep.equal([
      'Paris departement=75',
      'Yvelines departement=78',
    ]);
  });

  it('[ASVS 8.2.2] are one’s own: another’s is as good as none', async () => {
    await add(camille, 'Paris');
    const id = await idOf(camille, 'Paris');
    const other = await person();
    expect(await list(other)).to.deep.equal([]);
    expect((await other.send('PUT', `${PATH}/${id}`, { name: 'À moi' })).status).to.equal(404);
    expect((await other.send('DELETE', `${PATH}/${id}`)).status).to.equal(404);
    expect(await list(camille)).to.have.length(1);
    expect((await api.visitor().get(PATH)).status).to.equal(401);
    expect((await api.visitor().send('DELETE', `${PATH}/${id}`)).status).to.equal(401);
  });

  it('are a holder’s own too, apart from those of the intern', async () => {
    const holder = await person('mandatary');
    expect(
      (await holder.send('POST', `${PATH}?realm=mandatary`, { name: 'Ici', query: 'q=x' })).status,
    ).to.equal(200);
    expect((await list(holder, 'mandatary')).map(({ name }) => name)).to.deep.equal(['Ici']);
    expect((await holder.get(PATH)).status).to.equal(401);
  });

  it(`are ${MOST_SEARCHES} at most, also when two devices add at once, and the refusal says what to do`, async () => {
    for (let n = 1; n < MOST_SEARCHES; n++) await add(camille, `n° ${n}`);
    const both = await Promise.all([add(camille, 'une'), add(camille, 'autre')]);
    expect(both.map(({ status }) => status)).to.have.members([200, 409]);
    const refused = both.find(({ status }) => status === 409);
    expect(refused?.body).to.include({ code: 'TOO_MANY_SEARCHES', most: MOST_SEARCHES });
    expect(refused?.body['detail']).to.include('Supprimez');
  });

  it('[ASVS 2.2.1] refuse a name that is empty or endless, and a query that is no text', async () => {
    for (const body of [
      { name: '  ', query: '' },
      { name: '\u200b\u202e', query: '' }, // nothing of it can be seen
      { name: 'x'.repeat(81), query: '' },
      { name: 'a', query: 'x'.repeat(4_001) },
      { name: 'a' },
      { name: 'a', query: '', extra: 1 },
    ])
      expect((await camille.send('POST', PATH, body)).status).to.equal(400);
    expect(await list(camille)).to.deep.equal([]);
  });
});
