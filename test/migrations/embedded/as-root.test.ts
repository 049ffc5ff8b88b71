/** Under which user the embedded server runs, and where its files go when that user cannot reach ours. */
import { expect } from 'chai';
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { openEmbedded } from '../../../migrations/embedded/open.ts';
import { ask, kept, QUIET, startHouse, temporaryFolder } from './house.ts';

const NOBODY = 65534;
const PRIVATE = 0o700;

describe('the embedded database and who starts it', () => {
  before(function () {
    if (process.getuid?.() !== 0) this.skip(); // only root can play both
  });

  it('runs as nobody when root starts it', async () => {
    const home = temporaryFolder();
    const embedded = await openEmbedded({ folder: home.folder, log: QUIET });
    const owner = statSync(path.join(home.folder, 'postgres', 'data')).uid;
    await embedded.close();
    home.remove();
    expect(owner).to.equal(NOBODY);
  });

  it('lives in the temporary folder, over restarts too, when nobody cannot reach the data folder', async () => {
    const home = temporaryFolder(PRIVATE);
    const first = await openEmbedded({ folder: home.folder, log: QUIET });
    await ask(first.url, "create table kept as select 'a' as text");
    await first.close();
    const base = readFileSync(path.join(home.folder, 'postgres-lies-in'), 'utf8').trim();
    const second = await openEmbedded({ folder: home.folder, log: QUIET });
    const rows = await kept(second.url);
    await second.close();
    const elsewhere = existsSync(path.join(base, 'data')) && !existsSync(path.join(home.folder, 'postgres'));
    rmSync(base, { recursive: true });
    home.remove();
    expect(rows).to.deep.equal(['a']);
    expect(elsewhere).to.equal(true);
  });

  it('runs under an ordinary user as that user', async () => {
    const home = temporaryFolder(PRIVATE, NOBODY);
    const house = await startHouse(home.folder, { uid: NOBODY });
    const base = path.join(home.folder, 'postgres');
    const found = statSync(base);
    await house.stop();
    home.remove();
    expect({ uid: found.uid, mode: found.mode & 0o777 }).to.deep.equal({ uid: NOBODY, mode: PRIVATE });
  });
});
