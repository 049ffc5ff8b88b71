/** An intern asks for another kind of choice, a moderator answers: in the tables, and in a session that is live. */
import { expect } from 'chai';
import type { ChoiceStatus } from '../../machines/session/world.ts';
import { eventually } from '../support/eventually.ts';
import { liveApi } from './support/live-api.ts';
import type { LiveApi } from './support/live-api.ts';
import type { Visitor } from './support/running-api.ts';
import { runningWorker } from './support/worker.ts';

describe('a request for another kind of choice', () => {
  let house: LiveApi;
  let intern: Visitor;
  const given = async (...wanted: Parameters<typeof liveApi>): Promise<void> => {
    house = await liveApi(...wanted);
    intern = await house.signedIn(1);
  };
  afterEach(() => house.close());

  const ask = (status: string, from = intern) => from.send('POST', '/api/me/status-request', { status });
  const mine = async () => (await intern.get('/api/me/status-request')).body;
  const listed = async (list: 'waiting' | 'answered' = 'waiting') =>
    (await house.desk.get('/api/desk/status-requests')).body[list] as readonly Record<string, unknown>[];
  const waiting = async (): Promise<number> => Number((await listed())[0]?.['id']);
  const approve = (id: number, on: ChoiceStatus = 'classic', reason = 'Justificatif reçu') =>
    house.desk.send('POST', `/api/desk/status-requests/${id}/approval`, { reason, on });
  const refuse = (id: number, reason = 'Il manque le justificatif') =>
    house.desk.send('POST', `/api/desk/status-requests/${id}/refusal`, { reason });
  const statusOf = async (order: number) =>
    (
      await house.sql<{ status: string }>('select status from roster_entry where person = ?', [
        house.theatre.person(order),
      ])
    )[0]?.status;
  const mails = () => house.sql(`select recipient from mail where kind = 'statusDecided'`);
  /** The first has chosen the first post; the second is called. */
  const firstHasChosen = async (): Promise<void> => {
    const room = await house.enter(1);
    await house.start();
    await house.choose(room, 1, 1);
  };

  it('[Q1] waits for its answer, one at a time, and may be taken back', async () => {
    await given();
    expect((await ask('classic')).body).to.include({ code: 'SAME_STATUS', status: 409 });
    expect((await ask('supernumeraryValidating')).status).to.equal(200);
    expect((await ask('supernumeraryNonValidating')).body).to.include({ code: 'REQUEST_WAITING' });
    expect(await mine()).to.deep.include({ status: 'classic', mayAsk: true });
    expect(await mine()).to.have.nested.property('request.status', 'supernumeraryValidating');
    expect((await intern.send('DELETE', '/api/me/status-request')).status).to.equal(204);
    expect(await mine()).to.include({ request: null });
    expect((await ask('supernumeraryNonValidating')).status).to.equal(200);
  });

  it('[Q1] is not taken once a choice is recorded, nor of anything that is no status', async () => {
    await given();
    expect((await ask('président')).status).to.equal(400);
    const body = { status: 'supernumeraryValidating', person: house.theatre.person(2) };
    expect((await intern.send('POST', '/api/me/status-request', body)).status, 'mass assignment').to.equal(
      400,
    );
    await firstHasChosen();
    expect((await ask('supernumeraryValidating')).body).to.include({ code: 'ALREADY_CHOSEN' });
    expect(await mine()).to.include({ mayAsk: false });
  });

  it('[Q1] is taken of two at once a single time', async () => {
    await given();
    const answers = await Promise.all([ask('supernumeraryValidating'), ask('supernumeraryValidating')]);
    expect(answers.map(({ status }) => status)).to.have.members([200, 409]);
  });

  it('[Q2] approved before the session, changes the status, and the intern is mailed', async () => {
    await given();
    await ask('supernumeraryValidating');
    expect((await approve(await waiting())).body).to.deep.equal({ answer: 'done' });
    expect(await statusOf(1)).to.equal('supernumeraryValidating');
    expect(await mine()).to.have.nested.property('request.decision', 'approved');
    expect(await mails()).to.deep.equal([{ recipient: 'interne1@stage.example' }]);
    expect(await listed()).to.deep.equal([]);
  });

  it('[Q2] approved in one’s turn, opens the posts at once, and the clock goes on', async () => {
    await given();
    const room = await house.enter(1);
    await house.start();
    await ask('supernumeraryNonValidating');
    expect((await approve(await waiting())).body).to.deep.equal({ answer: 'done' });
    await room.until(
      'the new status',
      frame => frame.type === 'you' && frame.status === 'supernumeraryNonValidating',
    );
    expect(await statusOf(1)).to.equal('supernumeraryNonValidating');
    expect(await mine()).to.have.nested.property('request.decision', 'approved');
    expect(await mails()).to.have.length(1);
    const rows = await house.sql(
      `select who ->> 'realm' as realm from journal where command ->> 'type' = 'setStatus'`,
    );
    expect(rows).to.deep.equal([{ realm: 'moderator' }]);
  });

  it('[Q2] is approved by whoever sets by hand what was asked for, live or not', async () => {
    await given();
    const byHand = (order: number) =>
      house.desk.send('PUT', `/api/desk/people/${house.theatre.person(order)}/status`, {
        status: 'supernumeraryValidating',
        reason: 'Au téléphone',
      });
    const other = await house.signedIn(2);
    await ask('supernumeraryValidating');
    await ask('supernumeraryValidating', other);
    await byHand(1);
    await house.start();
    await byHand(2);
    expect(await listed()).to.deep.equal([]);
    expect(await mails()).to.have.length(2);
  });

  it('[Q2] already granted by the files is approved without changing anything', async () => {
    await given();
    await ask('supernumeraryValidating');
    await house.sql(`update roster_entry set status = 'supernumeraryValidating'`);
    expect((await approve(await waiting(), 'supernumeraryValidating')).body).to.deep.equal({
      answer: 'done',
    });
    expect(await mails()).to.have.length(1);
  });

  it('[Q3] refused, changes nothing, and the intern reads why', async () => {
    await given();
    await house.start();
    await ask('supernumeraryValidating');
    expect((await refuse(await waiting())).body).to.deep.equal({ answer: 'done' });
    expect(await statusOf(1)).to.equal('classic');
    expect(await mine()).to.deep.nested.include({
      'request.decision': 'refused',
      'request.reason': 'Il manque le justificatif',
    });
    expect((await ask('supernumeraryValidating')).status, 'may be asked again').to.equal(200);
  });

  it('[Q3] refused, is mailed with its reason; approved, without', async () => {
    await given();
    await ask('supernumeraryValidating');
    await refuse(await waiting(), 'Le courrier n’est\r\nBcc: x@y.example pas signé');
    await ask('supernumeraryValidating');
    await approve(await waiting(), 'classic', 'Dossier 12');
    const worker = await runningWorker(house.theatre.database);
    const [refused, approved] = await eventually('both letters', async () => {
      const sent = await house.sql<{ subject: string; body_text: string }>(
        'select subject, body_text from dev_mail order by message_id',
      );
      return sent.length === 2 ? sent : null;
    });
    await worker.close();
    expect(refused?.body_text).to.include('Le courrier n’est').and.include('01 99 00 00 00');
    expect(refused?.subject, 'no header of theirs').to.equal(
      'Votre demande de changement de type de choix est refusée',
    );
    expect(approved?.body_text).to.include('acceptée').and.not.include('Dossier 12');
  });

  it('[Q4] is decided by the first of two moderators, whatever they decide', async () => {
    await given();
    await ask('supernumeraryValidating');
    const first = await waiting();
    await refuse(first);
    const stale = (now: string) => ({ code: 'STALE', refusal: { code: 'STALE', now } });
    expect((await approve(first)).body).to.deep.include(stale('refused'));
    expect(await statusOf(1)).to.equal('classic');
    await ask('supernumeraryValidating');
    const second = await waiting();
    await approve(second);
    expect((await refuse(second)).body).to.deep.include(stale('approved'));
    expect((await approve(second, 'supernumeraryValidating')).body).to.deep.include(stale('approved'));
    expect(await mails()).to.have.length(2);
  });

  it('[Q4] is decided once by two at the same time in a live session', async () => {
    await given();
    await house.start();
    await ask('supernumeraryValidating');
    const request = await waiting();
    const answers = await Promise.all([approve(request), refuse(request), approve(request)]);
    expect(answers.filter(({ status }) => status === 200)).to.have.length(1);
    expect(answers.filter(({ body }) => body['code'] === 'STALE')).to.have.length(2);
    const [row] = await house.sql<{ decision: string }>('select decision from status_request');
    expect(await statusOf(1)).to.equal(row?.decision === 'approved' ? 'supernumeraryValidating' : 'classic');
    expect(await mails()).to.have.length(1);
  });

  it('[Q4] was decided on a status that is another one now', async () => {
    await given();
    await ask('supernumeraryValidating');
    await house.sql(`update roster_entry set status = 'supernumeraryNonValidating'`);
    expect((await approve(await waiting())).body).to.deep.include({
      refusal: { code: 'STALE', now: 'supernumeraryNonValidating' },
    });
    expect((await listed())[0]).to.include({ now: 'supernumeraryNonValidating' });
  });

  it('[Q5] leaves who decided and why on record, privately', async () => {
    await given();
    await ask('supernumeraryValidating');
    await refuse(await waiting(), 'Courrier illisible');
    await ask('supernumeraryValidating');
    await approve(await waiting(), 'classic', 'Courrier relu');
    expect(
      await house.sql(
        `select act, reason, account.email from amphitheatre_act join amphitheatre_act_private on act_id = amphitheatre_act.id
        join account on account.id = amphitheatre_act.account_id order by amphitheatre_act.id`,
      ),
    ).to.deep.equal([
      { act: 'refuseStatus', reason: 'Courrier illisible', email: 'bureau@stage.example' },
      { act: 'setStatus', reason: 'Courrier relu', email: 'bureau@stage.example' },
    ]);
    const [approved, refused] = await listed('answered');
    expect(approved).to.include({ decision: 'approved', by: 'Nadia Ferhat', reason: 'Courrier relu' });
    expect(refused).to.include({ decision: 'refused', by: 'Nadia Ferhat' });
    expect(
      await house.sql(`select from amphitheatre_act where detail::text like '%Courrier%'`),
    ).to.deep.equal([]);
  });

  it('[Q5] is answered by moderators alone, with a reason [ASVS 8.2.1]', async () => {
    await given();
    await ask('supernumeraryValidating');
    const id = await waiting();
    const answer = { reason: 'moi', on: 'classic' };
    const byIntern = await intern.send('POST', `/api/desk/status-requests/${id}/approval`, answer);
    expect(byIntern.status).to.equal(401);
    expect((await intern.get('/api/desk/status-requests')).status).to.equal(401);
    expect((await approve(id, 'classic', ' ')).status).to.equal(400);
    expect((await refuse(999_999)).status).to.equal(404);
    expect(await statusOf(1)).to.equal('classic');
  });

  it('[Q6] stands on top where the session is near, the oldest first among its like', async () => {
    await given({ people: 4, sessions: 2 });
    const [, second] = house.theatre.stage.sessions;
    await house.sql(`update session set starts_at = now() + interval '3 days' where id = ?::int`, [second]);
    await house.sql(`update session set starts_at = now() + interval '30 days' where id <> ?::int`, [second]);
    for (const order of [1, 4, 2, 3]) await ask('supernumeraryValidating', await house.signedIn(order));
    expect((await listed()).map(({ callOrder, near }) => [callOrder, near])).to.deep.equal([
      [4, true],
      [3, true],
      [1, false],
      [2, false],
    ]);
  });
});
