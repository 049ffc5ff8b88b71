/** What was asked for and answered, in the bell and by push: requests for another kind of choice, and mandates. */
import { expect } from 'chai';
import { openSemester } from '../../../api/semester/open-semester.ts';
import { subscribe } from '../../../api/notifications/devices.ts';
import { eventually } from '../../support/eventually.ts';
import { HOLDER, mandateStage } from '../support/mandate-stage.ts';
import type { MandateStage } from '../support/mandate-stage.ts';
import { pushServer } from '../support/push-server.ts';
import type { PushServer } from '../support/push-server.ts';
import type { Visitor } from '../support/running-api.ts';
import { runningWorker } from '../support/worker.ts';
import type { RunningWorker } from '../support/worker.ts';

const REASON = 'Il manque le justificatif';

describe('what was asked for', () => {
  let stage: MandateStage;
  let service: PushServer;
  let worker: RunningWorker;
  beforeEach(async () => {
    [stage, service] = await Promise.all([mandateStage(), pushServer()]);
    worker = await runningWorker(stage.house.theatre.database, { env: { PUSH_HOSTS: service.origin } });
  });
  afterEach(async () => {
    await worker.close();
    await stage.house.close();
    await service.close();
  });

  const bell = async (who: Visitor, realm = 'intern') =>
    (await who.get(`/api/me/notifications?realm=${realm}`)).body['entries'] as readonly {
      readonly kind: string;
      readonly text: string | null;
      readonly request: object | null;
      readonly mandate: object | null;
      readonly erased: boolean;
    }[];
  /** The bell, once what is newest in it is of that kind. */
  const told = async (kind: string, who = stage.intern, realm = 'intern') => {
    let entries = await bell(who, realm);
    await eventually(`${kind} in the bell`, async () => {
      entries = await bell(who, realm);
      return entries[0]?.kind === kind;
    });
    return entries;
  };
  const ask = () =>
    stage.intern.send('POST', '/api/me/status-request', { status: 'supernumeraryValidating' });
  const decide = async (what: 'approval' | 'refusal'): Promise<void> => {
    const [request] = await stage.house.sql<{ id: number }>('select max(id) as id from status_request');
    const body = what === 'refusal' ? { reason: REASON } : { reason: 'Vérifié', on: 'classic' };
    await stage.house.desk.send('POST', `/api/desk/status-requests/${request?.id}/${what}`, body);
  };
  const wakened = async (): Promise<void> => {
    const { endpoint, keys } = service.subscription('/1');
    const [login] = await stage.house.sql<{ id: number }>(
      `select max(login.id) as id from login join account on account.id = account_id where email = 'interne1@stage.example'`,
    );
    await subscribe(stage.house.theatre.database.sql, (login?.id ?? 0) as never, { endpoint, ...keys });
  };

  it('[Q5] stands in one’s own bell, and its refusal with the reason; in nobody else’s', async () => {
    const other = await stage.house.signedIn(2);
    await ask();
    await told('statusAsked');
    await decide('refusal');
    const status = 'supernumeraryValidating';
    const [decided, asked] = await told('statusDecided');
    expect(decided).to.deep.include({ text: REASON, request: { status, decision: 'refused' } });
    expect(asked).to.deep.include({ kind: 'statusAsked', text: null });
    expect(await bell(other)).to.deep.equal([]);
  });

  it('[Q5] approved, is told without the agency’s own reason', async () => {
    await ask();
    await decide('approval');
    const [decided] = await told('statusDecided');
    expect(decided).to.deep.include({
      text: null,
      request: { status: 'supernumeraryValidating', decision: 'approved' },
    });
  });

  it('[Q5] wakes the telephone of who asked, with no word of what for', async () => {
    await wakened();
    await ask();
    await decide('refusal');
    await eventually('a push', () => service.received.length > 0);
    const [push, ...more] = service.received;
    expect(more).to.deep.equal([]);
    expect(push?.message).to.include({ title: 'L’ARS a répondu à votre demande' });
    expect(JSON.stringify(push?.message)).to.not.match(/surnombre|justificatif|statut/i);
  });

  it('[Q5] is mailed as received only to who wants that', async () => {
    const mails = () => stage.house.sql<{ kind: string }>('select kind from mail where sent_at is not null');
    await ask();
    await told('statusAsked');
    await stage.intern.send('DELETE', '/api/me/status-request');
    await stage.intern.send('PUT', '/api/me/notifications/settings/statusAsked/mail', { wanted: true });
    await ask();
    await eventually('the mail', async () => (await mails()).length === 1);
    const [, before] = await bell(stage.intern);
    expect(before, 'taken back').to.deep.include({ kind: 'statusAsked', request: null });
  });

  it('[N7] asked, accepted and cancelled, stands in the intern’s bell; from its acceptance in the holder’s', async () => {
    await stage.ask();
    const [asked] = await told('mandateAsked');
    expect(asked?.mandate).to.deep.equal({ who: HOLDER, toHolder: false, accepted: false, endedBy: null });
    await stage.accept();
    await told('mandateAccepted');
    const holder = await stage.signIn();
    const [accepted, ...nothing] = await told('mandateAccepted', holder, 'mandatary');
    expect(accepted?.mandate).to.include({ toHolder: true, accepted: true });
    expect(accepted?.mandate).to.have.property('who').that.does.not.equal(HOLDER);
    expect(nothing).to.deep.equal([]);
    await stage.cancel();
    const [ended] = await told('mandateEnded');
    expect(ended?.mandate).to.include({ accepted: true, endedBy: 'intern' });
    const again = await stage.signIn();
    await told('mandateEnded', again, 'mandatary');
  });

  it('[N7] declined, wakes the intern’s telephone: it is again theirs to choose', async () => {
    await wakened();
    await stage.ask();
    await stage.open('/decline', { token: await stage.token() });
    const [ended] = await told('mandateEnded');
    expect(ended?.mandate).to.include({ accepted: false, endedBy: 'mandatary' });
    await eventually('a push', () => service.received.length > 0);
    expect(service.received.map(({ message }) => message)).to.deep.include.members([
      {
        title: 'La procuration a pris fin',
        body: 'Ouvrez l’application pour voir qui choisit.',
        tag: 'procuration',
        href: '/notifications',
        until: null,
      },
    ]);
  });

  it('[Q5] [N7] goes with its semester: the bell says so, and keeps no address', async () => {
    await stage.ask();
    await ask();
    await told('statusAsked');
    await openSemester(stage.house.theatre.database, '2027-11');
    const entries = await bell(stage.intern);
    expect(entries.filter(({ erased }) => erased).map(({ kind }) => kind)).to.have.members([
      'mandateEnded',
      'statusDecided',
    ]);
    expect(JSON.stringify(entries)).to.not.include(HOLDER);
    expect(JSON.stringify(await stage.house.sql('select detail from notification'))).to.not.include(HOLDER);
  });

  it('has its kinds among the preferences; a holder’s leave out what is the intern’s alone', async () => {
    const kinds = async (who: Visitor, realm: string) => {
      const { body } = await who.get(`/api/me/notifications/settings?realm=${realm}`);
      return (body['kinds'] as readonly { readonly kind: string }[]).map(({ kind }) => kind);
    };
    await stage.ask();
    await stage.accept();
    const mine = ['statusAsked', 'statusDecided', 'mandateAsked'];
    expect(await kinds(stage.intern, 'intern')).to.include.members([...mine, 'mandateEnded']);
    const theirs = await kinds(await stage.signIn(), 'mandatary');
    expect(theirs).to.include.members(['mandateAccepted', 'mandateEnded']);
    expect(theirs).to.not.include.members(mine);
  });

  it('[Q6] is counted for moderators alone', async () => {
    const count = '/api/desk/status-requests/count';
    expect((await stage.house.desk.get(count)).body).to.deep.equal({ waiting: 0, near: 0 });
    await ask();
    expect((await stage.house.desk.get(count)).body).to.include({ waiting: 1 });
    expect((await stage.intern.get(count)).status).to.equal(401);
    await decide('refusal');
    expect((await stage.house.desk.get(count)).body).to.include({ waiting: 0 });
  });
});
