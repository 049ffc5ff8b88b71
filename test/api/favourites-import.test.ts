/** Taking over the favourites of the semester before, over real HTTP and a real database. */
import { expect } from 'chai';
import { add, arranged, keys, PATH, shown } from './support/favourites.ts';
import type { Arranged } from './support/favourites.ts';
import { runningApi } from './support/running-api.ts';
import type { RunningApi } from './support/running-api.ts';

describe('favourites of an earlier semester', () => {
  let api: RunningApi;
  beforeEach(async () => {
    api = await runningApi();
  });
  afterEach(() => api.close());

  /** A list of the semester before: Urologie; post 101-2, whose number is there again; one that is no more; a service not offered. */
  const before = async (): Promise<Arranged> => {
    const all = await arranged(api);
    const { seeded, services } = all;
    await api.database.sql(
      `with semester as (insert into semester (code) values ('2026-11') returning id),
      entry as (insert into roster_entry (semester_id, intern_id, person, group_id, specialty_id, phase, validated_semesters,
        supernumerary_semesters, research_year_semesters, research_leave_semesters, national_rank, local_rank, local_headcount,
        seniority, theoretical_promotion, present_headcount)
        select semester.id, intern_id, 'earlier001', group_id, specialty_id, 'socle', 3, 0, 0, 0, 1, 1, 4, 3, 2024, 4
        from roster_entry, semester where person = ? returning id),
      amphitheatre as (insert into amphitheatre (semester_id, group_id, phase)
        select semester.id, group_id, 'socle' from semester, amphitheatre returning id),
      service as (insert into service (establishment_id, name) select id, 'Proctologie' from establishment returning id),
      post as (insert into post (amphitheatre_id, number, service_id)
        select amphitheatre.id, number, service_id from amphitheatre,
        (values ('101-2', ?::int), ('77', ?::int)) as old(number, service_id) returning id, number)
      insert into favourite (roster_entry_id, position, service_id, post_id)
      select entry.id, 1, ?::int, null from entry
      union all select entry.id, 2, null, post.id from entry, post where number = '101-2'
      union all select entry.id, 3, null, post.id from entry, post where number = '77'
      union all select entry.id, 4, service.id, null from entry, service`,
      [seeded.people[0], services[0], services[0], services[1]],
    );
    return all;
  };
  const brings = {
    semester: '2026-11',
    count: 4,
    added: 3,
    already: 0,
    asService: [
      {
        service: 'Chirurgie digestive',
        establishment: 'Hôpital Saint-Antoine',
      },
    ],
    notOffered: [
      {
        service: 'Proctologie',
        establishment: 'Hôpital Saint-Antoine',
      },
    ],
  };

  it('[F16] are taken over in their order as today’s offer has them, and the rest is named', async () => {
    const { intern, list, post, service } = await before();
    expect((await intern.get(`${PATH}/import`)).body).to.deep.equal({ last: brings });
    const answer = await intern.send('POST', `${PATH}/import`);
    expect([answer.status, answer.body['last']]).to.deep.equal([200, brings]);
    expect(shown(answer)).to.equal(keys(service(1), post(1), service(0)));
    expect(await list()).to.equal(shown(answer));
  });

  it('[F16] come behind what stands there already, and bring nothing twice', async () => {
    const { intern, send, post, service } = await before();
    await send([add(post(4)), add(service(1))]);
    await intern.send('POST', `${PATH}/import`);
    const again = await intern.send('POST', `${PATH}/import`);
    expect(shown(again)).to.equal(keys(post(4), service(1), post(1), service(0)));
    expect(again.body['last']).to.include({ added: 0, already: 3 });
  });

  it('[F16] are none where there was no earlier list', async () => {
    const { intern } = await arranged(api);
    expect((await intern.get(`${PATH}/import`)).body).to.deep.equal({ last: null });
    expect((await intern.send('POST', `${PATH}/import`)).body).to.include({ version: 0, last: null });
  });
});
