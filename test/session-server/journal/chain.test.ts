/** The chain and what is private, on a real PostgreSQL. */
import { expect } from 'chai';
import { append } from '../../../session-server/journal/append.ts';
import { canonicalJson } from '../../../session-server/journal/canonical-json.ts';
import { verifyChain } from '../../../session-server/journal/hash-chain.ts';
import { chainOf, rowsSincePub, rowsSinceSeq } from '../../../session-server/journal/read.ts';
import { testDatabase } from '../../support/database.ts';
import type { TestDatabase } from '../../support/database.ts';
import { setStage } from '../support/stage.ts';
import type { Stage } from '../support/stage.ts';
import { choice, newRow } from './rows.ts';

describe('journal: chain', () => {
  let database: TestDatabase;
  let stage: Stage;
  beforeEach(async () => {
    database = await testDatabase();
    stage = await setStage(database.sql, { people: 2 });
    const person = stage.people[0]?.person as never;
    let previous: Buffer | null = null;
    const given = [{ pub: 1 }, { pub: null }, { pub: 2, ...choice(person, stage.posts[0] as never) }];
    for (const [index, row] of given.entries()) {
      const [answer] = await append(database.sql, [newRow(stage, { ...row, seq: index + 1, previous })]);
      previous = answer?.kind === 'appended' ? answer.hash : null;
    }
  });
  afterEach(() => database.drop('madeUp'));

  it('[J2] is whole as written, and breaks where a row is changed or missing', async () => {
    const links = await chainOf(database.sql, stage.session);
    expect(verifyChain(links)).to.equal(null);
    const forged = links.map(link => (link.row.seq === 2 ? { ...link, row: { ...link.row, at: 1 } } : link));
    expect(verifyChain(forged)).to.deep.equal({ seq: 2, why: 'hash' });
    expect(verifyChain(links.filter(({ row }) => row.seq !== 2))).to.deep.equal({ seq: 2, why: 'missing' });
  });

  it('[J3] stays whole after the private part is purged, not after it is rewritten', async () => {
    const links = await chainOf(database.sql, stage.session);
    expect(verifyChain(links.map(link => ({ ...link, text: '["autre chose"]' })))).to.deep.equal({
      seq: 1,
      why: 'private',
    });
    await database.sql('delete from journal_private');
    expect(verifyChain(await chainOf(database.sql, stage.session))).to.equal(null);
    const [row] = await rowsSinceSeq(database.sql, stage.session, 0);
    expect(row?.command).to.deep.include({ reason: { sealed: null } });
  });

  it('[J8] keeps private text out of the row and gives it back when read', async () => {
    const [bare] = await database.sql<{ text: string }>(
      `select command::text || facts::text as text from journal where seq = 1`,
    );
    expect(bare?.text).not.to.contain('Cochin');
    const [row] = await rowsSincePub(
      database.sql,
      { amphitheatre: stage.amphitheatre, rehearsal: null },
      0,
      10,
    );
    expect(row?.facts[0]).to.deep.include({ reason: { sealed: 'le réseau de Cochin est coupé' } });
  });

  it('[J1] is refused every update, delete and truncate by the database', async () => {
    for (const change of ['update journal set at = 1', 'delete from journal', 'truncate journal cascade'])
      expect(await database.sql(change).catch((error: Error) => error.message)).to.contain('append-only');
  });
});

describe('journal: canonical JSON', () => {
  it('[J2] is the same text whatever the order in which keys were written', () => {
    expect(canonicalJson({ b: 1, a: [null, { d: 'é', c: true }] })).to.equal(
      '{"a":[null,{"c":true,"d":"é"}],"b":1}',
    );
    expect(canonicalJson({ a: undefined })).to.equal('{}');
  });

  it('[J2] refuses what JSON cannot hold', () => {
    expect(() => canonicalJson(Number.NaN)).to.throw(TypeError);
    expect(() => canonicalJson(10n)).to.throw(TypeError);
  });
});
