/** The built client as it is served: its files, its one page for every address, and no page in a missing file's place. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { pages } from '../../api/http/pages.ts';

describe('the pages', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'pages-'));
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Choix de postes</title>');
    writeFileSync(join(folder, 'assets', 'main-1a2b.js'), 'export {}');
    writeFileSync(join(folder, '..', 'outside.txt'), 'secret');
  });
  after(() => {
    rmSync(join(folder, '..', 'outside.txt'));
    rmSync(folder, { recursive: true });
  });

  const get = async (path: string): Promise<Response> => pages(folder).request(path);

  it('open the one page for every address', async () => {
    for (const path of ['/', '/affectations', '/amphitheatre/3']) {
      const answer = await get(path);
      expect(await answer.text(), path).to.match(/<title>/);
      expect(answer.headers.get('cache-control')).to.equal('no-cache');
    }
  });

  it('keep files named after their content for good', async () => {
    const answer = await get('/assets/main-1a2b.js');
    expect(answer.headers.get('content-type')).to.match(/javascript/);
    expect(answer.headers.get('cache-control')).to.match(/immutable/);
  });

  it('answer 404 for a file that is not there', async () => {
    expect((await get('/assets/main-0000.js')).status).to.equal(404);
  });

  it('[ASVS 5.3.2] serve nothing outside their folder', async () => {
    for (const path of [
      '/../outside.txt',
      '/..%2foutside.txt',
      '/assets/..%2f..%2foutside.txt',
      '/%2e%2e/outside.txt',
    ])
      expect(await (await get(path)).text(), path).to.not.include('secret');
  });
});
