/** The one statement that records a decision, on a real PostgreSQL: all of it or nothing, under the owner's fence. */
import { expect } from 'chai';
import type { PersonId, PostId } from '../../../machines/ids.ts';
import { append } from '../../../session-server/journal/append.ts';
import type { Appended } from '../../../session-server/journal/append.ts';
import { testDatabase } from '../../support/database.ts';
import type { TestDatabase } from '../../support/database.ts';
import { eventually } from '../../support/eventually.ts';
import { personAt, setStage, stageHolder } from '../support/stage.ts';
import type { Stage } from '../support/stage.ts';
import { choice, newRow } from './rows.ts';
import type { Given } from './rows.ts';

describe('journal: append', () => {
  let database: TestDatabase;
  let stage: Stage;
  beforeEach(async () => {
    database = await testDatabase();
    stage = await setStage(database.sql, { people: 2 });
  });
  afterEach(() => database.drop('madeUp'));

  const write = async (given: Given = {}): Promise<Appended | undefined> =>
    (await append(database.sql, [newRow(stage, given)]))[0];
  const count = async (table: string): Promise<number> =>
    (await database.sql<{ n: number }>(`select count(*) as n from ${table}`))[0]?.n ?? -1;
  const person = (order: number): PersonId => personAt(stage, order);
  const post = (number: number): PostId => stage.posts[number - 1] as PostId;
  const jobs = async (): Promise<number> => await count('graphile_worker._private_jobs');

  it('[J4] writes nothing under another epoch, or out of its turn', async () => {
    expect(await write({ epoch: 1, pub: 1 })).to.deep.equal({ kind: 'notOwner' });
    expect(await write({ seq: 2, pub: 1 })).to.deep.equal({ kind: 'notOwner' });
    expect(await count('journal')).to.equal(0);
    expect(await count('journal_private')).to.equal(0);
    const [amphitheatre] = await database.sql<{ pub: number }>('select pub from amphitheatre');
    expect(amphitheatre?.pub).to.equal(0);
  });

  it('[J4] writes nothing for the second of two who write the same turn at once', async () => {
    const row = newRow(stage, { pub: 1 });
    const { second } = await database.transaction(async sql => {
      expect((await append(sql, [row]))[0]).to.include({ kind: 'appended' });
      const second = append(database.sql, [row]);
      await eventually('it waits for the first', async () => {
        const waiting = await database.sql(
          `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        );
        return waiting.length > 0;
      });
      return { second }; // not awaited before the first is committed
    });
    expect(await second).to.deep.equal([{ kind: 'notOwner' }]);
    expect(await count('journal')).to.equal(1);
  });

  it('[J5] raises seq by one each time, pub only with public facts, and says where pub has moved', async () => {
    const first = await write({ pub: 1 });
    const previous = first?.kind === 'appended' ? first.hash : null;
    expect(await write({ seq: 2, pub: 3, previous })).to.deep.equal({ kind: 'pubMoved' });
    expect(await write({ seq: 2, pub: 1, previous })).to.deep.equal({ kind: 'pubMoved' });
    expect(await write({ seq: 2, previous })).to.include({ kind: 'appended' });
    const rows = await database.sql<{ seq: number; pub: number | null }>(
      'select seq, pub from journal order by seq',
    );
    expect(rows).to.deep.equal([
      { seq: 1, pub: 1 },
      { seq: 2, pub: null },
    ]);
    const [session] = await database.sql<{ seq: number; state: string }>('select seq, state from session');
    expect(session).to.deep.equal({ seq: 2, state: 'running' });
  });

  it('[J6] [H5] writes row, assignment, one mail and job for the intern and one for the holder, together', async () => {
    await stageHolder(database.sql, person(1));
    expect(await write({ pub: 1, ...choice(person(1), post(1)) })).to.include({ kind: 'appended' });
    expect(await count('assignment')).to.equal(1);
    const mails = await database.sql<{ message_id: string; recipient: string; data: unknown }>(
      'select message_id, recipient, data from mail order by message_id',
    );
    expect(mails).to.deep.equal([
      {
        message_id: `choice-${stage.session}-1-intern@stage.example`,
        recipient: 'interne1@stage.example',
        data: { session: stage.session, seq: 1 },
      },
      {
        message_id: `choice-${stage.session}-1-mandatary@stage.example`,
        recipient: 'mandataire@stage.example',
        data: { session: stage.session, seq: 1 },
      },
    ]);
    expect(await jobs()).to.equal(2);
  });

  it('[J6] writes none of it where the database refuses one part', async () => {
    const first = await write({ pub: 1, ...choice(person(1), post(1)) });
    const previous = first?.kind === 'appended' ? first.hash : null;
    await write({ seq: 2, pub: 2, previous, ...choice(person(2), post(1)) });
    expect(await count('journal')).to.equal(1);
    expect(await count('mail')).to.equal(1);
    expect(await jobs()).to.equal(1);
    const [session] = await database.sql<{ seq: number }>('select seq from session');
    expect(session?.seq).to.equal(1);
  });

  it('[J7] lets no seat have two classic holders and no person two assignments, and names the rule', async () => {
    const first = await write({ pub: 1, ...choice(person(1), post(1)) });
    const previous = first?.kind === 'appended' ? first.hash : null;
    expect(await write({ seq: 2, pub: 2, previous, ...choice(person(2), post(1)) })).to.deep.equal({
      kind: 'databaseSaysNo',
      constraint: 'assignment_post_id_unique',
    });
    expect(await write({ seq: 2, pub: 2, previous, ...choice(person(1), post(2)) })).to.deep.equal({
      kind: 'databaseSaysNo',
      constraint: 'assignment_roster_entry_id_unique',
    });
  });

  it('[W13] refuses a command id that stands in the journal already', async () => {
    const first = await write({ pub: 1, commandId: 'press-1' });
    const previous = first?.kind === 'appended' ? first.hash : null;
    expect(await write({ seq: 2, pub: 2, previous, commandId: 'press-1' })).to.deep.equal({
      kind: 'duplicateCommand',
    });
  });

  it('stops a list at its first row that is not appended', async () => {
    const answers = await append(database.sql, [
      newRow(stage, { epoch: 7 }),
      newRow(stage, { seq: 1, pub: 1 }),
    ]);
    expect(answers).to.deep.equal([{ kind: 'notOwner' }]);
    expect(await count('journal')).to.equal(0);
  });

  it('writes journal rows only for a rehearsal', async () => {
    const answer = await write({ pub: 1, rehearsal: true, ...choice(person(1), post(1)) });
    expect(answer).to.include({ kind: 'appended' });
    expect([
      await count('journal'),
      await count('assignment'),
      await count('mail'),
      await jobs(),
    ]).to.deep.equal([1, 0, 0, 0]);
  });

  it('changes the tables with the decisions that the next start and the pages read there', async () => {
    const reason = { sealed: 'congé maternité' };
    const who = person(2);
    const first = await write({
      command: { at: 1, type: 'excuse', person: who, reason, on: 'waiting' },
      facts: [
        { kind: 'excused', person: who, reason },
        { kind: 'status', person: who, status: 'supernumeraryValidating' },
        { kind: 'postBlocked', post: post(1), line: 1 as never, blocked: true, reason },
      ],
    });
    const [roster] = await database.sql<{ status: string; reason: string }>(
      `select status, reason from roster_entry join planned_absence on roster_entry_id = roster_entry.id and lifted_at is null
      where person = ?`,
      [who],
    );
    expect(roster).to.deep.equal({ status: 'supernumeraryValidating', reason: 'congé maternité' });
    const blocked = await database.sql<{ id: PostId }>('select id from post where blocked');
    expect(blocked).to.deep.equal([{ id: post(1) }]);
    await write({
      seq: 2,
      previous: first?.kind === 'appended' ? first.hash : null,
      command: { at: 2, type: 'lift', person: who, on: 'excused' },
      facts: [{ kind: 'waiting', person: who }],
    });
    expect(await count('planned_absence where lifted_at is null')).to.equal(0);
  });

  it('writes over a planned absence that stands, with who set it now', async () => {
    const reason = { sealed: 'congé maternité' };
    const who = person(2);
    await database.sql(
      `insert into planned_absence (roster_entry_id, reason) select id, 'avant' from roster_entry where person = ?`,
      [who],
    );
    await write({
      command: { at: 1, type: 'excuse', person: who, reason, on: 'waiting' },
      facts: [{ kind: 'excused', person: who, reason }],
    });
    const standing = await database.sql('select reason, set_by from planned_absence where lifted_at is null');
    expect(standing).to.deep.equal([{ reason: 'congé maternité', set_by: 1 }]);
  });
});
