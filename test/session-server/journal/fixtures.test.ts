/** Journals as older rules recorded them (fixtures/): every later version restores them to the same facts. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { RULES_VERSION } from '../../../machines/session/version.ts';
import { verifyChain } from '../../../session-server/journal/hash-chain.ts';
import type { ChainLink } from '../../../session-server/journal/hash-chain.ts';
import { chainOf } from '../../../session-server/journal/read.ts';
import { restoreSession } from '../../../session-server/journal/restore.ts';
import { testDatabase } from '../../support/database.ts';
import type { TestDatabase } from '../../support/database.ts';
import { setStage } from '../support/stage.ts';

const FOLDER = join(import.meta.dirname, 'fixtures');
const VERSIONS = Array.from({ length: RULES_VERSION }, (_, index) => index + 1);

/** One line per row, hash and salt in hexadecimal. */
const linesOf = (version: number): readonly string[] =>
  readFileSync(join(FOLDER, `version-${version}.jsonl`), 'utf8')
    .trim()
    .split('\n');

describe('journal: fixtures', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await testDatabase();
  });
  afterEach(() => database.drop('madeUp')); // the rows alone: nothing was written beside them

  /** As they were recorded, hashes included: in the first session of an empty house, whose ids they carry. */
  async function insert(version: number): Promise<readonly ChainLink[]> {
    const { session } = await setStage(database.sql);
    await database.sql(
      `with line as (select value as link, value -> 'row' as row from jsonb_array_elements(?::jsonb)),
      rows as (
        insert into journal (session_id, seq, amphitheatre_id, pub, at, who, command_id, command, facts, private_digest, rules, hash)
        select (row -> 'session')::int, (row -> 'seq')::bigint, (row -> 'amphitheatre')::int, (row ->> 'pub')::bigint,
          (row -> 'at')::bigint, row -> 'who', row ->> 'commandId', row -> 'command', row -> 'facts',
          decode(row ->> 'privateDigest', 'hex'), (row -> 'rules')::int, decode(link ->> 'hash', 'hex') from line
        returning session_id
      )
      insert into journal_private (session_id, seq, salt, text)
      select (row -> 'session')::int, (row -> 'seq')::bigint, decode(link ->> 'salt', 'hex'), link ->> 'text'
      from line where link ->> 'text' is not null`,
      [`[${linesOf(version).join(',')}]`],
    );
    return await chainOf(database.sql, session);
  }

  it('[J12] are there for every version of the rules so far', () => {
    expect(readdirSync(FOLDER).filter(name => name.endsWith('.jsonl'))).to.have.members(
      VERSIONS.map(version => `version-${version}.jsonl`),
    );
  });

  for (const version of VERSIONS) {
    it(`[J12] of version ${version} are restored to the same facts, row by row`, async () => {
      const links = await insert(version);
      expect(new Set(links.map(({ row }) => row.rules))).to.deep.equal(new Set([version]));
      const session = links[0]?.row.session;
      const { seq } = await restoreSession(database.sql, session as never); // throws where a fact is another now
      expect(seq).to.equal(linesOf(version).length);
    });

    it(`[J12] of version ${version} still have a whole chain`, async () => {
      expect(verifyChain(await insert(version))).to.equal(null);
    });
  }
});
