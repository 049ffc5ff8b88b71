/** What the log leaves out, should a caller forget (domain §8). */
import { once } from 'node:events';
import { spawn } from 'node:child_process';
import { expect } from 'chai';

const written = async (statement: string): Promise<string> => {
  const script = `import { openLog } from './api/kit/log.ts'; const log = openLog({ logLevel: 'info' }, 'api'); ${statement}`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.on('data', chunk => (text += String(chunk)));
  await once(child, 'close');
  return text;
};

describe('the log', () => {
  it('[ASVS 16.2.5] writes an event and its fields, and blanks what is private', async () => {
    const line = JSON.parse(
      await written(`log.info({ session: 12, email: 'a@b.fr', who: { ine: '123' } }, 'choice.recorded')`),
    );
    expect(line).to.deep.include({
      level: 'info',
      part: 'api',
      session: 12,
      email: '[private]',
      who: { ine: '[private]' },
      msg: 'choice.recorded',
    });
  });

  it('[ASVS 16.2.5] keeps a database’s quotations of rows and parameters to itself', async () => {
    const line =
      await written(`const error = Object.assign(new Error("insert into account (email) values ('a@b.fr') - duplicate key value violates unique constraint"),
      { code: '23505', severity: 'ERROR', constraint: 'account_unique', detail: 'Key (email)=(a@b.fr) already exists.' });
      log.error({ err: error }, 'http.fault')`);
    expect(line).to.not.match(/a@b\\.fr/);
    expect(JSON.parse(line).err).to.include({
      code: '23505',
      constraint: 'account_unique',
      statement: 'insert into account (email) values (',
    });
  });
});
