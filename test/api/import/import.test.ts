/** The import on a real database: what it makes of two files, and what it tells of it. */
import { expect } from 'chai';
import { listen } from '../../../migrations/notifications.ts';
import { eventually } from '../../support/eventually.ts';
import { intern, post, wanted } from './files.ts';
import { importing, people, posts } from './importing.ts';

describe('import', () => {
  const of = importing();

  it('makes one amphitheatre for each group and phase, with its offer, list and hours', async () => {
    const summary = await of.done(
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
    expect(await of.numbers()).to.deep.equal(['A-1', 'A-2', 'A-3', 'B', 'C']);
  });

  it('computes the call order and cuts it, with hours of Paris', async () => {
    await of.done(wanted([...people.toReversed(), intern(6, { choisit: 'non', rang_local: 40 })], posts));
    expect((await of.list()).map(({ ine, order, session }) => [ine, order, session])).to.deep.equal([
      ['INE0001', 1, 1],
      ['INE0002', 2, 1],
      ['INE0003', 3, 2],
      ['INE0004', 4, 2],
      ['INE0005', 5, 3],
    ]);
    const hours = await of.sql<{ at: Date }>('select starts_at as at from session order by number');
    expect(hours.map(({ at }) => at.toISOString())).to.deep.equal([
      '2027-03-22T08:00:00.000Z',
      '2027-03-22T08:05:00.000Z',
      '2027-03-22T08:10:00.000Z',
    ]);
  });

  it('stores seniority, theoretical promotion and the headcount of the whole group', async () => {
    await of.done(
      wanted(
        [
          intern(1),
          intern(2, { promotion: 2023, effectif_local: 30 }),
          intern(3, { phase: 'FST', choisit: 'non' }),
        ],
        posts,
      ),
    );
    const rows = await of.sql(
      `select seniority, theoretical_promotion as promotion, present_headcount as headcount from roster_entry order by id`,
    );
    expect(rows).to.deep.equal([1, 2, 3].map(() => ({ seniority: 5, promotion: 2024, headcount: 3 })));
  });

  it('leaves an amphitheatre uncut where no size is given', async () => {
    await of.done(wanted(people, posts, { perSession: null, first: null }));
    expect((await of.list()).map(entry => entry.session)).to.deep.equal([null, null, null, null, null]);
    expect(await of.sql('select 1 from session')).to.deep.equal([]);
  });

  it('changes nothing the second time, says so, and writes no act', async () => {
    const options = wanted([...people, intern(6, { absence_prevue: 'Congé' })], posts, { publish: true });
    await of.done(options);
    const before = await of.everything();
    const summary = await of.done(options);
    expect(summary.changed).to.equal(false);
    expect(summary.amphitheatres.map(one => one.outcome)).to.deep.equal(['unchanged']);
    expect(await of.everything()).to.deep.equal(before);
  });

  it('publishes offer, timetable and call list when asked, once', async () => {
    await of.done(wanted(people, posts));
    const dates = () =>
      of.sql<{ offer: Date | null; timetable: Date | null; list: Date | null }>(
        'select offer_published_at offer, timetable_published_at timetable, call_list_published_at list from amphitheatre',
      );
    expect(await dates()).to.deep.equal([{ offer: null, timetable: null, list: null }]);
    const first = await of.counters();
    await of.done(wanted(people, posts, { publish: true }));
    expect(Object.values((await dates())[0] ?? {}).every(date => date instanceof Date)).to.equal(true);
    expect(await of.counters()).to.deep.include({
      pub: first.pub + 1,
      edition: first.edition,
      acts: first.acts + 1,
    });
  });

  it('raises pub and edition, writes an act and notifies when something changed', async () => {
    await of.done(wanted(people, posts));
    const before = await of.counters();
    const heard: unknown[] = [];
    const channels = { amphitheatre_changed: (payload: unknown) => void heard.push(payload) };
    const listening = await listen(of.url(), channels, error => {
      throw error;
    });
    try {
      await of.done(wanted(people.slice(1), posts));
      await eventually('the notification', () => heard.length > 0);
    } finally {
      await listening.close();
    }
    expect(heard).to.deep.equal([{ amphitheatre: before.id }]);
    expect(await of.counters()).to.deep.include({
      pub: before.pub + 1,
      edition: before.edition + 1,
      acts: before.acts + 1,
    });
  });

  it('puts seniority first where the call order is to be by strict seniority', async () => {
    const senior = intern(9, { semestres_valides: 6 });
    await of.done(wanted([...people, senior], posts, { strictSeniority: true }));
    expect((await of.list()).map(entry => entry.ine)[0]).to.equal('INE0009');
  });

  it('[H11] begins a semester with everybody classic whom its own file does not say otherwise of', async () => {
    const supernumerary = [
      intern(1, { type_de_choix: 'surnombre validant' }),
      intern(2, { type_de_choix: 'surnombre non validant' }),
    ];
    await of.done(wanted(supernumerary, posts, { semester: '2026-11' }));
    await of.sql(`update roster_entry set status = 'supernumeraryValidating' where status <> 'classic'`);
    await of.done(wanted([intern(1), intern(2, { type_de_choix: 'surnombre non validant' })], posts));
    const statuses = await of.sql(
      `select code, ine, status from roster_entry join intern on intern.id = intern_id
      join semester on semester.id = semester_id order by code, ine`,
    );
    expect(statuses).to.deep.equal([
      { code: '2026-11', ine: 'INE0001', status: 'supernumeraryValidating' },
      { code: '2026-11', ine: 'INE0002', status: 'supernumeraryValidating' },
      { code: '2027-05', ine: 'INE0001', status: 'classic' },
      { code: '2027-05', ine: 'INE0002', status: 'supernumeraryNonValidating' },
    ]);
  });

  it('makes the first semester imported the current one; another is opened by npm run semester', async () => {
    const first = await of.done(wanted(people, posts));
    const next = await of.done(wanted(people, posts, { semester: '2027-11' }));
    expect([first.openNow, next.openNow]).to.deep.equal([null, '2027-05']);
    expect(await of.sql('select code from semester where current')).to.deep.equal([{ code: '2027-05' }]);
  });

  it('lets two imports of the same files at once follow one another', async () => {
    const results = await Promise.all([of.done(wanted(people, posts)), of.done(wanted(people, posts))]);
    expect(results.map(summary => summary.changed)).to.have.members([false, true]);
  });

  it('lets two imports that bring the same new names follow one another', async () => {
    await of.done(wanted(people, posts));
    const part = (number: number, groupe: string) =>
      wanted(
        [intern(number, { groupe, des: `DES ${groupe}` }), intern(number + 1, { groupe, des: 'Neurologie' })],
        [post(groupe, { groupe, service: 'Neurologie', finess: '750100125', etablissement: 'Pitié' })],
      );
    const results = await Promise.all([of.done(part(11, 'Un')), of.done(part(13, 'Deux'))]);
    expect(results.map(summary => summary.changed)).to.deep.equal([true, true]);
  });
});
