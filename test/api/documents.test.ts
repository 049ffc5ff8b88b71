/** Documents over HTTP with the real worker: call list, assignments, the agency's list, what is shared, told and deleted. */
import { parse } from 'csv-parse/sync';
import { expect } from 'chai';
import { purgeDocuments } from '../../api/documents/purge.ts';
import { readPdf } from './support/pdf-reader.ts';
import { runningApi } from './support/running-api.ts';
import type { RunningApi } from './support/running-api.ts';
import { assign, seed } from './support/seed.ts';
import type { Seeded } from './support/seed.ts';
import { runningWorker } from './support/worker.ts';
import type { RunningWorker } from './support/worker.ts';

describe('documents', () => {
  let api: RunningApi;
  let seeded: Seeded;
  let open: RunningWorker[];
  beforeEach(async () => {
    api = await runningApi();
    seeded = await seed(api.database.sql);
    open = [];
  });
  afterEach(async () => {
    for (const each of open) await each.close();
    await api.close('madeUp');
  });

  const withWorker = async (): Promise<void> => {
    open.push(await runningWorker(api.database));
  };
  const chosen = (person: number, post: number, seq: number): Promise<void> =>
    assign(api.database.sql, seeded, person, post, seq);
  const rowsOf = (csv: Uint8Array): readonly Readonly<Record<string, string>>[] =>
    parse(Buffer.from(csv), { bom: true, delimiter: ';', columns: true });
  const moderator = () => api.signedIn({ realm: 'moderator', email: 'ars@exemple.fr', name: 'Nadia Ferhat' });
  const callList = (format: string) => `/api/documents/call-list/${seeded.amphitheatre}/${format}`;

  it('[K4] gives the call list as it stands: order, name, DES, session, state, service, and nothing private', async () => {
    await withWorker();
    await chosen(0, 0, 7);
    await api.database.sql(
      `insert into planned_absence (roster_entry_id, reason) select id, 'SECRET' from roster_entry where person = 'person0002'`,
    );
    const { status, headers, bytes } = await api.visitor().get(callList('csv'));
    expect(status).to.equal(200);
    expect(headers.get('content-disposition')).to.match(/^attachment; filename="liste-d-appel-.*\.csv"/);
    expect(
      rowsOf(bytes).map(row => [row['ordre_appel'], row['nom'], row['etat'], row['service_choisi']]),
    ).to.deep.equal([
      ['1', 'Œuvrard', 'A choisi', 'Chirurgie digestive'],
      ['2', 'École', 'Ne choisit pas', ''],
      ['3', 'Étage', 'À venir', ''],
      ['4', 'Zola', 'À venir', ''],
    ]);
    expect(rowsOf(bytes)[0]).to.include({ session: '1', heure_de_paris: '22 mars, 9\u00a0h' });
    expect(Buffer.from(bytes).toString()).not.to.match(/SECRET|INE|@|0600|101-1|classi/);
  });

  it('[K4] is silent about a call list before its publication', async () => {
    await withWorker();
    await api.database.sql('update amphitheatre set call_list_published_at = null');
    expect((await api.visitor().get(callList('pdf'))).status).to.equal(404);
  });

  it('[K12] writes PDF/UA: tagged, in French, titled, fonts inside, heads and numbers as artifacts', async () => {
    await withWorker();
    const { headers, bytes } = await api.visitor().get(callList('pdf'));
    expect(headers.get('content-type')).to.equal('application/pdf');
    const { objects, pages, unmarked, tags } = readPdf(bytes);
    expect(objects)
      .to.match(/\/Lang \(fr-FR\)/)
      .and.match(/\/Marked true/)
      .and.match(/\/DisplayDocTitle true/)
      .and.match(/<pdfuaid:part>1<\/pdfuaid:part>/)
      .and.not.match(/Helvetica/);
    const descriptors = objects.match(/\/Type \/FontDescriptor/g);
    expect(objects.match(/\/FontFile2 \d+ 0 R/g)).to.have.length(descriptors?.length ?? -1);
    expect(unmarked).to.deep.equal([]);
    expect([...tags]).to.deep.include.members([
      ['H1', 1],
      ['Table', 1],
      ['TR', 5],
      ['TH', 6 + 4],
      ['TD', 4 * 5],
    ]);
    expect(pages[0])
      .to.match(/Liste d’appel, Spécialités chirurgicales/)
      .and.match(/Œuvrard Étienne/)
      .and.match(/page 1 sur 1/);
    expect(pages.join('')).not.to.include('\ufffd');
  });

  it('[K1] is made once for all who ask in the same state, anew where the state has changed', async () => {
    await withWorker();
    const answers = await Promise.all(Array.from({ length: 30 }, () => api.visitor().get(callList('csv'))));
    expect(new Set(answers.map(({ status }) => status))).to.deep.equal(new Set([200]));
    const count = async () => (await api.database.sql('select 1 from document')).length;
    expect(await count()).to.equal(1);
    await api.database.sql('update amphitheatre set pub = pub + 1');
    await api.visitor().get(callList('csv'));
    expect(await count()).to.equal(2);
  });

  it('[K2] tells that the worker failed, and makes it anew for whoever asks again', async () => {
    await withWorker();
    await api.database.sql('alter table specialty_group rename to hidden');
    const failed = await api.visitor().get(callList('csv'));
    expect(failed.status).to.equal(503);
    expect(failed.body).to.include({ code: 'DOCUMENT_FAILED' });
    await api.database.sql('alter table hidden rename to specialty_group');
    expect((await api.visitor().get(callList('csv'))).status).to.equal(200);
  });

  it('[K2] says after ten seconds that no worker answers, and when to try again', async () => {
    let now = Date.now();
    const hurried = await runningApi({
      database: api.database,
      clock: {
        now: () => now,
        at(when, act) {
          now = when;
          setImmediate(act);
          return () => undefined;
        },
      },
    });
    open.push(hurried);
    const late = await hurried.visitor().get(callList('csv'));
    expect(late.status).to.equal(503);
    expect(late.body).to.include({ code: 'DOCUMENT_LATE' });
    expect(late.headers.get('retry-after')).to.equal('10');
  });

  it('[K3] deletes private bytes after two minutes, public ones after ten', async () => {
    const insert = (key: string, withPosts: boolean, minutes: number) =>
      api.database.sql(
        `insert into document (key, kind, params, made_at, content) values (?, 'assignments', ?::jsonb, now() - make_interval(mins => ?::int), '')`,
        [key, JSON.stringify({ withPosts }), minutes],
      );
    await insert('private old', true, 3);
    await insert('private new', true, 1);
    await insert('public old', false, 11);
    await insert('public new', false, 9);
    await purgeDocuments(api.database.sql);
    const kept = await api.database.sql<{ key: string }>('select key from document order by key');
    expect(kept.map(({ key }) => key)).to.deep.equal(['private new', 'public new']);
  });

  it('[K5] names the service and never the post in the public assignments', async () => {
    await withWorker();
    await chosen(0, 0, 7);
    const { headers, bytes } = await api.visitor().get('/api/documents/assignments/csv');
    expect(headers.get('cache-control')).to.equal('no-cache');
    expect(rowsOf(bytes)).to.have.length(1);
    expect(rowsOf(bytes)[0]).to.include({
      nom: 'Œuvrard',
      service: 'Chirurgie digestive',
      departement: '75',
    });
    expect(Buffer.from(bytes).toString()).not.to.match(/101-1|INE|classique/);
  });

  it('[K6] gives the agency its list with posts, records who took it first, and refuses everybody else', async () => {
    await withWorker();
    await chosen(0, 0, 7);
    const path = `/api/desk/documents/assignments/csv?amphitheatre=${seeded.amphitheatre}`;
    expect((await api.visitor().get(path)).status).to.equal(401);
    const { headers, bytes } = await (await moderator()).get(path);
    expect(headers.get('cache-control')).to.equal('private, no-store');
    expect(rowsOf(bytes)[0]).to.include({
      numero_poste: '101-1',
      ine: 'INE-SECRET-1',
      type_de_choix: 'classique',
      choisi_par: 'interne',
    });
    const reads = await api.database.sql(
      `select account.email, format, amphitheatre_id as amphitheatre from document_read join account on account.id = account_id`,
    );
    expect(reads).to.deep.equal([
      { email: 'ars@exemple.fr', format: 'csv', amphitheatre: seeded.amphitheatre },
    ]);
  });

  it('[K13] runs no cell of a CSV as a formula', async () => {
    await withWorker();
    await api.database.sql(`update intern set name = '=HYPERLINK("x")' where ine = 'INE-SECRET-1'`);
    await api.database.sql('update amphitheatre set edition = edition + 1');
    const { bytes } = await api.visitor().get(callList('csv'));
    expect(Buffer.from(bytes.subarray(0, 3)).toString('hex')).to.equal('efbbbf');
    expect(rowsOf(bytes)[0]?.['nom']).to.equal(`'=HYPERLINK("x")`);
  });
});
