/** `npm run verify` as a process: what it prints, and how it exits. */
import { spawnSync } from 'node:child_process';
import { expect } from 'chai';
import { testDatabase } from '../../support/database.ts';
import type { TestDatabase } from '../../support/database.ts';
import { playTwoSessions } from '../support/two-sessions.ts';
import type { TwoSessions } from '../support/two-sessions.ts';

describe('npm run verify', () => {
  let database: TestDatabase;
  let played: TwoSessions;
  let journals: 'madeUp' | undefined;
  before(async () => {
    database = await testDatabase();
    played = await playTwoSessions(database.sql);
  });
  after(() => database.drop(journals));

  const verify = (...words: readonly string[]) => {
    const ended = spawnSync(
      process.execPath,
      ['--import', 'tsx', 'session-server/commands/verify.ts', ...words],
      {
        env: { ...process.env, DATABASE_URL: database.url, NODE_ENV: 'test' },
        encoding: 'utf8',
      },
    );
    return { code: ended.status, out: ended.stdout, error: ended.stderr };
  };

  it('[J10] says what agrees, and exits with 0', () => {
    const { code, out } = verify(String(played.first));
    expect(out)
      .to.contain(`Session ${played.first}, n° 1 de l’amphithéâtre`)
      .and.contain('✓ Chaîne des empreintes\u00a0: entière')
      .and.contain('✓ Affectations (')
      .and.contain('Tout concorde.')
      .and.not.contain('✗');
    expect(code).to.equal(0);
  }).timeout(60_000);

  it('[J10] names each thing that does not agree with its row, and exits with 1', async () => {
    journals = 'madeUp';
    await database.sql('delete from mail where (data ->> $$session$$)::int = ?', [played.second]);
    await database.sql('delete from assignment where session_id = ?', [played.second]);
    const { code, out } = verify(String(played.second));
    expect(out)
      .to.match(/✗ Ligne \d+\u00a0: l’affectation manque\./u)
      .and.match(/✗ Ligne \d+\u00a0: le courriel à l’interne manque\./u)
      .and.match(/\d+\u00a0écarts\.$/mu)
      .and.contain('✓ Chaîne des empreintes')
      .and.not.contain('✓ Affectations');
    expect(code).to.equal(1);
  }).timeout(60_000);

  it('[J10] says what it could not verify, and exits with 2', () => {
    expect(verify()).to.deep.include({ code: 2 });
    expect(verify('abc').error).to.contain('Utilisation\u00a0:');
    const unknown = verify('999');
    expect(unknown.error).to.contain('Il n’y a pas de session 999.');
    expect(unknown.code).to.equal(2);
  }).timeout(60_000);
});
