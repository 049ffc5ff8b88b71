/** What the database itself refuses, as bare statements: the last judge needs no program (architecture §2.3). */
import { expect } from 'chai';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { appendRow, assign, refusal, scene, type Scene } from './scene.ts';

const UNIQUE = '23505';
const APPEND_ONLY = { code: '23000' };

describe('what the database refuses, whoever asks', () => {
  let database: TestDatabase;
  let all: Scene;
  beforeEach(async () => {
    database = await testDatabase();
    all = await scene(database.sql);
  });
  afterEach(() => database.drop('madeUp'));

  const twice = (constraint: string) => ({ code: UNIQUE, constraint });
  const live = (session: number) =>
    database.sql(`update session set state = 'running' where id = ?`, [session]);

  for (const statement of ['update journal set rules = 2', 'delete from journal', 'truncate journal cascade'])
    it(`[J1] keeps the journal append-only: refuses "${statement}"`, async () => {
      await appendRow(database.sql, all);
      expect(await refusal(database.sql(statement))).to.deep.equal(APPEND_ONLY);
    });

  for (const statement of [
    'update amphitheatre_act set act = $$x$$',
    'delete from amphitheatre_act',
    'truncate amphitheatre_act cascade',
  ])
    it(`[J1] keeps the acts on an amphitheatre append-only: refuses "${statement}"`, async () => {
      await database.sql(`insert into amphitheatre_act (amphitheatre_id, act) values (?, 'open')`, [
        all.amphitheatre,
      ]);
      expect(await refusal(database.sql(statement))).to.deep.equal(APPEND_ONLY);
    });

  it('[J3] lets the private part of a row be purged, never rewritten', async () => {
    await appendRow(database.sql, all);
    await database.sql(`insert into journal_private values (?, 1, '\\x00', '["raison"]')`, [all.sessions[0]]);
    const rewritten = await refusal(database.sql(`update journal_private set text = '[]'`));
    const purged = await refusal(database.sql('delete from journal_private'));
    expect(rewritten).to.deep.equal(APPEND_ONLY);
    expect(purged).to.equal(null);
  });

  it('[J5] holds one row per number of a session', async () => {
    await appendRow(database.sql, all);
    expect(await refusal(appendRow(database.sql, all))).to.deep.equal(twice('journal_pkey'));
  });

  it('[W13] holds one row per command of a session, and any number without a command', async () => {
    await appendRow(database.sql, all, { seq: 1, commandId: 'c' });
    await appendRow(database.sql, all, { seq: 2 });
    await appendRow(database.sql, all, { seq: 3 });
    const again = await refusal(appendRow(database.sql, all, { seq: 4, commandId: 'c' }));
    const elsewhere = await refusal(
      appendRow(database.sql, all, { session: all.sessions[1], commandId: 'c' }),
    );
    expect(again).to.deep.equal(twice('journal_session_id_command_id_unique'));
    expect(elsewhere).to.equal(null);
  });

  it('[J5] holds one row per public number of an amphitheatre, over all its sessions', async () => {
    await appendRow(database.sql, all, { pub: 1 });
    const again = await refusal(appendRow(database.sql, all, { session: all.sessions[1], pub: 1 }));
    expect(again).to.deep.equal(twice('journal_amphitheatre_id_pub_unique'));
  });

  it('[M5] holds one live session per amphitheatre, a rehearsal apart', async () => {
    await live(all.sessions[0]);
    const second = await refusal(live(all.sessions[1]));
    await database.sql('update session set rehearsal = true where id = ?', [all.sessions[1]]);
    const rehearsal = await refusal(live(all.sessions[1]));
    expect(second).to.deep.equal(twice('one_live_session'));
    expect(rehearsal).to.equal(null);
  });

  it('[J7] holds one holder per seat among current classic choices; a supernumerary one stands beside', async () => {
    const [{ posts, people }] = [all];
    await assign(database.sql, all, { person: people[0], post: posts[0], seq: 1 });
    const classic = await refusal(assign(database.sql, all, { person: people[1], post: posts[0], seq: 2 }));
    const beside = await refusal(
      assign(database.sql, all, {
        person: people[1],
        post: posts[0],
        seq: 2,
        status: 'supernumeraryValidating',
      }),
    );
    expect(classic).to.deep.equal(twice('assignment_post_id_unique'));
    expect(beside).to.equal(null);
  });

  it('[J7] holds one current assignment per intern; one that has ended makes room', async () => {
    const [{ posts, people }] = [all];
    await assign(database.sql, all, { person: people[0], post: posts[0], seq: 1 });
    const second = await refusal(assign(database.sql, all, { person: people[0], post: posts[1], seq: 2 }));
    await database.sql('update assignment set ended_at = now()');
    const moved = await refusal(assign(database.sql, all, { person: people[0], post: posts[1], seq: 2 }));
    expect(second).to.deep.equal(twice('assignment_roster_entry_id_unique'));
    expect(moved).to.equal(null);
  });
});
