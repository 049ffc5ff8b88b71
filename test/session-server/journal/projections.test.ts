/** What moderators' acts change in the tables with their row, on a real PostgreSQL: corrections, additions, messages, outcomes. */
import { expect } from 'chai';
import type { LineId, PersonId, PostId } from '../../../machines/ids.ts';
import { seal } from '../../../machines/sealed.ts';
import type { Fact } from '../../../machines/session/facts.ts';
import { append } from '../../../session-server/journal/append.ts';
import { testDatabase } from '../../support/database.ts';
import type { TestDatabase } from '../../support/database.ts';
import { personAt, setStage, stageHolder } from '../support/stage.ts';
import type { Stage } from '../support/stage.ts';
import { AT, choice, newRow } from './rows.ts';
import type { Given } from './rows.ts';

describe('journal: projections', () => {
  let database: TestDatabase;
  let stage: Stage;
  let seq: number;
  let previous: Buffer | null;
  beforeEach(async () => {
    database = await testDatabase();
    stage = await setStage(database.sql, { people: 3 });
    seq = 0;
    previous = null;
  });
  afterEach(() => database.drop('madeUp'));

  /** The next row, which must be written. */
  const write = async (given: Given): Promise<void> => {
    seq += 1;
    const [answer] = await append(database.sql, [newRow(stage, { ...given, seq, previous })]);
    if (answer?.kind !== 'appended') throw new Error(JSON.stringify(answer));
    previous = answer.hash;
  };
  const tell = (...facts: Fact[]): Promise<void> => write({ facts });
  const person = (order: number): PersonId => personAt(stage, order);
  const post = (number: number): PostId => stage.posts[number - 1] as PostId;
  const reason = seal('erreur de saisie');
  const corrected = (order: number, from: number, to: number | null): Fact => ({
    kind: 'corrected',
    person: person(order),
    from: post(from),
    to: to === null ? null : post(to),
    turn: 1,
    status: 'classic',
    reason,
  });
  const assignments = () =>
    database.sql(
      `select post_id as post, seq, made_by as "by", ended_at is null as current, offline from assignment order by id`,
    );
  const outcomes = async (): Promise<unknown> =>
    (
      await database.sql<{ outcome: string | null }>(
        'select outcome from call_list_entry order by call_order',
      )
    ).map(({ outcome }) => outcome);

  it('[J6] [H5] ends the assignment that a correction moves and begins the other in the same row', async () => {
    await write(choice(person(1), post(1)));
    await tell(corrected(1, 1, 2));
    expect(await assignments()).to.deep.equal([
      { post: post(1), seq: 1, by: 'intern', current: false, offline: false },
      { post: post(2), seq: 2, by: 'moderator', current: true, offline: false },
    ]);
    await write(choice(person(2), post(1))); // the freed seat
    expect(await assignments()).to.have.length(3);
  });

  it('[J7] refuses a correction to a seat that somebody holds, and ends nothing', async () => {
    await write(choice(person(1), post(1)));
    await write(choice(person(2), post(2)));
    const [answer] = await append(database.sql, [
      newRow(stage, { seq: 3, previous, facts: [corrected(1, 1, 2)] }),
    ]);
    expect(answer).to.deep.equal({ kind: 'databaseSaysNo', constraint: 'assignment_post_id_unique' });
    expect(await database.sql('select 1 from assignment where ended_at is not null')).to.deep.equal([]);
  });

  it('[J6] ends the assignment that is taken back, and mails the intern and the holder with it', async () => {
    await stageHolder(database.sql, person(1));
    await write(choice(person(1), post(1)));
    await tell(corrected(1, 1, null), {
      kind: 'absent',
      person: person(1),
      cause: 'byModerator',
      at: AT,
      evidence: null,
      reason,
    });
    expect(await assignments()).to.deep.equal([
      { post: post(1), seq: 1, by: 'intern', current: false, offline: false },
    ]);
    const id = `correction-${stage.session}-2`;
    expect(
      await database.sql(
        `select message_id, recipient, data from mail where kind = 'choiceCorrected' order by message_id`,
      ),
    ).to.deep.equal([
      {
        message_id: `${id}-intern@stage.example`,
        recipient: 'interne1@stage.example',
        data: { session: stage.session, seq: 2 },
      },
      {
        message_id: `${id}-mandatary@stage.example`,
        recipient: 'mandataire@stage.example',
        data: { session: stage.session, seq: 2 },
      },
    ]);
    expect(
      await database.sql(`select 1 from graphile_worker.jobs where key like 'correction-%'`),
    ).to.have.length(2);
  });

  it('writes an assignment without a turn, decided by telephone, as such', async () => {
    await tell({
      kind: 'assigned',
      person: person(1),
      post: post(1),
      turn: null,
      by: 'moderator',
      status: 'classic',
      reason,
      offline: true,
    });
    expect(await assignments()).to.deep.equal([
      { post: post(1), seq: 1, by: 'moderator', current: true, offline: true },
    ]);
  });

  it('says on the call list who was passed or left without a post, until that is so no more', async () => {
    await tell({ kind: 'passed', person: person(1), at: AT, reason });
    await tell(
      { kind: 'passed', person: person(2), at: AT, reason },
      { kind: 'withoutPost', person: person(3), reason },
    );
    expect(await outcomes()).to.deep.equal(['passed', 'passed', 'withoutPost']);
    await tell({ kind: 'withoutPost', person: person(1), reason });
    await tell({
      kind: 'assigned',
      person: person(2),
      post: post(1),
      turn: null,
      by: 'moderator',
      status: 'classic',
    });
    await tell({ kind: 'absent', person: person(3), cause: 'byModerator', at: AT, evidence: null, reason });
    expect(await outcomes()).to.deep.equal(['withoutPost', null, null]);
  });

  it('puts somebody forgotten on the call list at their rank, with the directory that names them', async () => {
    await database.sql('delete from call_list_entry where call_order > 1');
    await database.sql('update roster_entry set chooses = false where person = ?', [person(2)]);
    await write({ pub: 1, facts: [joined(2, 1.5, 'waiting', 4)] });
    await write({ pub: 2, facts: [joined(3, 0.5, 'absent', 5)] });
    expect(
      await database.sql(
        `select person, call_order, session_id as session, joined_late, chooses from call_list_entry
        join roster_entry on roster_entry.id = roster_entry_id order by call_order`,
      ),
    ).to.deep.equal([
      { person: person(3), call_order: 0.5, session: stage.session, joined_late: true, chooses: true },
      { person: person(1), call_order: 1, session: stage.session, joined_late: false, chooses: true },
      { person: person(2), call_order: 1.5, session: stage.session, joined_late: false, chooses: true },
    ]);
    expect(await database.sql('select pub, edition from amphitheatre')).to.deep.equal([
      { pub: 2, edition: 5 },
    ]);
  });

  const joined = (
    order: number,
    callOrder: number,
    state: 'waiting' | 'absent',
    edition: number | null,
  ): Fact => ({
    kind: 'joined',
    person: person(order),
    callOrder,
    state,
    at: AT,
    edition,
  });

  it('leaves the call list as it is for somebody of an earlier session who comes in', async () => {
    await write({ pub: 1, facts: [joined(1, 1, 'absent', null)] });
    expect(await database.sql('select 1 from call_list_entry')).to.have.length(3);
    expect(await database.sql('select edition from amphitheatre')).to.deep.equal([{ edition: 1 }]);
  });

  it('offers the posts that were added, but for those said blocked', async () => {
    await database.sql('update post set blocked = true');
    const line = post(1) as number as LineId;
    const posts = [post(1), post(2)].map(added => ({ post: added, line }));
    await write({
      pub: 1,
      facts: [
        { kind: 'postsAdded', posts, edition: 2, at: AT, reason },
        { kind: 'postBlocked', post: post(2), line, blocked: true, reason },
      ],
    });
    expect(await database.sql('select id from post where not blocked')).to.deep.equal([{ id: post(1) }]);
    expect(await database.sql('select edition from amphitheatre')).to.deep.equal([{ edition: 2 }]);
  });

  it('keeps messages to everyone and to one', async () => {
    await tell({ kind: 'message', to: null, at: AT, text: seal('La session reprend à 14 h.') });
    await tell({ kind: 'message', to: person(2), at: AT, text: seal('Appelez-nous.') });
    expect(
      await database.sql(
        `select seq, person, text from message left join roster_entry on roster_entry.id = roster_entry_id order by seq`,
      ),
    ).to.deep.equal([
      { seq: 1, person: null, text: 'La session reprend à 14 h.' },
      { seq: 2, person: person(2), text: 'Appelez-nous.' },
    ]);
  });

  it('changes no table for a rehearsal', async () => {
    await write({
      rehearsal: true,
      facts: [
        { kind: 'passed', person: person(1), at: AT, reason },
        { kind: 'message', to: null, at: AT, text: seal('essai') },
      ],
    });
    expect(await outcomes()).to.deep.equal([null, null, null]);
    expect(await database.sql('select 1 from message')).to.deep.equal([]);
  });
});
