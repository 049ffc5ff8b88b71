/** The API as a process of its own: it answers, ends in good order, and says what it lacks. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect } from 'chai';
import { testDatabase } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';

const start = (env: Readonly<Record<string, string>>) => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'api/start-alone.ts'], {
    env: { PATH: process.env['PATH'] ?? '', PORT: '0', LOG_LEVEL: 'info', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', text => (printed += String(text)));
  return { child, printed: () => printed, exit: once(child, 'close') };
};

describe('the API alone', function () {
  this.timeout(40_000); // a process of its own, on a machine that may be busy

  it('answers on its port, and ends in good order when asked to', async () => {
    const database = await testDatabase();
    const { child, printed, exit } = start({ DATABASE_URL: database.url });
    const port = await eventually(
      'a port in the log',
      () => /"port":(\d+)/.exec(printed())?.[1] ?? null,
      18_000,
    );
    const answer = await fetch(`http://localhost:${port}/readyz`, { headers: { connection: 'close' } });
    expect(answer.status).to.equal(200);
    child.kill('SIGTERM');
    expect(await exit).to.deep.equal([0, null]);
    await database.drop();
  });

  it('[ASVS 13.3.1] says all that production lacks, and does not start', async () => {
    const { printed, exit } = start({ NODE_ENV: 'production' });
    expect(await exit).to.deep.equal([1, null]);
    expect(printed())
      .to.match(/DATABASE_URL is required/)
      .and.match(/TOKEN_SECRET is required/);
  });
});
