/** The verification of a session from its journal, on a real PostgreSQL: agrees where nobody tampered, else names where. */
import { expect } from 'chai';
import { verifySession } from '../../../session-server/journal/verify/verify-session.ts';
import { restoreSession, storeState } from '../../../session-server/journal/restore.ts';
import type { Disagreement } from '../../../session-server/journal/verify/report.ts';
import { testDatabase } from '../../support/database.ts';
import type { TestDatabase } from '../../support/database.ts';
import { JOURNAL_COMMANDS, playTwoSessions } from '../support/two-sessions.ts';
import type { TwoSessions } from '../support/two-sessions.ts';

describe('journal: verification', () => {
  let database: TestDatabase;
  let played: TwoSessions;
  let journals: 'madeUp' | undefined;
  beforeEach(async () => {
    journals = undefined;
    database = await testDatabase();
    played = await playTwoSessions(database.sql);
  });
  afterEach(() => database.drop(journals));

  const disagreements = async (session = played.first): Promise<readonly Disagreement[]> =>
    (await verifySession(database.sql, session))?.disagreements ?? [];

  it('[J10] agrees on sessions that hold every kind of command', async () => {
    const given = await database.sql<{ type: string }>(
      `select distinct command ->> 'type' as type from journal`,
    );
    expect(given.map(({ type }) => type)).to.have.members(Object.keys(JOURNAL_COMMANDS));
    expect(await disagreements()).to.deep.equal([]);
    expect(await disagreements(played.second)).to.deep.equal([]);
  });

  it('[J10] says which private parts were purged, and finds no fault in it', async () => {
    await database.sql('delete from journal_private');
    await database.sql('delete from session_state');
    const report = await verifySession(database.sql, played.first);
    expect(report?.purged).to.be.greaterThan(10);
    expect(report?.disagreements).to.deep.equal([]);
  });

  it('[J10] agrees with a state stored on the way, and with one of older rules that is never read again', async () => {
    const { sql } = database;
    const { snapshot, seq } = await restoreSession(sql, played.first);
    await storeState(sql, played.first, seq, snapshot);
    await sql(`insert into session_state (session_id, seq, version, state) values (?, 5, 1, '{}')`, [
      played.first,
    ]);
    expect(await disagreements()).to.deep.equal([]);
  });

  describe('where somebody tampered', () => {
    beforeEach(async () => {
      journals = 'madeUp';
      await database.sql('alter table journal disable trigger user');
      await database.sql('alter table journal_private disable trigger user');
    });

    /** Number of the first row of that command in the first session, or in the second. */
    const rowOf = async (type: string, session = played.first): Promise<number> => {
      const [row] = await database.sql<{ seq: number }>(
        `select min(seq) as seq from journal where session_id = ? and command ->> 'type' = ?`,
        [session, type],
      );
      return row?.seq ?? 0;
    };
    const change = (text: string, seq: number, session = played.first) => database.sql(text, [session, seq]);

    it('[J10] names the row whose hash is another’s, and the one whose facts are not the machine’s', async () => {
      const seq = await rowOf('markAbsent');
      await change(
        `update journal set facts = jsonb_set(facts, '{0,at}', '1') where session_id = ? and seq = ?`,
        seq,
      );
      expect(await disagreements()).to.deep.include.members([
        { about: 'chain', seq, why: 'hash' },
        { about: 'rules', seq, why: 'otherFacts' },
      ]);
    });

    it('[J10] names the command that the rules would refuse, and the one that is none', async () => {
      const seq = await rowOf('choose');
      await change(
        `update journal set command = jsonb_set(command, '{post}', '999999') where session_id = ? and seq = ?`,
        seq,
      );
      expect(await disagreements()).to.deep.include({
        about: 'rules',
        seq,
        why: { refusedNow: 'UNKNOWN_POST' },
      });
      await change(`update journal set command = '{}' where session_id = ? and seq = ?`, seq);
      expect(await disagreements()).to.deep.include({ about: 'rules', seq, why: 'unreadable' });
    });

    it('[J10] names a row that is gone, and the numbers that went with it', async () => {
      const seq = await rowOf('prolong');
      await change('delete from journal_private where session_id = ? and seq = ?', seq);
      await change('delete from journal where session_id = ? and seq = ?', seq);
      expect(await disagreements()).to.deep.include.members([
        { about: 'chain', seq, why: 'missing' },
        { about: 'pub', seq: seq + 1, why: 'hole' },
      ]);
    });

    it('[J10] names the session whose last row is gone', async () => {
      await database.sql('delete from journal_private where session_id = ?', [played.first]);
      await database.sql(
        'delete from journal where session_id = ? and seq = (select seq from session where id = ?)',
        [played.first, played.first],
      );
      expect(await disagreements()).to.deep.include.members([
        { about: 'session', seq: null, why: 'seq' },
        { about: 'session', seq: null, why: 'hash' },
      ]);
    });

    it('[J10] names a public number that is missing, one too many and one out of order', async () => {
      const [silent, told] = [await rowOf('readPhone'), await rowOf('pause')];
      await change('update journal set pub = 999 where session_id = ? and seq = ?', silent);
      await change('update journal set pub = null where session_id = ? and seq = ?', told);
      const found = await disagreements();
      expect(found).to.deep.include.members([
        { about: 'pub', seq: silent, why: 'surplus' },
        { about: 'pub', seq: told, why: 'missing' },
        { about: 'session', seq: null, why: 'pub' },
      ]);
      expect(found.map(({ why }) => why)).to.include('order');
    });

    it('[J10] names a private part that was rewritten', async () => {
      const seq = await rowOf('pause');
      await change(
        `update journal_private set text = '["autre chose","autre chose"]' where session_id = ? and seq = ?`,
        seq,
      );
      expect(await disagreements()).to.deep.include({ about: 'chain', seq, why: 'private' });
    });

    it('[J10] names what the session’s own row says otherwise', async () => {
      await database.sql(`update session set state = 'running', hash = 'x' where id = ?`, [played.first]);
      expect(await disagreements()).to.deep.equal([
        { about: 'session', seq: null, why: 'hash' },
        { about: 'session', seq: null, why: 'state' },
      ]);
    });

    it('[J10] names a stored state that is not what the rows give, and the restore that follows from it', async () => {
      const { sql } = database;
      const { snapshot, seq } = await restoreSession(sql, played.first);
      await storeState(sql, played.first, seq, snapshot);
      await sql(`update session_state set state = jsonb_set(state, '{turn}', '99')`);
      expect(await disagreements()).to.deep.equal([
        { about: 'state', seq, why: 'stored' },
        { about: 'state', seq, why: 'restored' },
      ]);
    });

    it('[J10] names an assignment that is missing, one that nothing founds, and each field that is another', async () => {
      const { sql } = database;
      const [chosen, moved] = [await rowOf('choose'), await rowOf('correct')];
      await change('delete from assignment where session_id = ? and seq = ?', moved);
      await change('update assignment set post_id = post_id + 1 where session_id = ? and seq = ?', chosen);
      const last = await rowOf('close');
      await sql(
        `insert into assignment (semester_id, roster_entry_id, post_id, session_id, seq, status, made_by, at, ended_at)
        select semester_id, roster_entry_id, post_id, session_id, ?::bigint, status, made_by, at, now()
        from assignment where session_id = ? and seq = ?`,
        [last, played.first, chosen],
      );
      expect(await disagreements()).to.deep.equal([
        { about: 'assignment', seq: chosen, why: 'post' },
        { about: 'assignment', seq: moved, why: 'missing' },
        { about: 'assignment', seq: last, why: 'surplus' },
      ]);
    });

    it('[J10] names an assignment that a correction ended and the table holds current, with the correcting row', async () => {
      const seq = await rowOf('correct', played.second); // of a choice of the first session
      await database.sql(
        `update assignment set ended_at = ended_at + interval '1 second' where ended_at =
        (select to_timestamp(at / 1000.0) from journal where session_id = ? and seq = ?)`,
        [played.second, seq],
      );
      expect(await disagreements(played.second)).to.deep.equal([{ about: 'assignment', seq, why: 'ended' }]);
    });

    it('[J10] names a mail that is missing, to the intern and to the holder, and one that nothing founds', async () => {
      const { sql } = database;
      const [row] = await sql<{ seq: number }>(
        `select (data ->> 'seq')::bigint as seq from mail where message_id like 'choice-%-mandatary@%'`,
      );
      const seq = row?.seq ?? 0;
      await sql(`delete from mail where (data ->> 'seq')::bigint = ? and (data ->> 'session')::int = ?`, [
        seq,
        played.first,
      ]);
      const surplus = `choice-${played.first}-1-intern@stage.example`;
      await sql(
        `insert into mail (message_id, kind, recipient, data) values (?, 'choiceMade', 'x@stage.example', ?::jsonb)`,
        [surplus, JSON.stringify({ session: played.first, seq: 1 })],
      );
      expect(await disagreements()).to.deep.equal([
        { about: 'mail', seq, why: 'missing', which: 'intern' },
        { about: 'mail', seq, why: 'missing', which: 'mandatary' },
        { about: 'mail', seq: 1, why: 'surplus', which: surplus },
      ]);
    });

    it('[J10] names messages that are missing, too many, rewritten or for somebody else', async () => {
      const { sql } = database;
      const rows = await sql<{ seq: number }>('select seq from message where session_id = ? order by seq', [
        played.first,
      ]);
      const [all = 0, one = 0, late = 0] = rows.map(({ seq }) => seq);
      await change(`update message set text = 'autre chose' where session_id = ? and seq = ?`, all);
      await change('update message set roster_entry_id = null where session_id = ? and seq = ?', one);
      await change('update message set seq = 1 where session_id = ? and seq = ?', late);
      expect(await disagreements()).to.deep.equal([
        { about: 'message', seq: all, why: 'text' },
        { about: 'message', seq: one, why: 'to' },
        { about: 'message', seq: late, why: 'missing' },
        { about: 'message', seq: 1, why: 'surplus' },
      ]);
    });

    it('[J10] names who is not on the call list, and an outcome that the rows do not give', async () => {
      const { sql } = database;
      const seq = await rowOf('leaveWithoutPost', played.second);
      await sql(`update call_list_entry set outcome = null where outcome = 'withoutPost'`);
      expect(await disagreements(played.second)).to.deep.equal([{ about: 'callList', seq, why: 'outcome' }]);
      await sql('delete from call_list_entry where call_order = 4.5');
      expect(await disagreements()).to.deep.equal([
        { about: 'callList', seq: await rowOf('add'), why: 'missing' },
      ]);
    });
  });
});
