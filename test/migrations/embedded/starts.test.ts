/** Starting the embedded server: the first time, again, twice at once. */
import { expect } from 'chai';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { HouseRunning } from '../../../migrations/embedded/house-lock.ts';
import { openEmbedded } from '../../../migrations/embedded/open.ts';
import { ask, kept, QUIET, startHouse, temporaryFolder } from './house.ts';

describe('starting the embedded database', () => {
  let home: ReturnType<typeof temporaryFolder>;
  beforeEach(() => (home = temporaryFolder()));
  afterEach(() => home.remove());

  const open = () => openEmbedded({ folder: home.folder, log: QUIET });

  it('makes a cluster in an empty folder, answers on 127.0.0.1 only and asks for a password', async () => {
    const embedded = await open();
    const without = new URL(embedded.url);
    without.password = 'wrong';
    const refused = await ask(without.href, 'select 1').catch((error: unknown) => error);
    const [listening] = await ask<{ on: string }>(
      embedded.url,
      `select current_setting('listen_addresses') "on"`,
    );
    await embedded.close();
    expect(refused).to.include({ code: '28P01' });
    expect(listening?.on).to.equal('127.0.0.1');
    expect(statSync(path.join(home.folder, 'postgres', 'password')).mode & 0o777).to.equal(0o600);
  });

  it('keeps what was written over a restart, and leaves no pid file in between', async () => {
    const first = await open();
    await ask(first.url, "create table kept as select 'a' as text");
    await first.close();
    const pidFile = existsSync(path.join(home.folder, 'postgres', 'data', 'postmaster.pid'));
    const second = await open();
    const rows = await kept(second.url);
    await second.close();
    expect(pidFile).to.equal(false);
    expect(rows).to.deep.equal(['a']);
  });

  it('sorts as French does, whatever the system has installed', async () => {
    const embedded = await open();
    const sorted = await ask<{ text: string }>(
      embedded.url,
      `select text from (values ('zoé'), ('Étienne'), ('etage'), ('École'), ('Zoe'), ('Œuvre')) as v (text)
       order by text collate "fr-x-icu"`,
    );
    await embedded.close();
    expect(sorted.map(row => row.text)).to.deep.equal(['École', 'etage', 'Étienne', 'Œuvre', 'Zoe', 'zoé']);
  });

  it('refuses a second start while a house runs, and names its process and port', async () => {
    const house = await startHouse(home.folder);
    const refused = await open().catch((error: unknown) => error);
    const rows = await kept(house.url);
    await house.stop();
    expect(refused).to.be.instanceOf(HouseRunning).and.include({ pid: house.pid, port: house.port });
    expect(rows).to.deep.equal([]);
  });

  it('lets one of two simultaneous first starts win and tells the other so', async () => {
    const starts = await Promise.allSettled([startHouse(home.folder), startHouse(home.folder)]);
    const houses = starts.flatMap(start => (start.status === 'fulfilled' ? [start.value] : []));
    const refusals = starts.flatMap(start => (start.status === 'rejected' ? [String(start.reason)] : []));
    await Promise.all(houses.map(house => house.stop()));
    expect(houses).to.have.length(1);
    expect(refusals).to.deep.equal(['Error: HouseRunning']);
  });

  it('refuses data of another major version in one sentence', async () => {
    await (await open()).close();
    const version = path.join(home.folder, 'postgres', 'data', 'PG_VERSION');
    expect(readFileSync(version, 'utf8').trim()).to.equal('18');
    writeFileSync(version, '17\n');
    const refused = await open().catch((error: unknown) => error);
    expect(String(refused)).to.contain('was made by PostgreSQL 17, this is 18');
  });

  it('removes what a start cut short left behind', async () => {
    const half = path.join(home.folder, 'postgres', 'data.99999999');
    mkdirSync(half, { recursive: true });
    await (await open()).close();
    expect(existsSync(half)).to.equal(false);
  });
});
