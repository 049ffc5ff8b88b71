/** From a choice to the telephone of whoever comes next: a real session, a real worker, a push service that opens what it gets. */
import { expect } from 'chai';
import { systemClock } from '../../../api/kit/clock.ts';
import { endLogin } from '../../../api/sign-in/logins.ts';
import { subscribe } from '../../../api/notifications/devices.ts';
import { eventually } from '../../support/eventually.ts';
import { openTheatre } from '../../session-server/support/theatre.ts';
import type { Theatre } from '../../session-server/support/theatre.ts';
import { pushServer } from '../support/push-server.ts';
import type { PushServer } from '../support/push-server.ts';
import { runningWorker } from '../support/worker.ts';
import type { RunningWorker } from '../support/worker.ts';

describe('a push', () => {
  let theatre: Theatre;
  let service: PushServer;
  let worker: RunningWorker | null;
  beforeEach(async () => {
    worker = null;
    [theatre, service] = await Promise.all([openTheatre({ people: 8, posts: 8 }), pushServer()]);
  });
  afterEach(async () => {
    await worker?.close();
    await theatre.close();
    await service.close();
  });

  const device = (order: number): Promise<void> => {
    const { endpoint, keys } = service.subscription(`/${order}`);
    const { login } = theatre.stage.people[order - 1] ?? theatre.stage.moderator;
    return subscribe(theatre.database.sql, login, { endpoint, ...keys });
  };
  const work = async (): Promise<void> => {
    const clock = { ...systemClock, now: () => theatre.clock.now() };
    worker = await runningWorker(theatre.database, { env: { PUSH_HOSTS: service.origin }, clock });
  };
  const start = async () => {
    const moderator = await theatre.moderator();
    await moderator.ask(theatre.stage.session, { type: 'start' });
    return moderator;
  };
  const choose = async (order: number, turn: number): Promise<void> => {
    const intern = await theatre.intern(order);
    await intern.ask(theatre.stage.session, { type: 'choose', post: theatre.post(order), turn });
  };
  const kept = () =>
    theatre.database.sql<{ kind: string; person: string }>(
      `select notification.kind, roster_entry.person from notification
      join account on account.id = notification.account_id
      join roster_entry on roster_entry.intern_id = account.intern_id order by notification.id`,
    );
  const keptOf = async (order: number) =>
    (await kept()).filter(({ person }) => person === theatre.person(order)).map(({ kind }) => kind);
  const toldOf = (order: number) => service.received.filter(({ path }) => path === `/${order}`);

  it('tells of the fourth place and of the turn, encrypted, signed, and no longer than it is true', async () => {
    await Promise.all([device(1), device(6), device(8)]);
    await work();
    await start();
    await eventually('the first one’s turn', () => toldOf(1).length === 1);
    const [turn] = toldOf(1);
    expect(turn?.message).to.include({ title: 'C’est à vous de choisir', tag: 'tour', href: '/ma-session' });
    expect(turn?.message['body']).to.match(/^Connectez-vous avant \d\d:\d\d:\d\d \(heure de Paris\)\.$/u);
    expect(Number(turn?.headers['ttl'])).to.be.within(1, 20); // the window to connect in
    expect(turn?.headers).to.include({ urgency: 'high', topic: 'tour', 'content-encoding': 'aes128gcm' });
    expect(turn?.headers['authorization']).to.match(/^vapid t=.+, k=/u);
    expect(await keptOf(6)).to.deep.equal([]); // five ahead
    await choose(1, 1);
    await eventually('the sixth one’s four ahead', () => toldOf(6).length === 1);
    const [ahead] = toldOf(6);
    expect(ahead?.message['title']).to.equal('C’est bientôt votre tour\u00a0: encore 4');
    expect(Number(ahead?.headers['ttl'])).to.be.within(300, 360);
    expect(toldOf(8)).to.deep.equal([]);
    expect(JSON.stringify(service.received)).to.not.contain(theatre.person(6));
  });

  it('[H3] tells of four ahead once, however often somebody comes back in front', async () => {
    const moderator = await start();
    await choose(1, 1);
    await eventually('six is told', async () => (await keptOf(6)).length === 1);
    const excuse = { type: 'excuse', person: theatre.person(4), on: 'waiting', reason: 'motif' } as const;
    await moderator.ask(theatre.stage.session, excuse);
    await moderator.ask(theatre.stage.session, {
      type: 'lift',
      person: theatre.person(4),
      on: 'excused',
      reason: 'x',
    });
    await choose(2, 2);
    await eventually('seven is told', async () => (await keptOf(7)).length === 1);
    expect(await keptOf(6)).to.deep.equal(['fourAhead']);
  });

  it('tells the holder of an accepted mandate in the intern’s place', async () => {
    await theatre.database.sql(
      `with holder as (insert into account (realm, email) values ('mandatary', 'm@exemple.fr') returning id)
      insert into mandate (roster_entry_id, email, account_id, accepted_at)
      select roster_entry.id, 'm@exemple.fr', holder.id, now() from roster_entry, holder where person = ?`,
      [theatre.person(1)],
    );
    await start();
    const told = () =>
      theatre.database.sql<{ realm: string }>(
        `select realm from notification join account on account.id = account_id where kind = 'turn'`,
      );
    await eventually('the turn is told', async () => (await told()).length === 1);
    expect(await told()).to.deep.equal([{ realm: 'mandatary' }]);
  });

  it('is not for a kind that the person does not want, nor for a device signed out', async () => {
    await Promise.all([device(1), device(2), device(3)]);
    const { sql } = theatre.database;
    await sql(
      `insert into notification_choice (account_id, kind, channel, wanted) values (?::int, 'turn', 'push', false)`,
      [theatre.stage.people[0]?.account],
    );
    await endLogin(sql, theatre.stage.people[1]?.login ?? theatre.stage.moderator.login);
    await work();
    await start();
    await eventually('the third one’s', () => toldOf(3).length === 1);
    await eventually(
      'an empty queue',
      async () => (await sql('select 1 from graphile_worker.jobs')).length === 0,
    );
    expect(service.received.map(({ path }) => path)).to.deep.equal(['/3']);
    expect(await keptOf(1)).to.deep.equal(['turn']); // the bell has it all the same
  });

  it('forgets a device that its push service no longer knows', async () => {
    await device(1);
    service.status = 410;
    await work();
    await start();
    const devices = () => theatre.database.sql('select 1 from push_subscription');
    await eventually('no device left', async () => (await devices()).length === 0);
    expect(toldOf(1)).to.have.lengthOf(1);
  });

  it('that comes too late is not sent', async () => {
    await device(1);
    const { sql } = theatre.database;
    await start();
    await eventually('a job', async () => (await sql('select 1 from graphile_worker.jobs')).length > 0);
    theatre.clock.moveBy(25_000); // past the window
    await work();
    await eventually(
      'an empty queue',
      async () => (await sql('select 1 from graphile_worker.jobs')).length === 0,
    );
    expect(toldOf(1)).to.deep.equal([]);
  });

  it('of a rehearsal is none', async () => {
    const { sql } = theatre.database;
    const [made] = await sql<{ id: number }>(
      `insert into session (amphitheatre_id, number, state, rehearsal, rehearses_id)
      values (?::int, 1, 'open', true, ?::int) returning id`,
      [theatre.stage.amphitheatre, theatre.stage.session],
    );
    const rehearsal = (made?.id ?? 0) as typeof theatre.stage.session;
    const moderator = await theatre.moderator(rehearsal);
    const answer = await moderator.ask(rehearsal, { type: 'start' });
    expect(answer).to.include({ type: 'accepted' });
    await moderator.ask(rehearsal, {
      type: 'close',
      on: 'running',
      force: { unchosen: 8, reason: 'fin' },
    });
    await start();
    await eventually('the real one’s turn', async () => (await keptOf(1)).length > 0);
    expect(await sql('select 1 from notification where key like ?', [`%-${rehearsal}-%`])).to.deep.equal([]);
  });
});
