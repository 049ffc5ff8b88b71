/** A mandate over HTTP: declined, cancelled, given up, given to another, and what of it is told to whom. */
import { expect } from 'chai';
import { askSession } from '../../api/live/ask-session.ts';
import type { LoginId } from '../../machines/ids.ts';
import { CLOSE_CODES } from '../../machines/wire/close-codes.ts';
import { eventually } from '../support/eventually.ts';
import { HOLDER, mandateStage, WORDS } from './support/mandate-stage.ts';
import type { MandateStage } from './support/mandate-stage.ts';
import { PASSWORD, visitor } from './support/running-api.ts';
import { runningWorker } from './support/worker.ts';

describe('a mandate, given and ended', () => {
  let stage: MandateStage;
  const given = async (): Promise<void> => {
    stage = await mandateStage();
  };
  afterEach(() => stage.house.close());

  it('[N6] is declined by the link; the intern is told, and asks another', async () => {
    await given();
    await stage.ask();
    expect((await stage.open('/decline', { token: await stage.token() })).body).to.deep.equal({
      answer: 'done',
    });
    expect(await stage.mine()).to.deep.include({ mandate: null });
    expect(await stage.mine()).to.deep.nested.include({
      'last.endedBy': 'mandatary',
      'last.accepted': false,
    });
    expect(await stage.mails()).to.include('mandateEnded interne1@stage.example');
    expect(await stage.mails()).to.not.include(`mandateEnded ${HOLDER}`);
    expect((await stage.ask('autre@exemple.fr')).status).to.equal(200);
  });

  it('[N6] only asked for, is cancelled in a live session too', async () => {
    await given();
    await stage.house.enter(1);
    await stage.house.start();
    await stage.ask();
    const held = await stage.token();
    expect((await stage.cancel()).body).to.deep.equal({ answer: 'done' });
    expect(await stage.mine()).to.include({ mandate: null });
    expect((await stage.accept(held)).body).to.include({ code: 'LINK_ENDED' });
  });

  it('[N6] accepted, is cancelled in the turn: the button comes at once, the holder is signed out', async () => {
    await given();
    await stage.ask();
    await stage.accept();
    const holder = await stage.signIn();
    const room = await stage.house.enter(1);
    await stage.house.start();
    expect((await stage.cancel()).body).to.deep.equal({ answer: 'done' });
    await room.until('the button', frame => frame.type === 'you' && frame.chooser);
    expect((await holder.get('/api/me')).body['mandatary']).to.equal(null);
    await stage.house.choose(room, 1, 1);
    expect(await stage.house.sql('select made_by from assignment')).to.deep.equal([{ made_by: 'intern' }]);
    expect(await stage.mine()).to.deep.nested.include({ 'last.endedBy': 'intern', 'last.accepted': true });
    expect(await stage.mails()).to.include.members([
      'mandateEnded interne1@stage.example',
      `mandateEnded ${HOLDER}`,
    ]);
  });

  it('[N6] [ASVS 7.4.2] accepted, is ended by a session that answers late: the holder is put out all the same', async () => {
    await given();
    await stage.ask();
    await stage.accept();
    const holder = await stage.signIn();
    const { theatre } = stage.house;
    const [login] = await stage.house.sql<{ id: LoginId }>(
      `select login.id from login join account on account.id = account_id where realm = 'mandatary' and ended_at is null`,
    );
    const room = await theatre.watcher(login?.id ?? null);
    await stage.house.start();
    const [intern] = await stage.house.sql<{ account: number }>(
      `select id as account from account where email = 'interne1@stage.example'`,
    );
    // As the API asks; whoever waited for the answer has gone.
    const person = theatre.person(1);
    await askSession(
      theatre.database.sql,
      theatre.stage.session,
      { type: 'setMandate', person, held: false, connected: false },
      { realm: 'intern', account: intern?.account ?? 0 },
    );
    expect((await room.untilClosed()).code).to.equal(CLOSE_CODES.MANDATE_ENDED.code);
    expect((await holder.get('/api/me')).body['mandatary']).to.equal(null);
  });

  it('[N6] accepted, is given up by its holder, live or not', async () => {
    await given();
    await stage.ask();
    await stage.accept();
    await stage.house.enter(1);
    await stage.house.start();
    const holder = await stage.signIn();
    expect((await holder.send('DELETE', '/api/mandate/held')).body).to.deep.equal({ answer: 'done' });
    expect(await stage.mine()).to.deep.nested.include({ mandate: null, 'last.endedBy': 'mandatary' });
  });

  it('[N6] cancelled while its acceptance is on its way, is held by nobody', async () => {
    await given();
    await stage.house.start();
    await stage.ask();
    const held = await stage.token();
    const [, cancelled] = await Promise.all([stage.accept(held), stage.cancel()]);
    expect(cancelled.status).to.equal(200);
    expect(await stage.mine()).to.include({ mandate: null });
    const [live] = await stage.house.sql<{ held: boolean | null }>(
      `select (fact ->> 'held')::boolean as held from journal, jsonb_array_elements(facts) fact
      where fact ->> 'kind' = 'mandate' order by seq desc limit 1`,
    );
    expect(live?.held ?? false).to.equal(false);
  });

  it('[N6] [ASVS 8.2.2] of another is out of reach', async () => {
    await given();
    const other = await stage.house.signedIn(2);
    await stage.ask();
    await stage.accept();
    expect((await other.get('/api/mandate')).body).to.deep.include({ mandate: null });
    expect((await other.send('DELETE', '/api/mandate')).body).to.deep.equal({ answer: 'done' });
    expect((await visitor(stage.house.url).send('DELETE', '/api/mandate')).status).to.equal(401);
    expect((await stage.intern.send('DELETE', '/api/mandate/held')).status).to.equal(401);
    expect((await stage.open('', { token: 'A'.repeat(43) })).body).to.include({ code: 'LINK_ENDED' });
    expect(await stage.mine()).to.have.nested.property('mandate.email', HOLDER);
  });

  it('[N7] says in its letters what is asked, of whom, and the link', async () => {
    await given();
    await stage.ask();
    const worker = await runningWorker(stage.house.theatre.database);
    const letters = await eventually('both letters', async () => {
      const sent = await stage.house.sql<{ recipient: string; subject: string; body_text: string }>(
        'select recipient, subject, body_text from dev_mail order by recipient',
      );
      return sent.length === 2 ? sent : null;
    });
    await worker.close();
    const [toIntern, toHolder] = letters;
    expect(toIntern).to.include({ subject: 'Votre demande de procuration est lancée' });
    expect(toIntern?.body_text).to.include(HOLDER);
    expect(toHolder?.subject).to.equal('Procuration\u00a0: Camille NOM1 vous demande de choisir à sa place');
    expect(toHolder?.body_text).to.include(`/procuration/demande#${await stage.token()}`);
  });

  it('[N7] leaves each step on record', async () => {
    await given();
    await stage.ask();
    await stage.accept();
    await stage.cancel();
    await stage.later();
    await stage.ask();
    await stage.open('/decline', { token: await stage.token() });
    expect(
      (await stage.house.sql<{ act: string }>('select act from amphitheatre_act order by id')).map(
        ({ act }) => act,
      ),
    ).to.deep.equal(['askMandate', 'acceptMandate', 'cancelMandate', 'askMandate', 'declineMandate']);
  });

  it('[N8] shows by its link who asks and the hour, and nothing else', async () => {
    await given();
    await stage.ask();
    expect((await stage.open('', { token: await stage.token() })).body).to.deep.equal({
      email: HOLDER,
      holderName: '',
      name: 'NOM1',
      firstName: 'Camille',
      startsAt: Date.parse('2027-03-22T08:00Z'),
    });
    await stage.accept();
    const holder = await stage.signIn();
    const { mine: seen } = (await holder.get('/api/me/amphitheatre?realm=mandatary')).body as {
      mine: Record<string, unknown>;
    };
    expect(seen).to.include({ rank: null, mandate: null });
    expect((await holder.get('/api/mandate')).status).to.equal(401);
    expect((await holder.get('/api/me/status-request')).status).to.equal(401);
  });

  it('[N9] may be held by an intern of the same amphitheatre, who chooses as both', async () => {
    await given();
    await stage.ask('interne2@stage.example');
    await stage.accept();
    const both = await stage.house.signedIn(2);
    await both.send('POST', '/api/login', {
      realm: 'mandatary',
      email: 'interne2@stage.example',
      password: WORDS,
    });
    const { body } = await both.get('/api/me');
    expect(body).to.have.nested.property('intern.callOrder', 2);
    expect(body).to.have.nested.property('mandatary.callOrder', 1);
    expect(PASSWORD, 'a password of its own').to.not.equal(WORDS);
  });
});
