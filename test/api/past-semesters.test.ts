/** Once a semester is over its names are nobody's but those who stood there and the agency. */
import { expect } from 'chai';
import { runningApi } from './support/running-api.ts';
import type { RunningApi, Visitor } from './support/running-api.ts';
import { assign, seed } from './support/seed.ts';
import type { Seeded } from './support/seed.ts';
import { runningWorker } from './support/worker.ts';
import type { RunningWorker } from './support/worker.ts';

describe('a semester that is over', () => {
  let api: RunningApi;
  let seeded: Seeded;
  let worker: RunningWorker;
  beforeEach(async () => {
    api = await runningApi();
    seeded = await seed(api.database.sql);
    worker = await runningWorker(api.database);
    await assign(api.database.sql, seeded, 0, 0, 7);
    await api.database.sql('update semester set current = false');
  });
  afterEach(async () => {
    await worker.close();
    await api.close('madeUp');
  });

  const list = () => `/api/documents/call-list/${seeded.amphitheatre}/csv`;
  const assignments = () => `/api/documents/assignments/csv?amphitheatre=${seeded.amphitheatre}`;
  const statuses = async (who: Visitor): Promise<readonly number[]> => [
    (await who.get(list())).status,
    (await who.get(assignments())).status,
  ];

  it('[K16] shows the public neither lists nor names', async () => {
    const anyone = api.visitor();
    expect(await statuses(anyone)).to.deep.equal([404, 404]);
    const [row] = await api.database.sql<{ edition: number }>('select edition from amphitheatre');
    const directory = `/api/amphitheatres/${seeded.amphitheatre}/directory/${row?.edition}`;
    expect((await anyone.get(directory)).status).to.equal(404);
    expect((await anyone.get(`/api/amphitheatres/${seeded.amphitheatre}/call-list`)).status).to.equal(404);
    const offer = `/api/documents/offer/csv?amphitheatre=${seeded.amphitheatre}`;
    expect((await anyone.get(offer)).status).to.equal(404);
  });

  it('[K16] leaves its lists to who stood on them and to moderators, kept by nobody on the way', async () => {
    const [person] = seeded.people;
    if (person === undefined) throw new Error('a person');
    const there = await api.signedIn({ realm: 'intern', email: 'la@exemple.fr', person });
    expect(await statuses(there)).to.deep.equal([200, 200]);
    expect((await there.get(list())).headers.get('cache-control')).to.equal('private, no-store');
    const moderator = await api.signedIn({
      realm: 'moderator',
      email: 'ars@exemple.fr',
      name: 'Nadia Ferhat',
    });
    expect(await statuses(moderator)).to.deep.equal([200, 200]);
    await api.database.sql('delete from call_list_entry where call_order = 2');
    const [, other] = seeded.people;
    const elsewhere = await api.signedIn({
      realm: 'intern',
      email: 'ailleurs@exemple.fr',
      ...(other === undefined ? {} : { person: other }),
    });
    expect(await statuses(elsewhere)).to.deep.equal([404, 404]);
  });
});
