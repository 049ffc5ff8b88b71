/** Importing again: what the files no longer hold leaves, what stays keeps its ids, the rest is left alone. */
import { expect } from 'chai';
import { intern, post, wanted } from './files.ts';
import { importing, people, posts } from './importing.ts';

describe('import, again', () => {
  const of = importing();

  it('closes the list up and keeps the accounts when the file no longer holds somebody or some post', async () => {
    await of.done(wanted(people, posts));
    await of.sql(
      `insert into account (realm, email, intern_id) select 'intern', 'interne2@exemple.fr', id from intern where ine = 'INE0002'`,
    );
    await of.done(
      wanted(
        people.filter(one => one.ine !== 'INE0002'),
        [post('A', { places: 2 })],
      ),
    );
    expect((await of.list()).map(({ ine, order, session }) => [ine, order, session])).to.deep.equal([
      ['INE0001', 1, 1],
      ['INE0003', 2, 1],
      ['INE0004', 3, 2],
      ['INE0005', 4, 2],
    ]);
    expect(await of.numbers()).to.deep.equal(['A-1', 'A-2']);
    expect(await of.sql('select email from account')).to.have.length(1);
    expect(await of.sql('select id from session')).to.have.length(2);
  });

  it('closes an uncut list up too', async () => {
    const uncut = { perSession: null, first: null };
    await of.done(wanted(people, posts, uncut));
    await of.done(wanted(people.slice(1), posts, uncut));
    expect((await of.list()).map(entry => entry.order)).to.deep.equal([1, 2, 3, 4]);
  });

  it('keeps sessions, people and posts that stay under the same ids', async () => {
    await of.done(wanted(people, posts));
    const ids = async () => ({
      sessions: await of.sql('select id from session where number < 3 order by id'),
      people: await of.sql(
        `select person from roster_entry join intern on intern.id = intern_id where ine > 'INE0001' order by ine`,
      ),
      posts: await of.sql(`select id from post where number <> 'B' order by id`),
    });
    const before = await ids();
    await of.done(
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
    await of.done(wanted(people, posts));
    await of.sql(`update session set state = 'open'`);
    await of.done(wanted([...people, intern(6), intern(7)], posts));
    expect(await of.sql('select state, count(*) as count from session group by state')).to.deep.equal([
      { state: 'open', count: 4 },
    ]);
  });

  it('leaves alone the amphitheatres that the files do not name', async () => {
    const other = { groupe: 'Pédiatrie', des: 'Pédiatrie' };
    await of.done(
      wanted(
        [...people, intern(9, other)],
        [...posts, post('P', { groupe: 'Pédiatrie', service: 'Urgences' })],
      ),
    );
    await of.done(wanted(people, posts));
    expect((await of.list()).map(entry => entry.ine)).to.include('INE0009');
    expect(await of.numbers()).to.include('P');
  });

  it('moves somebody whose phase changed, and closes up the list they left', async () => {
    await of.done(wanted([...people, intern(6, { phase: 'fst' })], posts));
    await of.done(
      wanted([intern(1, { phase: 'FST' }), intern(6, { phase: 'FST' })], [post('F', { phase: 'FST' })]),
    );
    const lists = (await of.list()).map(({ ine, order }) => [ine, order]);
    expect(lists).to.deep.equal([
      ['INE0002', 1],
      ['INE0003', 2],
      ['INE0004', 3],
      ['INE0005', 4],
      ['INE0001', 1],
      ['INE0006', 2],
    ]);
  });

  it('[H6] tells by mail those whose published hour moved, and nobody else', async () => {
    const told = async () =>
      (await of.sql<{ recipient: string }>('select recipient from mail order by 1')).map(
        mail => mail.recipient,
      );
    const mailDomain = 'exemple.fr';
    await of.done(wanted(people, posts, { publish: true, mailDomain }));
    expect(await told()).to.deep.equal([]);
    await of.done(wanted(people, posts, { perSession: 3, mailDomain }));
    expect(await told()).to.deep.equal(['interne3@exemple.fr', 'interne5@exemple.fr']);
    expect(await of.sql(`select 1 from graphile_worker.jobs where task_identifier = 'mail'`)).to.have.length(
      2,
    );
  });

  it('holds the local ranks of a phase against those of a phase imported before', async () => {
    await of.done(wanted(people, posts));
    const faults = await of.refused(
      wanted(
        [
          intern(11, { phase: 'FST', rang_local: 5 }),
          intern(12, { phase: 'FST', effectif_local: 41, promotion: 2023 }),
        ],
        [post('F', { phase: 'FST' })],
      ),
    );
    expect(faults.map(({ line, column }) => [line, column])).to.deep.equal([[2, 'rang_local']]);
  });
});
