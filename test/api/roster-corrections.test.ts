/** What the roster says, corrected by hand: rank and lists follow, the effect is shown before, a called list stays (domain §2, §5, §11). */
import { expect } from 'chai';
import type { RosterEffect } from '../../api/file-answers.ts';
import { runningApi } from './support/running-api.ts';
import type { RunningApi, Visitor } from './support/running-api.ts';
import { seed } from './support/seed.ts';
import type { Seeded } from './support/seed.ts';

const reason = 'Erreur de la faculté, pièce lue';

describe('a correction of the roster', () => {
  let api: RunningApi;
  let desk: Visitor;
  let seeded: Seeded;
  beforeEach(async () => {
    api = await runningApi();
    seeded = await seed(api.database.sql);
    await api.database.sql('update roster_entry set local_headcount = 10');
    desk = await api.signedIn({ realm: 'moderator', email: 'nadia@ars.example', name: 'Nadia Ferhat' });
  });
  afterEach(() => api.close());

  const path = (index = 0) => `/api/desk/people/${seeded.people[index]}/roster`;
  const correct = (changes: object, seen?: unknown) =>
    desk.send('PUT', path(), { changes, reason, ...(seen === undefined ? {} : { seen }) });
  const preview = (changes: object) => desk.send('POST', `${path()}/preview`, { changes });
  const effect = async (changes: object): Promise<RosterEffect> =>
    (await preview(changes)).body as unknown as RosterEffect;
  const order = async () =>
    (
      await api.database.sql<{ place: number }>(
        `select right(person, 1)::int as place from call_list_entry join roster_entry on roster_entry.id = roster_entry_id
        join amphitheatre on amphitheatre.id = amphitheatre_id where amphitheatre.phase = 'approfondissement'
        order by amphitheatre_id, call_order`,
      )
    ).map(({ place }) => place);
  const entry = async (index = 0) =>
    (
      await api.database.sql<Readonly<Record<string, unknown>>>(
        `select intern.promotion, local_rank as "localRank", local_headcount as "localHeadcount", specialty.name as specialty,
          theoretical_promotion as "theoreticalPromotion", present_headcount as "presentHeadcount", group_id as "groupId"
        from roster_entry join intern on intern.id = intern_id join specialty on specialty.id = specialty_id where person = ?`,
        [seeded.people[index]],
      )
    )[0];
  /** A DES of another group, which has an amphitheatre of that phase with one intern. */
  const otherGroup = async (): Promise<number> => {
    const [row] = await api.database.sql<{ id: number }>(
      `with one as (insert into specialty_group (name) values ('Spécialités médicales') returning id),
      des as (insert into specialty (name) values ('Médecine interne') returning id),
      place as (insert into amphitheatre (semester_id, group_id, phase, per_session, first_at)
        select semester.id, one.id, 'approfondissement', 60, '2027-03-23T08:00Z' from semester, one returning id),
      who as (insert into intern (ine, name, first_name, exam, promotion) values ('INE-5', 'Petit', 'Lou', 'EDN', 2024) returning id)
      insert into roster_entry (semester_id, intern_id, person, group_id, specialty_id, phase, validated_semesters,
        supernumerary_semesters, research_year_semesters, research_leave_semesters, national_rank, local_rank,
        local_headcount, seniority, theoretical_promotion, present_headcount)
      select semester.id, who.id, 'person0005', one.id, des.id, 'approfondissement', 4, 0, 0, 0, 9, 1, 30, 4, 2024, 1
      from semester, one, des, who, place returning specialty_id as id`,
    );
    return row?.id ?? 0;
  };

  it('ranks the group anew and moves the call list before the first start, never after it', async () => {
    expect((await correct({ localRank: 2 })).body).to.include({ code: 'LOCAL_RANK_WRONG' });
    expect((await correct({ localRank: 11 })).body).to.include({ code: 'LOCAL_RANK_WRONG' });
    expect((await correct({ localRank: 9 })).body).to.deep.include({
      callOrder: { before: 1, after: 4 },
      othersOrder: 3,
    });
    expect(await order()).to.deep.equal([2, 3, 4, 1]);
    await api.database.sql(`update session set state = 'running'`);
    for (const changes of [
      { localRank: 1 },
      { validatedSemesters: 5 },
      { name: 'Autre' },
      { promotion: 2023 },
      { localHeadcount: 12 },
    ])
      for (const answer of [await correct(changes), await preview(changes)])
        expect(answer.body, JSON.stringify(changes)).to.include({ code: 'ALREADY_STARTED' });
    expect(await order()).to.deep.equal([2, 3, 4, 1]);
  });

  it('shows the effect before, and writes nothing and tells nobody by it', async () => {
    const before = await api.database.sql('select * from roster_entry order by id');
    expect(await effect({ localRank: 9 })).to.deep.include({
      updatedRank: { before: 1, after: 4 },
      callOrder: { before: 1, after: 4 },
    });
    expect(await order()).to.deep.equal([1, 2, 3, 4]);
    expect(await api.database.sql('select * from roster_entry order by id')).to.deep.equal(before);
    for (const table of ['amphitheatre_act', 'desk_act', 'mail'])
      expect(await api.database.sql(`select from ${table}`), table).to.deep.equal([]);
  });

  it('does what was shown, or refuses where it is something else by now', async () => {
    const seen = await effect({ localRank: 9 });
    await desk.send('PUT', path(1), { changes: { localRank: 10 }, reason });
    const refused = await correct({ localRank: 9 }, seen);
    expect(refused.body).to.include({ status: 409, code: 'EFFECT_CHANGED' });
    expect(await order()).to.deep.equal([1, 3, 4, 2]);
    expect(await entry()).to.include({ localRank: 1 });
    const now = await effect({ localRank: 9 });
    expect((await correct({ localRank: 9 }, now)).body).to.deep.equal(now);
  });

  it('corrects a promotion: the theoretical one and the call list follow', async () => {
    expect((await correct({ promotion: 2028 })).body).to.include({ code: 'PROMOTION_WRONG' });
    const { body } = await correct({ promotion: 2023 });
    // Expected 7 semesters of 2023, has 4: one promotion later, the others' own.
    expect(body).to.deep.include({ theoreticalPromotion: { before: 2024, after: 2024 } });
    const later = await correct({ promotion: 2026 });
    expect(later.body).to.deep.include({
      theoreticalPromotion: { before: 2024, after: 2026 },
      callOrder: { before: 1, after: 4 },
    });
    expect(await entry()).to.include({ promotion: 2026, presentHeadcount: 1 });
    expect(await entry(1)).to.include({ promotion: 2024, presentHeadcount: 3 });
  });

  it('takes the headcount of the promotion that somebody comes into', async () => {
    await api.database.sql(
      `update intern set promotion = 2023 from roster_entry where intern_id = intern.id and person = 'person0004'`,
    );
    await api.database.sql(`update roster_entry set local_headcount = 25 where person = 'person0004'`);
    expect((await correct({ promotion: 2023 })).body).to.deep.include({
      localHeadcount: { before: 10, after: 25 },
    });
    expect(
      (await desk.send('PUT', path(1), { changes: { promotion: 2023, localRank: 4 }, reason })).body,
    ).to.include({
      code: 'LOCAL_RANK_WRONG',
    });
  });

  it('corrects a headcount for the whole promotion of the group, never below a rank of it', async () => {
    expect((await correct({ localHeadcount: 3 })).body).to.include({ code: 'LOCAL_HEADCOUNT_WRONG' });
    expect((await correct({ localHeadcount: 20 })).body).to.deep.include({
      localHeadcount: { before: 10, after: 20 },
      updatedRank: { before: 1, after: 1 },
      othersHeadcount: 3,
      othersOrder: 0,
    });
    for (const index of [0, 1, 2, 3]) expect(await entry(index)).to.include({ localHeadcount: 20 });
  });

  it('leaves a headcount that a called list of another phase was ranked with', async () => {
    await api.database.sql(
      `with other as (insert into amphitheatre (semester_id, group_id, phase)
        select semester_id, group_id, 'consolidation' from amphitheatre returning id),
      called as (insert into session (amphitheatre_id, number, state) select id, 1, 'closed' from other)
      update roster_entry set phase = 'consolidation' where person = 'person0004'`,
    );
    expect((await correct({ localHeadcount: 20 })).body).to.include({ code: 'ALREADY_STARTED' });
    expect((await correct({ localRank: 5 })).status).to.equal(200);
    expect(await entry(3)).to.include({ localHeadcount: 10 });
  });

  it('corrects a DES within the group without touching the order', async () => {
    await api.database.sql(
      `update roster_entry set specialty_id = (select id from specialty where name = 'Urologie') where person = 'person0002'`,
    );
    const [urology] = await api.database.sql<{ id: number }>(
      `select id from specialty where name = 'Urologie'`,
    );
    expect((await correct({ specialtyId: urology?.id })).body).to.deep.include({
      callOrder: { before: 1, after: 1 },
      othersOrder: 0,
    });
    expect(await entry()).to.include({ specialty: 'Urologie' });
    expect((await correct({ specialtyId: 9999 })).body).to.include({ code: 'SPECIALTY_UNKNOWN' });
  });

  it('brings somebody whose DES is of another group to its amphitheatre, once it is known where they stand there', async () => {
    const specialtyId = await otherGroup();
    expect((await correct({ specialtyId })).body).to.include({ code: 'LOCAL_RANK_WRONG' });
    const { body } = await correct({ specialtyId, localRank: 2 });
    expect(body).to.deep.include({
      localHeadcount: { before: 10, after: 30 },
      callOrder: { before: 1, after: 2 },
      othersOrder: 4,
    });
    expect(body['amphitheatre']).to.deep.equal({
      before: 'Spécialités chirurgicales, phase d’approfondissement',
      after: 'Spécialités médicales, phase d’approfondissement',
    });
    expect(await order()).to.have.members([1, 2, 3, 4, 5]);
    expect(await entry(1)).to.include({ presentHeadcount: 3 });
    const acts = await api.database.sql(`select from amphitheatre_act where act = 'correctRoster'`);
    expect(acts).to.have.length(2);
  });

  it('says where the other group has no amphitheatre of that phase', async () => {
    const specialtyId = await otherGroup();
    await api.database.sql(
      `delete from amphitheatre using specialty_group where group_id = specialty_group.id and name = 'Spécialités médicales'`,
    );
    expect((await correct({ specialtyId, localRank: 2 })).body).to.include({ code: 'NO_SUCH_AMPHITHEATRE' });
  });

  it('is recorded with who, which fields and why, the values nowhere', async () => {
    await correct({ promotion: 2026, localHeadcount: 12 });
    const acts = await api.database.sql(
      `select act, detail, reason from desk_act join desk_act_private on act_id = id where act = 'correctRoster'`,
    );
    expect(acts).to.deep.equal([
      { act: 'correctRoster', detail: { fields: ['promotion', 'localHeadcount'] }, reason },
    ]);
  });
});
