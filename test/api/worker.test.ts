/** The worker on a real queue: one mail per job, retried, at least once with the same Message-ID, in its own process. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { expect } from 'chai';
import { systemClock } from '../../api/kit/clock.ts';
import { openLog } from '../../api/kit/log.ts';
import { everyMinute } from '../../api/worker/minute.ts';
import { testDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';
import { mailServer } from './support/mail-server.ts';
import { testConfig } from './support/running-api.ts';
import { assign, seed } from './support/seed.ts';
import { runningWorker } from './support/worker.ts';

describe('the worker', () => {
  let database: TestDatabase;
  let open: { close(): Promise<void> }[];
  beforeEach(async () => {
    database = await testDatabase();
    open = [];
  });
  afterEach(async () => {
    for (const each of open.toReversed()) await each.close();
    await database.drop();
  });

  const closing = <T extends { close(): Promise<void> }>(opened: T): T => {
    open.push(opened);
    return opened;
  };
  const worker = async (env: Readonly<Record<string, string>> = {}) =>
    closing(await runningWorker(database, { env }));
  const queue = (messageId: string, kind: string, recipient: string, data: object) =>
    database.sql(
      `with queued as (insert into mail (message_id, kind, recipient, data) values (?, ?, ?, ?::jsonb) returning id, message_id)
      select (graphile_worker.add_job('mail', json_build_object('mail', id), job_key => message_id, max_attempts => 8)).id from queued`,
      [messageId, kind, recipient, JSON.stringify(data)],
    );
  const devMails = () =>
    database.sql<{
      message_id: string;
      recipient: string;
      subject: string;
      body_text: string;
      body_html: string;
    }>('select * from dev_mail order by message_id');
  const queueEmpty = () =>
    eventually(
      'an empty queue',
      async () => (await database.sql('select 1 from graphile_worker._private_jobs')).length === 0,
    );
  /** A recorded choice with its two mails, as the session's owner queues them. */
  const choice = async (): Promise<void> => {
    const seeded = await seed(database.sql);
    await assign(database.sql, seeded, 0, 0, 7);
    await database.sql(`with holder as (insert into account (realm, email, name) values ('mandatary', 'h@exemple.fr', 'Sacha') returning id)
      insert into mandate (roster_entry_id, email, account_id, accepted_at) select roster_entry.id, 'h@exemple.fr', holder.id, now() from roster_entry, holder where person = 'person0001'`);
    const data = { session: seeded.session, seq: 7 };
    await queue(`choice-${seeded.session}-7-intern@test.example`, 'choiceMade', 'i@exemple.fr', data);
    await queue(`choice-${seeded.session}-7-mandatary@test.example`, 'choiceMade', 'h@exemple.fr', data);
  };

  it('delivers one mail per recipient of a choice to the development mailbox, and marks it sent', async () => {
    await choice();
    await worker();
    await queueEmpty();
    const [toIntern, toHolder, ...more] = await devMails();
    expect(more).to.deep.equal([]);
    expect(toIntern).to.include({
      recipient: 'i@exemple.fr',
      subject: 'Choix enregistré\u00a0: Chirurgie digestive, Hôpital Saint-Antoine',
    });
    expect(toHolder?.body_text).to.match(/Le choix fait au nom de Étienne Œuvrard est enregistré\./);
    for (const body of [toIntern?.body_text, toIntern?.body_html])
      expect(body)
        .to.match(/Votre choix est enregistré\./)
        .and.match(/n° 101-1/)
        .and.match(/01 99 00 00 00/)
        .and.match(/choix@ars\.example/)
        .and.match(/heure de Paris/);
    expect(await database.sql('select 1 from mail where sent_at is null')).to.deep.equal([]);
  });

  it('hands both bodies to the mail server under the job’s own Message-ID', async () => {
    const server = closing(await mailServer());
    await choice();
    await worker({ SMTP_URL: server.url });
    await queueEmpty();
    expect(server.received.map(({ messageId }) => messageId?.replace(/\d+-7/, 'n-7'))).to.have.members([
      '<choice-n-7-intern@test.example>',
      '<choice-n-7-mandatary@test.example>',
    ]);
    expect(server.received[0])
      .to.have.property('html')
      .that.match(/lang="fr"/);
    expect(server.received[0]?.text).to.match(/Saint-Antoine/);
  });

  it('tries again when the mail server is back', async () => {
    const gone = await mailServer();
    await gone.close();
    await choice();
    await worker({ SMTP_URL: gone.url });
    const failed = await eventually('a failed attempt of both', async () => {
      const jobs = await database.sql<{ attempts: number; last_error: string }>(
        'select attempts, last_error from graphile_worker.jobs where last_error is not null',
      );
      return jobs.length === 2 ? jobs : null;
    });
    expect(failed[0]?.last_error).to.match(/ECONNREFUSED/);
    const server = closing(await mailServer(Number(new URL(gone.url).port)));
    await database.sql('update graphile_worker._private_jobs set run_at = now()');
    await queueEmpty();
    expect(server.received).to.have.length(2);
  });

  it('begins anew an hour after the last try', async () => {
    await choice();
    const exhausted = `update graphile_worker._private_jobs set attempts = max_attempts, updated_at = now() -`;
    const config = testConfig();
    await database.sql(`${exhausted} interval '59 minutes'`);
    await everyMinute({ database, config, clock: systemClock, log: openLog(config, 'worker') });
    expect(
      await database.sql('select 1 from graphile_worker.jobs where attempts = max_attempts'),
    ).to.have.length(2);
    await database.sql(`${exhausted} interval '61 minutes'`);
    await worker();
    await queueEmpty();
    expect(await devMails()).to.have.length(2);
  });

  it('sends a mail once however often its job comes', async () => {
    await choice();
    await worker();
    await queueEmpty();
    await database.sql(
      `select (graphile_worker.add_job('mail', json_build_object('mail', id))).id from mail`,
    );
    await queueEmpty();
    expect(await devMails()).to.have.length(2);
  });

  it('writes the letters of an opening and of an hour', async () => {
    await seed(database.sql);
    await queue('opened-1-person0001@test.example', 'amphitheatreOpened', 'i@exemple.fr', {
      person: 'person0001',
    });
    await queue('time-1-person0001@test.example', 'sessionTime', 'i@exemple.fr', { person: 'person0001' });
    await worker();
    await queueEmpty();
    const [opened, time] = await devMails();
    expect(opened).to.include({ subject: 'Votre amphithéâtre est ouvert' });
    expect(time?.body_text).to.match(/lundi 22 mars 2027 à 9\u00a0h \(heure de Paris\)/);
    for (const letter of [opened, time]) expect(letter?.body_text).to.include('/tester-mon-poste');
  });

  it('[ASVS 1.3.11] lets no name begin another header, and no address another recipient', async () => {
    const server = closing(await mailServer());
    await choice();
    await database.sql(
      `update service set name = E'Chirurgie\r\nBcc: evil@exemple.fr' where name = 'Chirurgie digestive'`,
    );
    await queue('evil@test.example', 'sessionTime', 'a@exemple.fr\r\nBcc: evil@exemple.fr', {
      person: 'person0001',
    });
    await worker({ SMTP_URL: server.url });
    const refused = () =>
      database.sql<{ last_error: string }>(
        `select last_error from graphile_worker.jobs where key = 'evil@test.example' and last_error is not null`,
      );
    const [job] = await eventually('a refused address', async () =>
      (await refused()).length > 0 && server.received.length === 2 ? refused() : null,
    );
    expect(job?.last_error).to.match(/no usable address/);
    for (const mail of server.received) expect(mail).to.not.have.property('bcc');
    expect(server.received[0]?.subject).to.match(/Chirurgie Bcc: evil/);
  });

  describe('in its own process', () => {
    const child = async (env: Readonly<Record<string, string>> = {}): Promise<ChildProcess> => {
      const started = spawn(process.execPath, ['--import', 'tsx', 'api/worker/start.ts'], {
        env: { ...process.env, DATABASE_URL: database.url, LOG_LEVEL: 'silent', ...env },
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      });
      open.push({
        async close() {
          if (started.exitCode !== null || started.signalCode !== null) return;
          started.kill('SIGKILL');
          await once(started, 'exit');
        },
      });
      const ended = once(started, 'exit').then(([code]) =>
        Promise.reject(new Error(`it ended with ${code}`)),
      );
      await Promise.race([once(started, 'message'), ended]);
      return started;
    };

    it('ends when its parent goes away', async () => {
      const started = await child();
      const exit = once(started, 'exit');
      started.disconnect();
      expect(await exit).to.deep.equal([0, null]);
    });

    it('ends in good order when asked to', async () => {
      const started = await child();
      const exit = once(started, 'exit');
      started.kill('SIGTERM');
      expect(await exit).to.deep.equal([0, null]);
    });

    it('killed between the mail server’s yes and its own mark, sends the same Message-ID again', async () => {
      let kill = (): void => undefined;
      const server = closing(await mailServer(0, () => kill()));
      const started = await child({ SMTP_URL: server.url });
      const dead = once(started, 'exit');
      kill = () => void started.kill('SIGKILL');
      await seed(database.sql);
      await queue('time-1-person0001@test.example', 'sessionTime', 'i@exemple.fr', { person: 'person0001' });
      expect(await dead).to.deep.equal([null, 'SIGKILL']);
      kill = () => undefined;
      expect(
        await database.sql('select 1 from graphile_worker.jobs where locked_at is not null'),
      ).to.have.length(1);
      await database.sql(`update graphile_worker._private_jobs set locked_at = now() - interval '6 minutes'`);
      await worker({ SMTP_URL: server.url });
      await queueEmpty();
      expect(server.received.map(({ messageId }) => messageId)).to.deep.equal(
        Array(2).fill('<time-1-person0001@test.example>'),
      );
    });
  });
});
