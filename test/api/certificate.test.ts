/** The certificate of a choice over HTTP: whose it is, what it says, and what anyone learns from its code. */
import { expect } from 'chai';
import { newCode, readCode, spelled } from '../../api/documents/code.ts';
import { checkedCertificate } from '../../api/document-answers.ts';
import { DEFAULT_LIMITS } from '../../api/http/limits.ts';
import { readPdf } from './support/pdf-reader.ts';
import { runningApi } from './support/running-api.ts';
import type { RunningApi, Visitor } from './support/running-api.ts';
import { assign, seed } from './support/seed.ts';
import type { Seeded } from './support/seed.ts';
import { runningWorker } from './support/worker.ts';
import type { RunningWorker } from './support/worker.ts';

describe('the certificate', () => {
  let api: RunningApi;
  let worker: RunningWorker;
  let seeded: Seeded;
  let intern: Visitor;
  beforeEach(async () => {
    api = await runningApi();
    seeded = await seed(api.database.sql);
    worker = await runningWorker(api.database);
    intern = await api.signedIn({ realm: 'intern', email: 'etienne@exemple.fr', person: 'person0001' });
  });
  afterEach(async () => {
    await worker.close();
    await api.close('madeUp');
  });

  const choose = (post: number, seq: number): Promise<void> => assign(api.database.sql, seeded, 0, post, seq);
  const download = (visitor: Visitor, semester = '2027-05') =>
    visitor.get(`/api/documents/certificates/${semester}`);
  const codeOf = (bytes: Uint8Array): string =>
    /^[0-9A-Z]{5}(?:-[0-9A-Z]{5}){3}$/m.exec(readPdf(bytes).pages.join('\n'))?.[0] ?? '';
  const check = async (code: string) => {
    const { body, text } = await api.visitor().send('POST', '/api/certificate-check', { code });
    return { checked: checkedCertificate.parse(body), text };
  };

  it('[K7] says person, semester, post, service, establishment, date and number, to the person alone', async () => {
    await choose(0, 7);
    expect((await intern.get('/api/documents/certificates')).text).to.include('"ready":true');
    const { status, headers, bytes } = await download(intern);
    expect(status).to.equal(200);
    expect(headers.get('cache-control')).to.equal('private, no-store');
    expect(headers.get('content-disposition')).to.include('attestation-oeuvrard-etienne-2027-05.pdf');
    const { pages, tags, unmarked, objects } = readPdf(bytes);
    const text = pages.join('\n');
    for (const said of [
      'Étienne Œuvrard',
      'n° 101-1',
      'Chirurgie digestive',
      'Hôpital Saint-Antoine, Paris (75)',
    ])
      expect(text).to.include(said);
    expect(text)
      .to.match(/semestre d’été, de mai 2027/)
      .and.match(/ligne 7/);
    expect(unmarked).to.deep.equal([]);
    expect(tags.get('Link')).to.equal(1);
    expect(objects).to.match(/\/Subtype \/Link[\s\S]*\/Contents/);
    expect((await download(api.visitor())).status).to.equal(401);
    expect(text).to.match(/\/attestation#[\dA-Z-]{23}/); // behind #, where no log of a server sees it
  });

  it('[K7] is there for an earlier semester too, and says where nothing was chosen', async () => {
    await choose(0, 7);
    await api.database.sql(`update semester set current = false`);
    await api.database.sql(`insert into semester (code, current) values ('2027-11', true)`);
    expect((await download(intern, '2027-05')).status).to.equal(200);
    const none = await intern.get('/api/documents/certificates/2027-11');
    expect(none.status).to.equal(404);
    expect(none.body).to.include({ code: 'NO_CERTIFICATE' });
  });

  it('[K7] is not given to the holder of a mandate, who is told whose it is', async () => {
    await choose(0, 7);
    const holder = await api.signedIn({
      realm: 'mandatary',
      email: 'h@exemple.fr',
      name: 'Sacha Petit',
    });
    const refused = await holder.get('/api/documents/certificates/2027-05');
    expect(refused.status).to.equal(403);
    expect(refused.body).to.include({ code: 'INTERNS_DOCUMENT' });
  });

  it('[K8] has a code that anyone can check as typed from paper, and that never tells the post', async () => {
    await choose(0, 7);
    const code = codeOf((await download(intern)).bytes);
    const { checked, text } = await check(
      ` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')} `,
    );
    expect(checked).to.include({
      kind: 'genuine',
      name: 'Œuvrard',
      semester: '2027-05',
      service: 'Chirurgie digestive',
      establishment: 'Hôpital Saint-Antoine',
    });
    expect(text).not.to.match(/101-1|INE|classi/);
    expect(codeOf((await download(intern)).bytes)).to.equal(code);
    for (const other of ['0', spelled(newCode())])
      expect((await check(other)).checked).to.deep.equal({ kind: 'unknown' });
  });

  it('[K8] is answered for an unknown code after the same time', async () => {
    await choose(0, 7);
    const code = codeOf((await download(intern)).bytes);
    for (const asked of [code, spelled(newCode())]) {
      const begun = performance.now();
      await check(asked);
      expect(performance.now() - begun).to.be.at.least(195);
    }
  });

  it('[K9] is no longer valid once the choice is corrected, and the new choice has another code', async () => {
    await choose(0, 7);
    const before = codeOf((await download(intern)).bytes);
    await api.database.sql('update assignment set ended_at = now()');
    expect((await check(before)).checked.kind).to.equal('obsolete');
    await choose(3, 8);
    const after = await download(intern);
    expect(codeOf(after.bytes)).not.to.equal(before);
    expect(readPdf(after.bytes).pages.join('')).to.include('n° 9');
    expect((await check(before)).checked.kind).to.equal('obsolete');
    expect((await check(codeOf(after.bytes))).checked.kind).to.equal('genuine');
  });

  it('[K8] spells codes in groups without letters that are taken for one another', () => {
    const code = newCode();
    expect(spelled(code)).to.match(/^(?:[0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/);
    expect(readCode(spelled(code))).to.equal(code);
    expect(readCode('OIL00-00000-00000-00000')).to.equal('01100000000000000000');
    expect(readCode(spelled(code).slice(1))).to.equal(null);
  });

  it('[K8] slows an address that tries many codes, and refuses none', async () => {
    const slowed = await runningApi({
      database: api.database,
      limits: { ...DEFAULT_LIMITS, lookUpsPerMinute: 2 },
    });
    const visitor = slowed.visitor();
    const timed = async (): Promise<number> => {
      const begun = performance.now();
      const code = spelled(newCode());
      expect((await visitor.send('POST', '/api/certificate-check', { code })).status).to.equal(200);
      return performance.now() - begun;
    };
    for (let count = 0; count < 6; count++) await timed();
    expect(await timed()).to.be.greaterThan(290); // five above the limit, 20 ms each, beside the 200 of every answer
    await slowed.close();
  });
});
