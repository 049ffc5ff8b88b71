/** The demo set is what its README says, and goes in through the ordinary door. */
import { expect } from 'chai';
import { importDemo } from '../../../api/import/demo.ts';
import { testDatabase, type TestDatabase } from '../../support/database.ts';

describe('demo set', () => {
  let database: TestDatabase;
  let demo: Awaited<ReturnType<typeof importDemo>>;

  before(async () => {
    database = await testDatabase();
    demo = await importDemo(database);
  });

  after(() => database.drop());

  const number = async (query: string): Promise<number> => {
    const [row] = await database.sql<{ n: number }>(`select (${query})::int as n`);
    return row?.n ?? Number.NaN;
  };

  it('holds real establishments of the eight departments, posts, people and amphitheatres enough', async () => {
    expect(await number('select count(*) from establishment')).to.be.at.least(50);
    const departments = await database.sql('select distinct department from establishment order by 1');
    expect(departments.map(row => (row as { department: string }).department)).to.deep.equal([
      '75',
      '77',
      '78',
      '91',
      '92',
      '93',
      '94',
      '95',
    ]);
    expect(await number('select count(*) from post')).to.be.at.least(1_200);
    expect(await number('select count(*) from roster_entry')).to.be.at.least(800);
    expect(await number('select count(*) from amphitheatre')).to.equal(6);
    expect(await number('select count(*) from post where reserved_for_id is not null')).to.be.at.least(30);
    expect(await number('select count(*) from post where earmark is not null')).to.be.at.least(50);
    expect(await number('select count(*) from roster_entry where not chooses')).to.be.at.least(5);
  });

  it('is published and cut, every session a draft with its hour', async () => {
    expect(await number('select count(*) from amphitheatre where call_list_published_at is null')).to.equal(
      0,
    );
    expect(await number(`select count(*) from session where state <> 'draft' or starts_at is null`)).to.equal(
      0,
    );
    expect(await number('select count(*) from call_list_entry where session_id is null')).to.equal(0);
  });

  it('puts people of a later promotion behind, and shows updated ranks that are not local ranks', async () => {
    expect(
      await number(`select count(*) from roster_entry join intern on intern.id = intern_id
        where theoretical_promotion > promotion`),
    ).to.be.at.least(20);
    expect(
      await number('select count(*) from roster_entry where present_headcount <> local_headcount'),
    ).to.be.at.least(500);
  });

  it('names as the demo session the one of twelve people and eighteen posts', async () => {
    const people = await database.sql<{ order: number; status: string; absent: boolean; session: number }>(
      `select call_order as "order", status, absence.id is not null as absent, session_id as session
       from call_list_entry entry join roster_entry on roster_entry.id = entry.roster_entry_id
       left join planned_absence absence on absence.roster_entry_id = roster_entry.id
       where amphitheatre_id = ? order by call_order`,
      [demo?.amphitheatre],
    );
    expect(people).to.have.length(12);
    expect(people.every(person => person.session === demo?.session)).to.equal(true);
    expect(people.slice(0, 4).every(person => person.status === 'classic' && !person.absent)).to.equal(true);
    expect(people.filter(person => person.absent).map(person => person.order)).to.deep.equal([7]);
    expect(people.filter(person => person.status !== 'classic').map(person => person.order)).to.deep.equal([
      9,
    ]);
    const posts = await database.sql<{ reserved: number | null; earmark: string | null }>(
      'select reserved_for_id as reserved, earmark from post where amphitheatre_id = ?',
      [demo?.amphitheatre],
    );
    expect(posts).to.have.length(18);
    expect(posts.filter(post => post.reserved !== null)).to.have.length(3);
    expect(posts.filter(post => post.earmark !== null)).to.have.length(4);
  });

  it('uses addresses and telephones that can be nobody’s', async () => {
    expect(await number(`select count(*) from roster_entry where email not like '%@exemple.fr'`)).to.equal(0);
    expect(await number(`select count(*) from roster_entry where phone not like '06 39 98 %'`)).to.equal(0);
    for (const column of ['email', 'phone'])
      expect(await number(`select count(*) - count(distinct ${column}) from roster_entry`), column).to.equal(
        0,
      );
  });

  it('goes in once: a database that has a semester is left alone', async () => {
    expect(await importDemo(database)).to.equal(null);
  });
});
