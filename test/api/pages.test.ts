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
    writeFileSync(join(folder, 'room.html'), '<!doctype html><title>Salle</title>');
    writeFileSync(join(folder, 'service-worker.js'), 'precache()');
    writeFileSync(join(folder, 'service-worker-off.js'), 'unregister()');
    writeFileSync(join(folder, '..', 'outside.txt'), 'secret');
  });
  after(() => {
    rmSync(join(folder, '..', 'outside.txt'));
    rmSync(folder, { recursive: true });
  });

  const get = async (path: string, worker: 'on' | 'off' = 'on'): Promise<Response> =>
    pages(folder, worker).request(path);

  it('open the one page for every address', async () => {
    for (const path of ['/', '/affectations', '/amphitheatre/3']) {
      const answer = await get(path);
      expect(await answer.text(), path).to.match(/<title>/);
      expect(answer.headers.get('cache-control')).to.equal('no-cache');
    }
  });

  it('open the room’s own page, which asks for its files at once, at a room’s address', async () => {
    for (const path of ['/ma-session', '/procuration', '/amphi-blanc/12'])
      expect(await (await get(path)).text(), path).to.match(/Salle/);
    expect(await (await get('/ma-session/x')).text()).to.not.match(/Salle/);
  });

  it('keep files named after their content for good', async () => {
    const answer = await get('/assets/main-1a2b.js');
    expect(answer.headers.get('content-type')).to.match(/javascript/);
    expect(answer.headers.get('cache-control')).to.match(/immutable/);
  });

  it('hand out the service worker, asked for anew each time, or the one that takes itself away', async () => {
    const [on, off] = [await get('/service-worker.js'), await get('/service-worker.js', 'off')];
    expect([await on.text(), await off.text()]).to.deep.equal(['precache()', 'unregister()']);
    for (const answer of [on, off]) {
      expect(answer.headers.get('content-type')).to.match(/javascript/);
      expect(answer.headers.get('cache-control')).to.equal('no-cache');
    }
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
