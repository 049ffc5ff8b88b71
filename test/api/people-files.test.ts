/** A person's file and the telephone's tools: read, corrected, merged, confirmed, seen as; each recorded with who and why. */
import { expect } from 'chai';
import { hashPassword } from '../../api/sign-in/passwords.ts';
import { spokenAnswer } from '../../api/sign-in/spoken-answer.ts';
import { runningApi } from './support/running-api.ts';
import type { RunningApi, Visitor } from './support/running-api.ts';
import { assign, seed } from './support/seed.ts';
import type { Seeded } from './support/seed.ts';

const reason = 'Appel du 3 mars, pièce d’identité lue';

describe('a person’s file', () => {
  let api: RunningApi;
  let desk: Visitor;
  let seeded: Seeded;
  beforeEach(async () => {
    api = await runningApi();
    seeded = await seed(api.database.sql);
    desk = await api.signedIn({ realm: 'moderator', email: 'nadia@ars.example', name: 'Nadia Ferhat' });
  });
  afterEach(() => api.close());

  const intern = (index = 0, email = 'camille@exemple.fr') =>
    api.signedIn({ realm: 'intern', email, person: seeded.people[index] ?? '' });
  const file = (index = 0) => `/api/desk/people/${seeded.people[index]}`;
  const acts = async () =>
    (await desk.get(`${file()}/file`)).body['acts'] as { act: string; by: string; reason: string | null }[];
  const order = async () =>
    (
      await api.database.sql<{ person: string }>(
        `select person from call_list_entry join roster_entry on roster_entry.id = roster_entry_id order by call_order`,
      )
    ).map(({ person }) => person);

  it('is found by name without accents, by INE and by e-mail, and by nothing else', async () => {
    const found = async (q: string) =>
      (
        JSON.parse((await desk.get(`/api/desk/people?q=${encodeURIComponent(q)}`)).text) as { name: string }[]
      ).map(({ name }) => name);
    expect(await found('zoe ecole')).to.deep.equal(['École']);
    expect(await found('oeuvrard')).to.deep.equal(['Œuvrard']);
    expect(await found('INE-SECRET-4')).to.deep.equal(['Zola']);
    expect(await found('private3@roster')).to.deep.equal(['Étage']);
    for (const nothing of ['', '%', '_', 'personne']) expect(await found(nothing), nothing).to.deep.equal([]);
  });

  it('[ASVS 16.3.2] is read by moderators alone, and each reading stands in the record', async () => {
    const person = await intern();
    expect((await person.get(`${file()}/file`)).status).to.equal(401);
    const { body } = await desk.get(`${file()}/file`);
    expect(body).to.deep.include({ ine: 'INE-SECRET-1', email: 'private1@roster.example' });
    expect(body).to.have.nested.property('account.email', 'camille@exemple.fr');
    expect(body).to.have.nested.property('place.callOrder', 1);
    expect(await acts()).to.have.length(2);
    expect((await acts())[0]).to.include({ act: 'readFile', by: 'Nadia Ferhat' });
    expect((await desk.get('/api/desk/people/zzzzzzzzzz/file')).status).to.equal(404);
  });

  it('tells yes or no of the secret answer, three wrong ones a day, and never signs in with it', async () => {
    await intern();
    const ask = async (answer: string) => desk.send('POST', `${file()}/secret-answer`, { answer });
    expect((await ask('x')).body).to.include({ code: 'NO_SECRET_ANSWER' });
    await api.database.sql(
      `update account set secret_question = 'Mon chien', secret_answer_hash = ? where realm = 'intern'`,
      [await hashPassword(spokenAnswer('Éléphant Bleu'))],
    );
    expect((await ask('elephant-bleu')).body).to.deep.equal({ matches: true, triesLeft: 3 });
    for (const triesLeft of [2, 1, 0])
      expect((await ask('chat')).body).to.deep.equal({ matches: false, triesLeft });
    expect((await ask('Éléphant bleu')).body).to.include({ code: 'SECRET_TRIES_OVER' });
    const listed = await acts();
    expect(listed.filter(({ act }) => act === 'checkSecretAnswer')).to.have.length(4);
    expect(JSON.stringify(listed)).to.not.match(/chat|l.phant/iu);
    expect((await desk.get(`${file()}/file`)).text).to.not.include('argon2');
  });

  it('counts four tries at once as three', async () => {
    await intern();
    await api.database.sql(`update account set secret_answer_hash = ? where realm = 'intern'`, [
      await hashPassword('x'),
    ]);
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => desk.send('POST', `${file()}/secret-answer`, { answer: 'non' })),
    );
    expect(answers.filter(({ status }) => status === 200)).to.have.length(3);
  });

  it('corrects how to reach somebody at any time, with its reason', async () => {
    await api.database.sql(`update session set state = 'closed'`);
    const changes = { email: 'neuve@exemple.fr', phone: '0611223344', faculty: 'Sorbonne Université' };
    const answer = await desk.send('PUT', `${file()}/roster`, { changes, reason });
    expect(answer.body, answer.text).to.deep.include({ callOrder: { before: 1, after: 1 }, othersOrder: 0 });
    expect((await desk.get(`${file()}/file`)).body).to.include(changes);
    expect((await acts()).find(({ act }) => act === 'correctRoster')).to.deep.include({
      reason,
      detail: { fields: ['email', 'phone', 'faculty'] },
    });
  });

  it('[ASVS 15.3.3] takes no field that is not the moderators’ to correct', async () => {
    for (const extra of ['ine', 'person', 'status', 'presentHeadcount', 'callOrder', 'exam', 'id']) {
      const changes = { phone: '0611223344', [extra]: 1 };
      const refused = await desk.send('PUT', `${file()}/roster`, { changes, reason });
      expect(refused.status, extra).to.equal(400);
    }
    expect((await desk.get(`${file()}/file`)).body).to.include({ phone: '0600000000' });
  });

  it('merges a double: its place goes, its account goes over, and the list closes up', async () => {
    await intern(1, 'double@exemple.fr');
    const merge = (double: number, into: number) =>
      desk.send('POST', `${file(double)}/merge`, { into: seeded.people[into], reason });
    expect((await merge(1, 1)).body).to.include({ code: 'SAME_PERSON' });
    const done = await merge(1, 0);
    expect(done.status, done.text).to.equal(204);
    expect(await order()).to.deep.equal([seeded.people[0], seeded.people[2], seeded.people[3]]);
    expect((await desk.get(`${file()}/file`)).body).to.have.nested.property(
      'account.email',
      'double@exemple.fr',
    );
    expect((await desk.get(`${file(1)}/file`)).status).to.equal(404);
    expect((await acts()).find(({ act }) => act === 'mergeDuplicate')).to.include({ reason });
  });

  it('takes nobody out of a list that is called, nor a double who has chosen', async () => {
    const merge = () => desk.send('POST', `${file(1)}/merge`, { into: seeded.people[0], reason });
    await assign(api.database.sql, seeded, 1, 0, 1);
    expect((await merge()).body).to.include({ code: 'ALREADY_STARTED' });
    await api.database.sql('delete from assignment');
    await api.database.sql(`update session set state = 'paused'`);
    expect((await merge()).body).to.include({ code: 'ALREADY_STARTED' });
    expect(await order()).to.have.length(4);
  });

  it('confirms an account that signed up without the INE, listed while its session is within a week', async () => {
    await intern();
    const listed = async () => JSON.parse((await desk.get('/api/desk/to-be-confirmed')).text) as unknown[];
    await api.database.sql(`update account set to_be_confirmed = true where realm = 'intern'`);
    await api.database.sql(`update session set starts_at = now() + interval '8 days'`);
    expect(await listed()).to.deep.equal([]);
    await api.database.sql(`update session set starts_at = now() + interval '6 days'`);
    expect(await listed()).to.have.length(1);
    expect((await desk.send('POST', `${file()}/confirm`, { reason })).status).to.equal(204);
    expect(await listed()).to.deep.equal([]);
    expect((await desk.send('POST', `${file()}/confirm`, { reason })).body).to.include({
      code: 'NO_ACCOUNT',
    });
    expect((await desk.send('POST', `${file()}/confirm`, {})).status, 'without a reason').to.equal(400);
  });

  it('mails a reset to the account’s own address, and a sign-up’s link again to the one it was begun with', async () => {
    expect((await desk.send('POST', `${file()}/password-reset`, { reason })).body).to.include({
      code: 'NO_ACCOUNT',
    });
    expect((await desk.send('POST', `${file()}/confirmation`, { reason })).body).to.include({
      code: 'NO_ACCOUNT',
    });
    await api.database.sql(
      `insert into mailed_link (purpose, subject, email, detail, token_hash, expires_at)
      select 'confirmEmail', 'x', 'neuf@exemple.fr', jsonb_build_object('intern', intern_id), '\\x00', now()
      from roster_entry where person = ?`,
      [seeded.people[0]],
    );
    expect((await desk.send('POST', `${file()}/confirmation`, { reason })).status).to.equal(204);
    await intern();
    expect((await desk.send('POST', `${file()}/password-reset`, { reason })).status).to.equal(204);
    const mails = await api.database.sql('select kind, recipient from mail order by id');
    expect(mails).to.deep.equal([
      { kind: 'confirmEmail', recipient: 'neuf@exemple.fr' },
      { kind: 'resetPassword', recipient: 'camille@exemple.fr' },
    ]);
  });
});
