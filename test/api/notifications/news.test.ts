/** A message of the agency and a change of the offer, from the room to a telephone and a mailbox, by a real worker. */
import { expect } from 'chai';
import { subscribe } from '../../../api/notifications/devices.ts';
import { eventually } from '../../support/eventually.ts';
import { liveApi } from '../support/live-api.ts';
import type { LiveApi } from '../support/live-api.ts';
import { pushServer } from '../support/push-server.ts';
import type { PushServer } from '../support/push-server.ts';
import { runningWorker } from '../support/worker.ts';
import type { RunningWorker } from '../support/worker.ts';

describe('news', () => {
  let house: LiveApi;
  let service: PushServer;
  let worker: RunningWorker | null;
  beforeEach(async () => {
    worker = null;
    [house, service] = await Promise.all([liveApi({ people: 5, posts: 5 }), pushServer()]);
    await house.sql(`update account set email = 'i' || id || '@exemple.fr' where realm = 'intern'`);
    for (const order of [1, 2, 3]) {
      const { endpoint, keys } = service.subscription(`/${order}`);
      await subscribe(house.theatre.database.sql, personAt(order).login, { endpoint, ...keys });
    }
  });
  afterEach(async () => {
    await worker?.close();
    await house.close();
    await service.close();
  });

  const personAt = (order: number) => {
    const found = house.theatre.stage.people[order - 1];
    if (found === undefined) throw new Error(`nobody at ${order}`);
    return found;
  };
  const say = (text: string, to: string | null) =>
    house.room.ask(house.theatre.stage.session, { type: 'message', to: to as never, text });
  const work = async (): Promise<void> => {
    worker = await runningWorker(house.theatre.database, { env: { PUSH_HOSTS: service.origin } });
    await eventually('an empty queue', async () => {
      const left = await house.sql(
        `select 1 from graphile_worker.jobs where task_identifier in ('news', 'mail', 'push')`,
      );
      return left.length === 0;
    });
  };
  const choose = (order: number, kind: string, channel: string, wanted: boolean) =>
    house.sql(
      'insert into notification_choice (account_id, kind, channel, wanted) values (?::int, ?, ?, ?::boolean)',
      [personAt(order).account, kind, channel, wanted],
    );
  const pushed = (title: string) =>
    service.received
      .filter(({ message }) => message['title'] === title)
      .map(({ path }) => path)
      .toSorted();
  const mailed = (subject: string) =>
    house.sql<{ recipient: string; text: string }>(
      'select recipient, body_text as text from dev_mail where subject = ? order by recipient',
      [subject],
    );

  it('to all wakes those who do not do without, and is mailed to whoever asked for it', async () => {
    await house.start();
    await choose(2, 'message', 'push', false);
    await choose(3, 'message', 'mail', true);
    await say('Reprise à 14 h', null);
    await work();
    expect(pushed('Message de l’ARS')).to.deep.equal(['/1', '/3']);
    const mails = await mailed('Message de l’ARS');
    expect(mails.map(({ recipient }) => recipient)).to.deep.equal([`i${personAt(3).account}@exemple.fr`]);
    expect(mails[0]?.text).to.contain('Reprise à 14 h').and.contain('/notifications/reglages');
    expect(JSON.stringify(service.received)).to.not.contain('Reprise'); // a locked screen is read by anybody
  });

  it('to one goes to that one alone, by mail too unless they do without', async () => {
    await house.start();
    await say('Appelez-nous', house.theatre.person(2));
    await choose(3, 'messageToMe', 'mail', false);
    await say('Rappelez', house.theatre.person(3));
    await work();
    expect(pushed('L’ARS vous a écrit')).to.deep.equal(['/2', '/3']);
    const mails = await mailed('Message de l’ARS, pour vous');
    expect(mails.map(({ recipient }) => recipient)).to.deep.equal([`i${personAt(2).account}@exemple.fr`]);
    expect(mails[0]?.text).to.contain('Appelez-nous');
  });

  it('of a post go to those who have it among their favourites and no post yet', async () => {
    for (const order of [2, 3])
      await house.sql(
        `insert into favourite (roster_entry_id, position, post_id)
        select id, 1, ?::int from roster_entry where person = ?`,
        [house.theatre.post(4), house.theatre.person(order)],
      );
    await choose(2, 'offerChanged', 'mail', true);
    await house.desk.send('PUT', `/api/desk/posts/${house.theatre.post(4)}/blocked`, {
      blocked: true,
      reason: 'Service fermé',
    });
    await house.start();
    await house.desk.send('PUT', `/api/desk/posts/${house.theatre.post(4)}/blocked`, {
      blocked: false,
      reason: 'Service rouvert',
    });
    await work();
    expect(pushed('L’offre a changé parmi vos favoris')).to.deep.equal(['/2', '/2', '/3', '/3']);
    for (const [subject, reason] of [
      ['Un de vos favoris est retiré de l’offre', 'Service fermé'],
      ['Un de vos favoris est remis dans l’offre', 'Service rouvert'],
    ] as const)
      expect((await mailed(subject))[0]?.text, subject).to.contain(`Motif\u00a0: ${reason}`);
  });
});
