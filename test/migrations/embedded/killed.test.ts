/** Kills the house, its watch and its server in every way; the data is there again each time. */
import { expect } from 'chai';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openEmbedded } from '../../../migrations/embedded/open.ts';
import { openDatabase } from '../../../migrations/open.ts';
import { eventually } from '../../support/eventually.ts';
import { ask, kept, QUIET, startHouse, temporaryFolder } from './house.ts';

describe('the embedded database when something is killed', () => {
  let home: ReturnType<typeof temporaryFolder>;
  beforeEach(() => (home = temporaryFolder()));
  afterEach(() => home.remove());

  const open = () => openEmbedded({ folder: home.folder, log: QUIET });
  const pidFile = () => path.join(home.folder, 'postgres', 'data', 'postmaster.pid');
  const postmaster = () => Number(readFileSync(pidFile(), 'utf8').split('\n')[0]);

  it('keeps what was committed and nothing of an open transaction when the house is killed with -9', async () => {
    const house = await startHouse(home.folder, { transaction: true });
    await house.kill('SIGKILL');
    const next = await open();
    const rows = await kept(next.url);
    await next.close();
    expect(rows).to.deep.equal(['committed']);
  });

  it('shuts down cleanly by itself when the house is killed with -9', async () => {
    const house = await startHouse(home.folder);
    await house.kill('SIGKILL');
    await eventually('the pid file is gone', () => !existsSync(pidFile()));
  });

  it('still answers while the house drains after a Ctrl-C of its whole process group', async () => {
    const house = await startHouse(home.folder);
    await house.kill('SIGINT', 'group');
    const stopped = !existsSync(pidFile());
    const next = await open();
    const rows = await kept(next.url);
    await next.close();
    expect(stopped).to.equal(true);
    expect(rows).to.deep.equal(['drained']);
  });

  it('comes back by itself on the same port when postgres is killed with -9 under a living house', async () => {
    const told: string[] = [];
    const note = (_: object, event: string): void => void told.push(event);
    const embedded = await openEmbedded({ folder: home.folder, log: { info: note, warn: note } });
    const database = await openDatabase(embedded.url);
    await database.sql("create table kept as select 'a' as text");
    process.kill(postmaster(), 'SIGKILL');
    await eventually('the house has it back', () => told.includes('database.back'));
    const rows = await eventually('the same pool answers', () =>
      database.sql('select text from kept').catch(() => null),
    );
    const refused = await open().catch((error: unknown) => error);
    await database.close();
    await embedded.close();
    expect(told).to.deep.equal(['database.open', 'database.lost', 'database.back']);
    expect(rows).to.deep.equal([{ text: 'a' }]);
    expect(refused).to.include({ name: 'HouseRunning', pid: process.pid, port: embedded.port });
    expect(existsSync(pidFile())).to.equal(false);
  });

  it('adopts a server that outlived its house and its watch, and stops it at the end', async function () {
    if (process.platform !== 'linux') this.skip(); // finds the watch's processes in /proc
    const house = await startHouse(home.folder, { transaction: true });
    const server = postmaster();
    for (const pid of family(house.pid).filter(member => member !== server && !isUnder(member, server)))
      process.kill(pid, 'SIGKILL');
    await house.kill('SIGKILL');
    const adopted = await open();
    const [same, rows] = [postmaster(), await kept(adopted.url)];
    await adopted.close();
    expect(same).to.equal(server);
    expect(adopted.port).to.equal(house.port);
    expect(rows).to.deep.equal(['committed']);
    expect(existsSync(pidFile())).to.equal(false);
  });

  it('removes a stale pid file whose number now belongs to another living process', async () => {
    await (await open()).close();
    const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    const foreign = spawn('/bin/sh', ['-c', 'cat'], { ...user, stdio: ['pipe', 'ignore', 'ignore'] });
    writeFileSync(pidFile(), `${foreign.pid}\n${home.folder}\n1\n1\n\n127.0.0.1\n  1 1\nready   \n`);
    const embedded = await open();
    const [row] = await ask<{ one: number }>(embedded.url, 'select 1 as one');
    await embedded.close();
    foreign.stdin.end();
    await once(foreign, 'exit');
    expect(row).to.deep.equal({ one: 1 });
  });
});

/** Every process under this one. */
function family(pid: number): number[] {
  return parents().flatMap(([child, parent]) => (parent === pid ? [child, ...family(child)] : []));
}

const isUnder = (pid: number, ancestor: number): boolean => family(ancestor).includes(pid);

/** [pid, parent's pid] of all processes. */
function parents(): [number, number][] {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .flatMap(name => {
      try {
        const afterName = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1);
        return [[Number(name), Number(afterName?.split(' ')[1])] satisfies [number, number]];
      } catch {
        return []; // ended meanwhile
      }
    });
}
