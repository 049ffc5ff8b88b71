/** The public state as it is read from the record before a session starts, and between two of them. */
import { expect } from 'chai';
import { internsAhead } from '../../../machines/session/passing-order.ts';
import type { PublicState } from '../../../machines/session/public-state.ts';
import { loadPublicState } from '../../../session-server/gateway/load-public-state.ts';
import { append } from '../../../session-server/journal/append.ts';
import { testDatabase } from '../../support/database.ts';
import type { TestDatabase } from '../../support/database.ts';
import { newRow } from '../journal/rows.ts';
import { personAt, planAbsence, setStage } from '../support/stage.ts';
import type { Stage } from '../support/stage.ts';

describe('gateway: the public state from the record', () => {
  let database: TestDatabase;
  let stage: Stage;
  beforeEach(async () => {
    database = await testDatabase();
    stage = await setStage(database.sql, { people: 6, sessions: 2 });
  });
  afterEach(() => database.drop('madeUp'));

  const person = (order: number) => personAt(stage, order);
  const excuse = (order: number) => planAbsence(database.sql, person(order));
  const lift = () => database.sql('update planned_absence set lifted_at = now()');
  const load = async (): Promise<PublicState> => {
    const loaded = await loadPublicState(database, { amphitheatre: stage.amphitheatre, rehearsal: null }, 10);
    if (!loaded) throw new Error('no such amphitheatre');
    return loaded.state;
  };
  const statesOf = ({ people }: PublicState, orders: readonly number[]) =>
    orders.map(order => people.get(person(order))?.state);

  it('[V3] [V6] shows a planned absence before the start as not choosing, and counts nobody for it', async () => {
    await excuse(2);
    const state = await load();
    expect(statesOf(state, [1, 2, 3])).to.deep.equal(['waiting', 'notChoosing', 'waiting']);
    expect([1, 2, 3, 4, 6].map(order => internsAhead(state, person(order)))).to.deep.equal([
      0,
      null,
      1,
      0,
      2,
    ]);
    await lift();
    expect(internsAhead(await load(), person(3))).to.equal(2);
  });

  it('[V12] tells what became of the offer between its publication and the first start, oldest first', async () => {
    const { amphitheatre, sessions } = stage;
    const act = (name: string, detail: object, ago: string) =>
      database.sql(
        `insert into amphitheatre_act (amphitheatre_id, act, detail, at) values (?::int, ?, ?::jsonb, now() - ?::interval)`,
        [amphitheatre, name, JSON.stringify(detail), ago],
      );
    await database.sql(`update amphitheatre set offer_published_at = now() - interval '1 hour'`);
    await act('setPost', { post: 1, blocked: true, reason: 'avant la publication' }, '2 hours');
    await act('setPost', { post: 2, blocked: true, reason: 'travaux' }, '30 minutes');
    await act('addPosts', { posts: [3, 4], reason: 'ouverture' }, '20 minutes');
    await act('setPost', { post: 2, blocked: false, reason: 'travaux finis' }, '10 minutes');
    await act('settings', {}, '5 minutes');
    const [first, second] = sessions.map(id => async () => (await load()).sessions.get(id)?.notices ?? []);
    expect(
      (await first?.())?.map(one => (one.kind === 'message' ? one : [one.kind, one.posts, one.reason])),
    ).to.deep.equal([
      ['postBlocked', [2], 'travaux'],
      ['postsAdded', [3, 4], 'ouverture'],
      ['postOffered', [2], 'travaux finis'],
    ]);
    expect(await second?.(), 'once is enough: the client shows all sessions’').to.deep.equal([]);
  });

  it('[V3] shows one handed over, set or lifted since, as the tables have it', async () => {
    const handed = { cause: null, returns: 0 } as const;
    await append(database.sql, [
      newRow(stage, {
        pub: 1,
        state: 'closed',
        facts: [
          {
            kind: 'closed',
            at: 1,
            how: 'finished',
            reason: null,
            carried: [
              { person: person(2), state: 'excused', owedReturn: true, ...handed },
              { person: person(3), state: 'waiting', owedReturn: false, ...handed },
            ],
          },
        ],
      }),
    ]);
    await excuse(2);
    await excuse(3);
    expect(statesOf(await load(), [2, 3])).to.deep.equal(['notChoosing', 'notChoosing']);
    await lift();
    expect(statesOf(await load(), [2, 3])).to.deep.equal(['absent', 'waiting']);
  });
});
