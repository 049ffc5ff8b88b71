/** The offer as a search finds it, as PDF and CSV, over HTTP with the real worker. */
import { parse } from 'csv-parse/sync';
import { expect } from 'chai';
import { readPdf } from './support/pdf-reader.ts';
import { runningApi } from './support/running-api.ts';
import type { RunningApi } from './support/running-api.ts';
import { assign, seed } from './support/seed.ts';
import type { Seeded } from './support/seed.ts';
import { runningWorker } from './support/worker.ts';
import type { RunningWorker } from './support/worker.ts';

describe('documents of the offer', () => {
  let api: RunningApi;
  let seeded: Seeded;
  let worker: RunningWorker;
  beforeEach(async () => {
    api = await runningApi();
    seeded = await seed(api.database.sql);
    worker = await runningWorker(api.database);
  });
  afterEach(async () => {
    await worker.close();
    await api.close('madeUp');
  });

  const file = (format: string, search: string, more = '') =>
    api.visitor().get(`/api/documents/offer/${format}?search=${encodeURIComponent(search)}${more}`);
  const rows = async (search: string, more = ''): Promise<readonly (string | undefined)[][]> => {
    const { bytes } = await file('csv', search, more);
    const all = parse<Record<string, string>>(Buffer.from(bytes), {
      bom: true,
      delimiter: ';',
      columns: true,
    });
    return all.map(row => [row['numero'], row['etat']]);
  };

  it('[K15] hold every post that the search finds, in its order, and who sits on none', async () => {
    await assign(api.database.sql, seeded, 0, 0, 7);
    expect((await rows('')).map(([number]) => number)).to.have.members(['101-1', '101-2', '20', '9', '1000']);
    expect(await rows('pourvus=oui&vue=poste')).to.deep.equal([['101-1', 'pourvu']]);
    expect(await rows('numero=101&vue=poste&tri=numero&sens=desc')).to.deep.equal([
      ['101-2', 'libre'],
      ['101-1', 'pourvu'],
    ]);
    expect(await rows('q=introuvable')).to.deep.equal([]);
    expect(Buffer.from((await file('csv', '')).bytes).toString()).not.to.match(/Œuvrard|INE|@/u);
  });

  it('[K15] name the search on the page', async () => {
    const { status, bytes } = await file('pdf', 'q=urologie&pourvus=non');
    expect(status).to.equal(200);
    expect(readPdf(bytes).pages.join(' '))
      .to.contain('Mots cherchés')
      .and.contain('urologie')
      .and.contain('Non pourvus seulement');
  });

  it('[K15] are silent about an offer that is not published, and refuse a search that says nothing sensible', async () => {
    await api.database.sql('update amphitheatre set offer_published_at = null');
    expect(await rows('')).to.deep.equal([]);
    expect((await file('csv', '', `&amphitheatre=${seeded.amphitheatre}`)).status).to.equal(404);
    const refused = await file('csv', 'tri=humeur');
    expect(refused.status).to.equal(400);
    expect(refused.body).to.deep.include({ fields: ['search'] });
  });
});
