/** What moderators change in a rehearsal over HTTP: decided there for real, and nothing of it anywhere else. */
import { expect } from 'chai';
import { rehearse } from '../../api/acts/rehearse.ts';
import type { PostId, SessionId } from '../../machines/ids.ts';
import type { Watcher } from '../session-server/support/watcher.ts';
import { liveApi } from './support/live-api.ts';
import type { LiveApi } from './support/live-api.ts';
import type { Answer } from './support/running-api.ts';

describe('acts in a rehearsal', () => {
  let house: LiveApi;
  let rehearsal: SessionId;
  let room: Watcher;
  beforeEach(async () => {
    house = await liveApi({ people: 3, posts: 5 });
    const { amphitheatre, moderator } = house.theatre.stage;
    const who = { account: moderator.account, at: 0 };
    const prepared = await rehearse(house.theatre.database, amphitheatre, 1, who);
    if (prepared.kind !== 'prepared') throw new Error(JSON.stringify(prepared));
    rehearsal = prepared.rehearsal.id;
    room = await house.theatre.moderator(rehearsal);
  });
  afterEach(() => house.close());

  const person = (order: number) => house.theatre.person(order);
  const send = (order: number, method: string, what: string, body: object): Promise<Answer> =>
    house.desk.send(method, `/api/desk/people/${person(order)}/${what}`, {
      reason: 'Essai',
      rehearsal,
      ...body,
    });
  const setStatus = (order: number, status: string) => send(order, 'PUT', 'status', { status });
  const correct = (order: number, from: PostId, to: PostId | null) =>
    send(order, 'POST', 'correction', { from, to });

  /** The first one takes the first post. */
  const played = async (): Promise<void> => {
    const first = await house.theatre.intern(1, rehearsal);
    await room.ask(rehearsal, { type: 'start' });
    await first.ask(rehearsal, { type: 'choose', post: house.theatre.post(1), turn: 1 });
    await room.fact('called', fact => fact.person === person(2));
  };
  /** In the rehearsal's own room. */
  const told = (kind: string): Promise<unknown> =>
    room.until(kind, frame => frame.type === 'row' && frame.facts.some(fact => fact.kind === kind));
  const tables = async (): Promise<unknown> => ({
    statuses: await house.sql('select person, status from roster_entry order by person'),
    assignments: await house.sql('select 1 from assignment'),
    outcomes: await house.sql('select distinct outcome from call_list_entry'),
    mails: await house.sql('select 1 from mail'),
    jobs: await house.sql('select 1 from graphile_worker.jobs'),
    acts: await house.sql(`select act from amphitheatre_act where act <> 'rehearse'`),
    pub: await house.sql('select pub from amphitheatre'),
    real: await house.sql('select 1 from journal where not rehearsal'),
  });

  it('[B20] change a status there alone: which posts are possible changes at once, the real one stays', async () => {
    await played();
    const before = await tables();
    expect((await setStatus(2, 'supernumeraryNonValidating')).body).to.deep.equal({ answer: 'done' });
    await told('status');
    const second = await house.theatre.intern(2, rehearsal);
    const taken = { type: 'choose', post: house.theatre.post(1), turn: 2 } as const;
    expect((await second.ask(rehearsal, taken)).type, 'a post that is filled').to.equal('accepted');
    expect(await tables()).to.deep.equal(before);
  });

  it('[B20] move and take back a choice there alone, also once it is closed, and mail nobody', async () => {
    await played();
    const before = await tables();
    const [one, two] = [house.theatre.post(1), house.theatre.post(2)];
    expect((await correct(1, one, two)).body).to.deep.equal({ answer: 'done' });
    await told('corrected');
    const force = { unchosen: 2, reason: 'fin' };
    await room.ask(rehearsal, { type: 'close', on: 'running', force });
    expect((await correct(1, one, two)).body).to.include({ code: 'STALE' });
    expect((await correct(1, two, null)).body).to.deep.equal({ answer: 'done' });
    expect(await tables()).to.deep.equal(before);
  });

  it('[B20] assign once it is closed, or settle «sans poste», and leave no assignment', async () => {
    await played();
    const before = await tables();
    const assign = { post: house.theatre.post(3), on: 'waiting', offline: false };
    expect((await send(2, 'POST', 'assignment', assign)).body).to.include({ code: 'WRONG_STATE' });
    await room.ask(rehearsal, { type: 'close', on: 'running', force: { unchosen: 2, reason: 'fin' } });
    expect((await send(2, 'POST', 'assignment', assign)).body).to.deep.equal({ answer: 'done' });
    expect((await send(3, 'POST', 'without-post', { on: 'waiting' })).status).to.equal(200);
    await told('withoutPost');
    expect(await tables()).to.deep.equal(before);
  });

  it('[B20] are refused before it has begun, and in what is no rehearsal', async () => {
    const before = await tables();
    expect((await setStatus(2, 'supernumeraryValidating')).body).to.deep.include({
      refusal: { code: 'WRONG_STATE', state: 'open', command: 'setStatus' },
    });
    const real = { status: 'supernumeraryValidating', rehearsal: house.theatre.stage.session };
    expect((await send(2, 'PUT', 'status', real)).body).to.include({ code: 'UNKNOWN_SESSION' });
    expect(await tables()).to.deep.equal(before);
  });
});
