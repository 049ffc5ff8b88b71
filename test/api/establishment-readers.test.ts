/** The list of an establishment for a named person: granted, mailed, read, recorded, ended. */
import { expect } from 'chai';
import { deskEstablishments, linkedEstablishment } from '../../api/document-answers.ts';
import type { DeskEstablishments } from '../../api/document-answers.ts';
import { eventually } from '../support/eventually.ts';
import { runningApi } from './support/running-api.ts';
import type { RunningApi, Visitor } from './support/running-api.ts';
import { assign, seed } from './support/seed.ts';
import { runningWorker } from './support/worker.ts';
import type { RunningWorker } from './support/worker.ts';

describe('the readers of an establishment', () => {
  let api: RunningApi;
  let worker: RunningWorker;
  let desk: Visitor;
  let establishment: number;
  beforeEach(async () => {
    api = await runningApi();
    const seeded = await seed(api.database.sql);
    await assign(api.database.sql, seeded, 0, 0, 7);
    worker = await runningWorker(api.database);
    desk = await api.signedIn({ realm: 'moderator', email: 'ars@exemple.fr', name: 'Nadia Ferhat' });
    establishment = (await readDesk()).establishments[0]?.id ?? 0;
  });
  afterEach(async () => {
    await worker.close();
    await api.close('madeUp');
  });

  const readDesk = async (): Promise<DeskEstablishments> =>
    deskEstablishments.parse((await desk.get('/api/desk/establishments')).body);
  const inDays = (days: number): string =>
    new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const grant = (until = inDays(30)) =>
    desk.send('POST', `/api/desk/establishments/${establishment}/readers`, {
      name: 'Claude Martin',
      email: 'claude@hopital.example',
      until,
    });
  /** As the mail says it. */
  const mailedToken = async (): Promise<string> => {
    let body = '';
    await eventually('the mail', async () => {
      const [mail] = await api.database.sql<{ body_text: string }>(
        'select body_text from dev_mail order by id desc',
      );
      body = mail?.body_text ?? '';
      return body !== '';
    });
    return /\/etablissement-affectations#([\w-]+)/.exec(body)?.[1] ?? '';
  };
  const openLink = (token: string, path = '') =>
    api.visitor().send('POST', `/api/establishment-list${path}`, { token });

  it('[K10] are mailed a link that opens who comes to which post of that establishment', async () => {
    expect((await grant()).status).to.equal(200);
    const token = await mailedToken();
    const opened = linkedEstablishment.parse((await openLink(token)).body);
    expect(opened).to.include({ name: 'Claude Martin', establishment: 'Hôpital Saint-Antoine', coming: 1 });
    const list = await openLink(token, '/csv');
    expect(list.headers.get('cache-control')).to.equal('private, no-store');
    expect(list.text)
      .to.match(/Chirurgie digestive;Pr Durand;101-1;;Œuvrard;Étienne/)
      .and.not.match(/INE|classi|@|0600/);
    expect((await openLink(token, '/pdf')).text).to.match(/^%PDF-1\.7/);
  });

  it('[K10] open nothing more once ended or expired, nor with another token', async () => {
    await grant();
    const token = await mailedToken();
    expect((await openLink(`${token}x`)).body).to.include({ code: 'LINK_ENDED' });
    await api.database.sql(`update establishment_reader set expires_at = now() - interval '1 second'`);
    expect((await openLink(token, '/csv')).status).to.equal(404);
    await api.database.sql(`update establishment_reader set expires_at = now() + interval '1 day'`);
    expect((await openLink(token)).status).to.equal(200);
    const reader = (await readDesk()).establishments[0]?.readers[0];
    expect((await desk.send('DELETE', `/api/desk/establishment-readers/${reader?.id}`)).status).to.equal(204);
    expect((await openLink(token)).status).to.equal(404);
    expect((await readDesk()).establishments[0]?.readers[0]).to.include({ endedBy: 'Nadia Ferhat' });
  });

  it('[K10] are named by moderators alone, until a day within a year', async () => {
    expect(
      (await api.visitor().send('POST', `/api/desk/establishments/${establishment}/readers`, {})).status,
    ).to.equal(401);
    for (const until of [inDays(-2), inDays(500)])
      expect((await grant(until)).body)
        .to.include({ code: 'INVALID_INPUT' })
        .and.deep.include({ fields: ['until'] });
  });

  it('[K10] are mailed at an address in which no letter passes for another’s, and none is added to it', async () => {
    const named = (email: string, until = inDays(30)) =>
      desk.send('POST', `/api/desk/establishments/${establishment}/readers`, {
        name: 'Claude',
        email,
        until,
      });
    for (const email of [
      'claude@h\u043epital.example', // a Cyrillic о
      'claude\u001b@hopital.example',
      'claude@hopital.example\r\nBcc: x@exemple.fr',
      'claude@hopital.example,x@exemple.fr',
      'claude@hopital',
    ])
      expect((await named(email)).body, email).to.deep.include({ fields: ['email'] });
    expect((await named('claude@hopital.example', '0000-01-01')).body).to.deep.include({ fields: ['until'] });
    expect(await api.database.sql('select 1 from mail')).to.deep.equal([]);
  });

  it('[K11] leave in the database a hash alone, and each reading in the moderators’ record', async () => {
    await grant();
    const token = await mailedToken();
    await openLink(token, '/csv');
    await openLink(token, '/pdf');
    const written = await api.database.sql<{ text: string }>(
      `select concat(mail.data, mail.message_id, reader.token_hash, reader.name) as text from mail, establishment_reader reader`,
    );
    expect(written[0]?.text).not.to.include(token);
    const [reader] = (await readDesk()).establishments[0]?.readers ?? [];
    expect(reader).to.include({ grantedBy: 'Nadia Ferhat', email: 'claude@hopital.example' });
    expect(reader?.reads.map(({ format }) => format)).to.deep.equal(['pdf', 'csv']);
    const change = api.database.sql('delete from document_read');
    expect(await change.catch((error: Error) => error.message)).to.match(/append-only/);
  });
});
