/** The bell, preferences and devices over HTTP, on a live amphitheatre: what is in it, for whom, and what may not be done. */
import { expect } from 'chai';
import { makeAccounts } from '../../../api/accounts.ts';
import { hashPassword } from '../../../api/sign-in/passwords.ts';
import { eventually } from '../../support/eventually.ts';
import { liveApi } from '../support/live-api.ts';
import type { LiveApi } from '../support/live-api.ts';
import { PASSWORD, visitor } from '../support/running-api.ts';
import type { Visitor } from '../support/running-api.ts';
import { runningWorker } from '../support/worker.ts';

interface Entry {
  readonly key: string;
  readonly at: number;
  readonly kind: string;
  readonly text: string | null;
  readonly favourite: boolean;
  readonly service: string | null;
  readonly read: boolean;
}

describe('the bell', () => {
  let house: LiveApi;
  beforeEach(async () => {
    house = await liveApi({ people: 7, posts: 7 });
    await house.sql(
      `update account set email = 'i' || id || '@exemple.fr', password_hash = ? where realm = 'intern'`,
      [await hashPassword(PASSWORD)],
    );
  });
  afterEach(() => house.close());

  const signIn = async (realm: string, email: string): Promise<Visitor> => {
    const browser = visitor(house.url);
    const answer = await browser.send('POST', '/api/login', { realm, email, password: PASSWORD });
    expect(answer.status).to.equal(200);
    return browser;
  };
  const intern = (order: number): Promise<Visitor> =>
    signIn('intern', `i${house.theatre.stage.people[order - 1]?.account}@exemple.fr`);
  const bell = async (who: Visitor, query = '') => {
    const { body } = await who.get(`/api/me/notifications${query}`);
    return body as unknown as {
      entries: readonly Entry[];
      before: string | null;
      unread: number;
      readAt: number | null;
    };
  };
  const kinds = async (who: Visitor) => (await bell(who)).entries.map(({ kind }) => kind);
  const say = (text: string, to: string | null = null) =>
    house.room.ask(house.theatre.stage.session, { type: 'message', to: to as never, text });

  it('[H7] holds messages, offer and turn, newest first, those about a favourite marked; of others nothing', async () => {
    const { stage } = house.theatre;
    const mine = await intern(7);
    await house.sql(
      `insert into favourite (roster_entry_id, position, post_id)
      select id, 1, ?::int from roster_entry where person = ?`,
      [house.theatre.post(3), house.theatre.person(7)],
    );
    await house.start();
    await say('Bonjour à tous');
    house.theatre.clock.moveBy(1_000);
    await say('Pour le septième', house.theatre.person(7));
    await say('Pour le deuxième', house.theatre.person(2));
    house.theatre.clock.moveBy(1_000);
    const blocked = { blocked: true, reason: 'Service fermé' };
    await house.desk.send('PUT', `/api/desk/posts/${house.theatre.post(3)}/blocked`, blocked);
    const { entries } = await bell(mine);
    expect(entries.map(({ kind, text }) => [kind, text])).to.deep.equal([
      ['postBlocked', 'Service fermé'],
      ['messageToMe', 'Pour le septième'],
      ['message', 'Bonjour à tous'],
    ]);
    expect(entries[0]).to.include({ favourite: true });
    const first = await intern(1);
    await eventually('the turn of the first', async () => (await kinds(first)).includes('turn'));
    expect((await bell(first)).entries.filter(({ kind }) => kind === 'messageToMe')).to.deep.equal([]);
    expect(stage.people).to.have.lengthOf(7);
  });

  it('is read on one device, and so on every other; the mark never goes back', async () => {
    const [here, there] = [await intern(7), await intern(7)];
    await house.start();
    await say('Un');
    await say('Deux');
    expect((await bell(here)).unread).to.equal(2);
    const { entries } = await bell(here);
    await house.sql(`update message set at = now() - interval '1 minute'`);
    expect(entries).to.have.lengthOf(2);
    await here.send('POST', '/api/me/notifications/read', { until: Date.now() });
    expect((await bell(there)).unread).to.equal(0);
    await there.send('POST', '/api/me/notifications/read', { until: 0 });
    expect((await bell(here)).unread).to.equal(0);
  });

  it('is read entry by entry, on every device; nobody marks what is not in their bell', async () => {
    const [here, there, other] = [await intern(7), await intern(7), await intern(6)];
    await house.start();
    await say('Un');
    house.theatre.clock.moveBy(1_000);
    await say('Deux', house.theatre.person(7));
    await house.sql(`update message set at = now() - interval '1 minute' + id * interval '1 second'`); // the mark never passes the database's now
    const [toMe, toAll] = (await bell(here)).entries;
    const path = ({ at, key }: Entry) => `/api/me/notifications/${at}.${key}/read`;
    if (toMe === undefined || toAll === undefined) throw new Error('two entries');
    expect((await here.send('PUT', path(toMe))).status).to.equal(204);
    expect((await bell(there)).unread).to.equal(1);
    expect((await bell(there)).entries.map(({ read }) => read)).to.deep.equal([true, false]);
    expect((await other.send('PUT', path(toMe))).status).to.equal(404);
    expect((await other.send('PUT', path({ ...toMe, at: toMe.at + 1 }))).status).to.equal(404);
    expect((await other.send('PUT', '/api/me/notifications/x/read')).status).to.equal(400);
    expect((await bell(other)).unread).to.equal(1);
    await there.send('POST', '/api/me/notifications/read', { until: toMe.at });
    expect((await bell(here)).unread).to.equal(0);
  });

  it('comes in pages that lose nothing of the same millisecond', async () => {
    const mine = await intern(7);
    await house.sql(
      `insert into notification (account_id, kind, key, at)
      select ?::int, 'sessionTime', 'mail-' || n, '2027-01-01' from generate_series(1, 23) n`,
      [house.theatre.stage.people[6]?.account],
    );
    const seen: string[] = [];
    let from: string | null = '';
    for (let page = 0; from !== null && page < 9; page += 1) {
      const read = await bell(mine, `?size=10${from === '' ? '' : `&before=${from}`}`);
      seen.push(...read.entries.map(({ key }) => key));
      from = read.before;
    }
    expect(seen).to.have.lengthOf(23);
    expect(new Set(seen).size).to.equal(23);
    expect((await mine.get('/api/me/notifications?before=x')).status).to.equal(400);
  });

  it('is nobody’s who has not signed in, and no moderator’s', async () => {
    for (const path of ['/api/me/notifications', '/api/me/notifications/settings']) {
      expect((await visitor(house.url).get(path)).status).to.equal(401);
      expect((await house.desk.get(path)).status).to.equal(401);
      expect((await house.desk.get(`${path}?realm=moderator`)).status).to.equal(400);
    }
  });

  it('is the holder’s too: what is written to the one whom they choose for, and their own turn', async () => {
    const person = house.theatre.person(1);
    const hash = await hashPassword(PASSWORD);
    await makeAccounts(
      house.theatre.database.sql,
      [{ realm: 'mandatary', email: 'm@exemple.fr', name: 'M' }],
      hash,
      false,
    );
    await house.sql(
      `insert into mandate (roster_entry_id, email, account_id, accepted_at)
      select roster_entry.id, account.email, account.id, now() from roster_entry, account
      where person = ? and account.realm = 'mandatary'`,
      [person],
    );
    await house.start();
    await say('Avant la procuration', person);
    await house.sql(`update message set at = now() - interval '1 minute'`);
    await say('Pour vous deux', person);
    const holder = await signIn('mandatary', 'm@exemple.fr');
    const mine = async () =>
      (await bell(holder, '?realm=mandatary')).entries.map(({ kind }) => kind).toSorted();
    await eventually('the turn', async () => (await mine()).length === 2);
    expect(await mine()).to.deep.equal(['messageToMe', 'turn']);
    expect(await kinds(await intern(1))).to.deep.equal(['messageToMe', 'messageToMe']); // the turn is the chooser's
  });

  it('keeps what a mail says, and an unwanted mail stays in its row', async () => {
    const mine = await intern(1);
    const way = '/api/me/notifications/settings';
    expect((await mine.send('PUT', `${way}/sessionTime/mail`, { wanted: false })).status).to.equal(204);
    expect((await mine.send('PUT', `${way}/choiceMade/mail`, { wanted: false })).body).to.include({
      code: 'ALWAYS_SENT',
    });
    expect((await mine.send('PUT', `${way}/secret/mail`, { wanted: false })).status).to.equal(400);
    const account = house.theatre.stage.people[0]?.account;
    await house.sql(
      `with queued as (insert into mail (message_id, kind, recipient, data)
        select kind || '-1@test', kind, 'i' || ?::text || '@exemple.fr', jsonb_build_object('person', ?::text)
        from unnest(array['sessionTime', 'amphitheatreOpened']) kind returning id)
      select (graphile_worker.add_job('mail', json_build_object('mail', id))).id from queued`,
      [String(account), house.theatre.person(1)],
    );
    const worker = await runningWorker(house.theatre.database);
    await eventually('both', async () => (await kinds(mine)).length === 2);
    const rows = () =>
      house.sql('select kind, unwanted, sent_at is not null as sent from mail order by kind');
    await eventually('one sent', async () => (await house.sql('select 1 from dev_mail')).length === 1);
    await worker.close();
    expect(await rows()).to.deep.equal([
      { kind: 'amphitheatreOpened', unwanted: false, sent: true },
      { kind: 'sessionTime', unwanted: true, sent: false },
    ]);
  });
});
