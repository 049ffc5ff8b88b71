/** What the API asks of sessions: the order in which it is taken up, and by whom. */
import { expect } from 'chai';
import type { SessionId } from '../../../machines/ids.ts';
import type { Answer, CommandRequest } from '../../../session-server/bus/messages.ts';
import { waitingInInbox } from '../../../session-server/host/inbox.ts';
import { inboxTaker } from '../../../session-server/host/inbox-taker.ts';
import { RETRY } from '../../../session-server/host/retry.ts';
import { testDatabase } from '../../support/database.ts';
import type { TestDatabase } from '../../support/database.ts';
import { setStage } from '../support/stage.ts';
import { silentLog } from '../support/theatre.ts';

describe('host: what waits in the inbox', () => {
  let database: TestDatabase;
  let first: SessionId;
  let second: SessionId;
  beforeEach(async () => {
    database = await testDatabase();
    const { sessions } = await setStage(database.sql, { people: 2, sessions: 2 });
    [first, second] = sessions as [SessionId, SessionId];
  });
  afterEach(() => database.drop());

  /** Rows whose command ids are 1, 2, 3… behind the session's number: `7.1`. */
  const ask = (session: SessionId, rows: number) =>
    database.sql(
      `insert into session_inbox (session_id, command_id, command, who)
      select ?::int, ?::text || '.' || place, '{"type":"lift"}', '{"realm":"moderator","account":1}'
      from generate_series(1, ?::int) place order by place`,
      [session, String(session), rows],
    );
  const accepted: Answer = { kind: 'accepted', seq: 1 };
  const taker = (
    take: (request: CommandRequest) => Promise<Answer>,
    { name = 'hôte', canDecide = true } = {},
  ) => inboxTaker({ database, log: silentLog, name }, { take, canDecide: () => Promise.resolve(canDecide) });
  const answers = async (): Promise<readonly unknown[]> =>
    (
      await database.sql<{ command_id: string; answer: unknown }>(
        'select command_id, answer from session_inbox order by id',
      )
    ).map(({ command_id, answer }) => [command_id, answer]);

  it('[O13] is taken a row of each session in turn: a hundred that cannot be answered keep no other waiting', async () => {
    await ask(first, 150);
    await ask(second, 2);
    const waiting = await waitingInInbox(database.sql, 'hôte');
    expect(waiting.slice(0, 4).map(({ session }) => session)).to.deep.equal([first, second, first, second]);
    expect(waiting).to.have.length(100);
    const ids = waiting.flatMap(({ id, session }) => (session === first ? id : []));
    expect(ids, 'each session’s in its order').to.deep.equal(ids.toSorted((a, b) => a - b));
  });

  it('[O18] keeps its order: behind one that cannot be answered now the later ones of its session wait', async () => {
    await ask(first, 2);
    await ask(second, 1);
    let isStuck = true;
    const taken: unknown[] = [];
    const look = taker(({ id }) => {
      taken.push(id);
      return Promise.resolve(isStuck && id === `${first}.1` ? RETRY : accepted);
    });
    await look();
    expect(taken).to.deep.equal([`${first}.1`, `${second}.1`]);
    isStuck = false;
    await look();
    expect(taken.slice(2)).to.deep.equal([`${first}.1`, `${first}.2`]);
  });

  it('[O18] is left to the owner where the session is live: nobody else takes a row, or keeps it from them', async () => {
    await database.sql(`update session set state = 'running', owner = 'un autre' where id = ?`, [first]);
    await ask(first, 1);
    await ask(second, 1);
    const ofAny = (name: string) =>
      waitingInInbox(database.sql, name).then(rows => rows.map(({ command_id: id }) => id));
    expect(await ofAny('hôte')).to.deep.equal([`${second}.1`]);
    expect(await ofAny('un autre')).to.deep.equal([`${first}.1`, `${second}.1`]);
  });

  it('[O18] is judged once: while one host decides a row no other takes it, nor any behind it', async () => {
    await ask(first, 2);
    const taken: unknown[] = [];
    const other = taker(
      ({ id }) => {
        taken.push(['l’autre', id]);
        return Promise.resolve(accepted);
      },
      { name: 'l’autre' },
    );
    const look = taker(async ({ id }) => {
      taken.push(['l’un', id]);
      await other(); // finds the row held by the one that is deciding it
      return { kind: 'refused', refusal: { code: 'STALE', now: 'closed' } };
    });
    await look();
    expect(taken).to.deep.equal([
      ['l’un', `${first}.1`],
      ['l’un', `${first}.2`],
    ]);
  });

  it('[O18] is not judged again by a host that read of it before another answered it', async () => {
    await ask(first, 1);
    await ask(second, 1);
    const taken: unknown[] = [];
    const other = taker(() => Promise.resolve(accepted), { name: 'l’autre' });
    const look = taker(async ({ id }) => {
      taken.push(id);
      await other(); // answers the second session’s
      return accepted;
    });
    await look();
    expect(taken).to.deep.equal([`${first}.1`]);
  });

  it('[O18] gives up a row that a session which decides could not decide five times in a row, and goes on behind it', async () => {
    await ask(first, 2);
    const look = taker(({ id }) =>
      Promise.resolve(id === `${first}.1` ? { kind: 'fault', incident: 'x' } : accepted),
    );
    for (let tries = 0; tries < 4; tries++) await look();
    expect(await answers()).to.deep.equal([
      [`${first}.1`, null],
      [`${first}.2`, null],
    ]);
    await look();
    expect(await answers()).to.deep.equal([
      [`${first}.1`, { refused: { code: 'RETRY' } }],
      [`${first}.2`, { accepted: 1 }],
    ]);
  });

  it('[O18] gives nothing up while the session decides nothing at all, however long', async () => {
    await ask(first, 1);
    const look = taker(() => Promise.resolve(RETRY), { canDecide: false });
    for (let tries = 0; tries < 12; tries++) await look();
    expect(await answers()).to.deep.equal([[`${first}.1`, null]]);
  });
});
