/** The import on a real database: what it writes, and what it leaves alone. */
import { expect } from 'chai';
import { importAmphitheatres, type ImportOptions } from '../../../api/import/import.ts';
import type { ImportSummary } from '../../../api/import/summary.ts';
import { listen } from '../../../migrations/notifications.ts';
import { eventually } from '../../support/eventually.ts';
import { testDatabase, type TestDatabase } from '../../support/database.ts';
import { intern, post, wanted } from './files.ts';

const people = [1, 2, 3, 4, 5].map(number => intern(number));
const posts = [post('A', { places: 3 }), post('B', { reserve: 'Psychiatrie', flechage: 'addictologie' })];

describe('import', () => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await testDatabase();
  });

  afterEach(() => database.drop());

  async function done(options: ImportOptions): Promise<ImportSummary> {
    const result = await importAmphitheatres(database, options);
    if ('faults' in result) throw new Error(JSON.stringify(result.faults));
    return result.summary;
  }

  const list = () =>
    database.sql<{ ine: string; order: number; session: number | null }>(
      `select ine, call_order as "order", session.number as session from call_list_entry entry
       join roster_entry on roster_entry.id = roster_entry_id join intern on intern.id = intern_id
       left join session on session.id = session_id order by entry.amphitheatre_id, call_order`,
    );
  const ines = async () => (await list()).map(entry => entry.ine);
  const numbers = async () =>
    (await database.sql<{ number: string }>('select number from post order by id')).map(
      ({ number }) => number,
    );
  const amphitheatre = async () => {
    const [row] = await database.sql<{ id: number; pub: number; edition: number; acts: number }>(
      `select id, pub, edition, (select count(*)::int from amphitheatre_act where amphitheatre_id = amphitheatre.id) acts
       from amphitheatre order by id limit 1`,
    );
    if (row === undefined) throw new Error('no amphitheatre');
    return row;
  };
  const start = () => database.sql(`update session set state = 'running' where number = 1`);
  const everything = async () => {
    const tables = [
      'semester',
      'intern',
      'roster_entry',
      'call_list_entry',
      'session',
      'post',
      'amphitheatre',
    ];
    const rows = [];
    for (const table of [...tables, 'amphitheatre_act', 'planned_absence', 'service', 'establishment'])
      rows.push(await database.sql(`select * from ${table} order by id`));
    return rows;
  };

  it('makes one amphitheatre for each group and phase, with its offer, list and hours', async () => {
    const summary = await done(
      wanted(
        [...people, intern(6, { phase: 'Approfondissement' })],
        [...posts, post('C', { phase: 'approfondissement' })],
      ),
    );
    expect(summary.changed).to.equal(true);
    expect(
      summary.amphitheatres.map(one => [one.title, one.outcome, one.people, one.posts, one.sessions]),
    ).to.deep.equal([
      ['Psychiatrie, phase d’approfondissement', 'made', 1, 1, 1],
      ['Psychiatrie, phase socle', 'made', 5, 4, 3],
    ]);
    expect(await numbers()).to.deep.equal(['A-1', 'A-2', 'A-3', 'B', 'C']);
  });

  it('computes the call order and cuts it, with hours of Paris', async () => {
    await done(wanted([...people.toReversed(), intern(6, { choisit: 'non', rang_local: 40 })], posts));
    expect((await list()).map(({ ine, order, session }) => [ine, order, session])).to.deep.equal([
      ['INE0001', 1, 1],
      ['INE0002', 2, 1],
      ['INE0003', 3, 2],
      ['INE0004', 4, 2],
      ['INE0005', 5, 3],
    ]);
    const hours = await database.sql<{ at: Date }>('select starts_at as at from session order by number');
    expect(hours.map(({ at }) => at.toISOString())).to.deep.equal([
      '2027-03-22T08:00:00.000Z',
      '2027-03-22T08:05:00.000Z',
      '2027-03-22T08:10:00.000Z',
    ]);
  });

  it('stores seniority, theoretical promotion and the headcount of the whole group', async () => {
    await done(
      wanted(
        [
          intern(1),
          intern(2, { promotion: 2023, effectif_local: 30 }),
          intern(3, { phase: 'FST', choisit: 'non' }),
        ],
        posts,
      ),
    );
    const rows = await database.sql(
      `select seniority, theoretical_promotion as promotion, present_headcount as headcount from roster_entry order by id`,
    );
    expect(rows).to.deep.equal([1, 2, 3].map(() => ({ seniority: 5, promotion: 2024, headcount: 3 })));
  });

  it('leaves an amphitheatre uncut where no size is given', async () => {
    await done(wanted(people, posts, { perSession: null, first: null }));
    expect((await list()).map(entry => entry.session)).to.deep.equal([null, null, null, null, null]);
    expect(await database.sql('select 1 from session')).to.deep.equal([]);
  });

  it('changes nothing the second time, says so, and writes no act', async () => {
    const options = wanted([...people, intern(6, { absence_prevue: 'Congé' })], posts, { publish: true });
    await done(options);
    const before = await everything();
    const summary = await done(options);
    expect(summary.changed).to.equal(false);
    expect(summary.amphitheatres.map(one => one.outcome)).to.deep.equal(['unchanged']);
    expect(await everything()).to.deep.equal(before);
  });

  it('publishes offer, timetable and call list when asked, once', async () => {
    await done(wanted(people, posts));
    const dates = () =>
      database.sql<{ offer: Date | null; timetable: Date | null; list: Date | null }>(
        'select offer_published_at offer, timetable_published_at timetable, call_list_published_at list from amphitheatre',
      );
    expect(await dates()).to.deep.equal([{ offer: null, timetable: null, list: null }]);
    const first = await amphitheatre();
    await done(wanted(people, posts, { publish: true }));
    expect(Object.values((await dates())[0] ?? {}).every(date => date instanceof Date)).to.equal(true);
    expect(await amphitheatre()).to.deep.include({
      pub: first.pub + 1,
      edition: first.edition,
      acts: first.acts + 1,
    });
  });

  it('raises pub and edition, writes an act and notifies when something changed', async () => {
    await done(wanted(people, posts));
    const before = await amphitheatre();
    const heard: unknown[] = [];
    const channels = { amphitheatre_changed: (payload: unknown) => void heard.push(payload) };
    const listening = await listen(database.url, channels, error => {
      throw error;
    });
    try {
      await done(wanted(people.slice(1), posts));
      await eventually('the notification', () => heard.length > 0);
    } finally {
      await listening.close();
    }
    expect(heard).to.deep.equal([{ amphitheatre: before.id }]);
    expect(await amphitheatre()).to.deep.include({
      pub: before.pub + 1,
      edition: before.edition + 1,
      acts: before.acts + 1,
    });
  });

  it('closes the list up and keeps the accounts when the file no longer holds somebody or some post', async () => {
    await done(wanted(people, posts));
    await database.sql(
      `insert into account (realm, email, intern_id) select 'intern', 'interne2@exemple.fr', id from intern where ine = 'INE0002'`,
    );
    await done(
      wanted(
        people.filter(one => one.ine !== 'INE0002'),
        [post('A', { places: 2 })],
      ),
    );
    expect((await list()).map(({ ine, order, session }) => [ine, order, session])).to.deep.equal([
      ['INE0001', 1, 1],
      ['INE0003', 2, 1],
      ['INE0004', 3, 2],
      ['INE0005', 4, 2],
    ]);
    expect(await numbers()).to.deep.equal(['A-1', 'A-2']);
    expect(await database.sql('select email from account')).to.have.length(1);
    expect(await database.sql('select id from session')).to.have.length(2);
  });

  it('keeps sessions, people and posts that stay under the same ids', async () => {
    await done(wanted(people, posts));
    const ids = async () => ({
      sessions: await database.sql('select id from session where number < 3 order by id'),
      people: await database.sql(
        `select person from roster_entry join intern on intern.id = intern_id where ine > 'INE0001' order by ine`,
      ),
      posts: await database.sql(`select id from post where number <> 'B' order by id`),
    });
    const before = await ids();
    await done(
      wanted([...people.slice(1), intern(9)], [post('A', { places: 3, agrement: 'Autre' })], {
        perSession: 3,
      }),
    );
    const after = await ids();
    expect(after.sessions).to.deep.equal(before.sessions);
    expect(after.people.slice(0, 4)).to.deep.equal(before.people);
    expect(after.posts).to.deep.equal(before.posts);
  });

  it('gives new sessions the state of the others', async () => {
    await done(wanted(people, posts));
    await database.sql(`update session set state = 'open'`);
    await done(wanted([...people, intern(6), intern(7)], posts));
    expect(await database.sql('select state, count(*) as count from session group by state')).to.deep.equal([
      { state: 'open', count: 4 },
    ]);
  });

  it('leaves alone the amphitheatres that the files do not name', async () => {
    const other = { groupe: 'Pédiatrie', des: 'Pédiatrie' };
    await done(
      wanted(
        [...people, intern(9, other)],
        [...posts, post('P', { groupe: 'Pédiatrie', service: 'Urgences' })],
      ),
    );
    await done(wanted(people, posts));
    expect(await ines()).to.include('INE0009');
    expect(await numbers()).to.include('P');
  });

  it('moves somebody whose phase changed, and closes up the list they left', async () => {
    await done(wanted([...people, intern(6, { phase: 'fst' })], posts));
    await done(
      wanted([intern(1, { phase: 'FST' }), intern(6, { phase: 'FST' })], [post('F', { phase: 'FST' })]),
    );
    const lists = (await list()).map(({ ine, order }) => [ine, order]);
    expect(lists).to.deep.equal([
      ['INE0002', 1],
      ['INE0003', 2],
      ['INE0004', 3],
      ['INE0005', 4],
      ['INE0001', 1],
      ['INE0006', 2],
    ]);
  });

  it('tells by mail those whose published hour moved, and nobody else', async () => {
    const told = async () =>
      (await database.sql<{ recipient: string }>('select recipient from mail order by 1')).map(
        mail => mail.recipient,
      );
    const mailDomain = 'exemple.fr';
    await done(wanted(people, posts, { publish: true, mailDomain }));
    expect(await told()).to.deep.equal([]);
    await done(wanted(people, posts, { perSession: 3, mailDomain }));
    expect(await told()).to.deep.equal(['interne3@exemple.fr', 'interne5@exemple.fr']);
    expect(
      await database.sql(`select 1 from graphile_worker.jobs where task_identifier = 'mail'`),
    ).to.have.length(2);
  });

  it('does not undo what moderators changed in the room since', async () => {
    const named = [intern(1, { absence_prevue: 'Congé' }), ...people.slice(1)];
    await done(wanted(named, posts));
    await database.sql(`update roster_entry set status = 'supernumeraryValidating'`);
    await database.sql(`update post set blocked = true where number = 'B'`);
    await database.sql(`update planned_absence set lifted_at = now(), lifted_by = 1`);
    const summary = await done(wanted(named, posts));
    expect(summary.changed).to.equal(false);
    await done(
      wanted(
        [intern(1, { absence_prevue: 'Congé', type_de_choix: 'Surnombre non validant' }), ...people.slice(1)],
        posts,
      ),
    );
    const statuses = await database.sql('select distinct status from roster_entry order by 1');
    expect(statuses).to.deep.equal([
      { status: 'supernumeraryNonValidating' },
      { status: 'supernumeraryValidating' },
    ]);
    expect(await database.sql('select number from post where blocked')).to.deep.equal([{ number: 'B' }]);
    expect(await database.sql('select 1 from planned_absence where lifted_at is null')).to.deep.equal([]);
  });

  it('lifts the planned absence that the file no longer holds, and not one of a moderator', async () => {
    await done(wanted([intern(1, { absence_prevue: 'Congé' }), intern(2)], posts));
    await database.sql(
      `insert into planned_absence (roster_entry_id, reason, set_by)
       select entry.id, 'Téléphone', 7 from roster_entry entry join intern on intern.id = intern_id where ine = 'INE0002'`,
    );
    await done(wanted([intern(1), intern(2)], posts));
    expect(await database.sql('select reason from planned_absence where lifted_at is null')).to.deep.equal([
      { reason: 'Téléphone' },
    ]);
  });

  it('takes, after the first start, a file that changes nothing, with another e-mail or telephone', async () => {
    await done(wanted(people, posts));
    await start();
    const before = await amphitheatre();
    const summary = await done(
      wanted([intern(1, { telephone: '06 39 98 00 01' }), ...people.slice(1)], posts, { perSession: 3 }),
    );
    expect(summary.amphitheatres[0]?.changes.particulars).to.equal(1);
    expect(await amphitheatre()).to.deep.include({
      pub: before.pub,
      edition: before.edition,
      acts: before.acts + 1,
    });
    expect(await database.sql('select 1 from session')).to.have.length(3);
  });

  it('refuses, after the first start, each row that would change the amphitheatre, and writes nothing', async () => {
    await done(wanted(people, posts));
    await start();
    const before = await everything();
    const result = await importAmphitheatres(
      database,
      wanted(
        [
          intern(1, { type_de_choix: 'surnombre validant' }),
          intern(2, { absence_prevue: 'Congé' }),
          ...people.slice(3),
          intern(8),
        ],
        [
          post('A', { places: 2 }),
          post('B', { flechage: '' }),
          post('C', { chef_de_service: 'Dr Autre', service: 'Autre' }),
        ],
      ),
    );
    const faults = 'faults' in result ? result.faults : [];
    expect(faults.map(({ file, line }) => [file, line])).to.deep.equal([
      ['interns.csv', null],
      ['interns.csv', 2],
      ['interns.csv', 3],
      ['interns.csv', 6],
      ['posts.csv', null],
      ['posts.csv', 3],
      ['posts.csv', 4],
    ]);
    expect(faults[0]?.reason).to.equal(
      'L’amphithéâtre «\u00a0Psychiatrie, phase socle\u00a0» a commencé\u00a0: Nom3 Camille n’est plus dans le fichier.',
    );
    expect(await everything()).to.deep.equal(before);
  });

  it('holds the local ranks of a phase against those of a phase imported before', async () => {
    await done(wanted(people, posts));
    const result = await importAmphitheatres(
      database,
      wanted(
        [
          intern(11, { phase: 'FST', rang_local: 5 }),
          intern(12, { phase: 'FST', effectif_local: 41, promotion: 2023 }),
        ],
        [post('F', { phase: 'FST' })],
      ),
    );
    expect('faults' in result && result.faults.map(({ line, column }) => [line, column])).to.deep.equal([
      [2, 'rang_local'],
    ]);
  });

  it('puts seniority first where the call order is to be by strict seniority', async () => {
    const senior = intern(9, { semestres_valides: 6 });
    await done(wanted([...people, senior], posts, { strictSeniority: true }));
    expect((await ines())[0]).to.equal('INE0009');
  });

  it('makes the latest semester imported the current one', async () => {
    await done(wanted(people, posts));
    await done(wanted(people, posts, { semester: '2026-11' }));
    expect(await database.sql('select code from semester where current')).to.deep.equal([
      { code: '2027-05' },
    ]);
  });

  it('lets two imports of the same files at once follow one another', async () => {
    const results = await Promise.all([done(wanted(people, posts)), done(wanted(people, posts))]);
    expect(results.map(summary => summary.changed)).to.have.members([false, true]);
  });
});
