/** Somebody forgotten: in the tables before and between sessions, through the live one while it runs. */
import { expect } from 'chai';
import { liveApi } from './support/live-api.ts';
import type { LiveApi } from './support/live-api.ts';

describe('somebody forgotten', () => {
  let house: LiveApi;
  const given = async (...wanted: Parameters<typeof liveApi>): Promise<void> => {
    house = await liveApi(...wanted);
  };
  afterEach(() => house.close());

  const path = (what: string): string =>
    `/api/desk/amphitheatres/${house.theatre.stage.amphitheatre}/${what}`;
  const edition = async (): Promise<number> =>
    (await house.sql<{ edition: number }>('select edition from amphitheatre'))[0]?.edition ?? 0;
  const orders = () =>
    house.sql<{ person: string; order: number; session: number; late: boolean }>(
      `select person, call_order as "order", number as session, joined_late as late
      from call_list_entry join roster_entry on roster_entry.id = roster_entry_id
      left join session on session.id = session_id order by call_order`,
    );
  /** On the roster, not on the list: the local rank puts them behind the one of that call order. */
  const forget = async (behind: number, person = 'forgotten1'): Promise<void> => {
    await house.sql(
      `with one as (insert into intern (ine, name, first_name, exam, promotion)
        values ('INE-' || ?::text, 'Œuvrard', 'Zoé', 'EDN', 2024) returning id)
      insert into roster_entry (semester_id, intern_id, person, group_id, specialty_id, phase, validated_semesters,
        supernumerary_semesters, research_year_semesters, research_leave_semesters, national_rank, local_rank,
        local_headcount, seniority, theoretical_promotion, present_headcount, chooses)
      select semester_id, one.id, ?::text, group_id, specialty_id, phase, 1, 0, 0, 0, 999, ?::int * 10 + 5, 1000, 1,
        2024, 100, false from roster_entry, one limit 1`,
      [person, person, behind],
    );
  };
  const add = (person = 'forgotten1', reason = 'Oublié du fichier') =>
    house.desk.send('POST', path('people'), { person, reason });

  it('[D13] is found by a part of the name, however spelt, with the place they would have', async () => {
    await given();
    await forget(2);
    const found = await house.desk.get(path('unlisted?q=oeuvr%20ZOE'));
    expect(found.body).to.deep.equal({
      total: 1,
      people: [
        {
          person: 'forgotten1',
          name: 'Œuvrard',
          firstName: 'Zoé',
          specialty: 'Chirurgie viscérale',
          chooses: false,
          callOrder: 3,
        },
      ],
    });
    expect((await house.desk.get(path('unlisted?q=nobody'))).body).to.deep.equal({ total: 0, people: [] });
    expect((await house.desk.get(path('unlisted'))).body).to.include({ total: 1 });
  });

  it('[D13] is numbered among the others before the first start', async () => {
    await given();
    await forget(1);
    const before = await edition();
    expect((await add()).body).to.deep.equal({ answer: 'done' });
    expect((await orders()).map(({ person, order }) => [person, order])).to.deep.equal([
      ['person0001', 1],
      ['forgotten1', 2],
      ['person0002', 3],
      ['person0003', 4],
    ]);
    expect(await edition()).to.equal(before + 1);
    const [act] = await house.sql(
      `select act, detail, reason from amphitheatre_act
      left join amphitheatre_act_private on act_id = id order by id desc limit 1`,
    );
    expect(act).to.deep.equal({
      act: 'addPerson',
      detail: { person: 'forgotten1' },
      reason: 'Oublié du fichier',
    });
    expect(
      await house.sql('select from roster_entry where chooses'),
      'the next import keeps them',
    ).to.have.length(4);
    expect((await add()).body).to.include({ code: 'ALREADY_LISTED', status: 409 });
  });

  it('[D13] comes into the live session at their rank, between two others', async () => {
    await given();
    await forget(2);
    await house.start();
    const before = await edition();
    expect((await house.desk.get(path('unlisted'))).text).to.include('"callOrder":2.5');
    expect((await add()).body).to.deep.equal({ answer: 'done' });
    expect((await orders()).find(({ person }) => person === 'forgotten1')).to.deep.equal({
      person: 'forgotten1',
      order: 2.5,
      session: 1,
      late: false,
    });
    expect(await edition()).to.equal(before + 1);
    const directory = await house.desk.get(
      `/api/amphitheatres/${house.theatre.stage.amphitheatre}/directory/${await edition()}`,
    );
    expect(directory.text.replaceAll(' ', '')).to.include('"callOrder":2.5');
  });

  it('[M21] says why to the moderators, in the room and in the journal', async () => {
    await given();
    await forget(2);
    await house.start();
    await add();
    // The room comes whole with it: a row would tell less than it changes.
    const desk = await house.room.until(
      'the room again',
      frame => frame.type === 'desk' && frame.rows.some(({ command }) => command === 'add'),
    );
    if (desk.type !== 'desk') throw new Error('no room');
    const reasons = desk.rows.flatMap(({ command, reason }) => (reason ? [[command, reason.sealed]] : []));
    expect(reasons).to.deep.equal([['add', 'Oublié du fichier']]);
    const { text } = await house.desk.get(`/api/desk/sessions/${house.theatre.stage.session}/journal`);
    expect(text).to.include('"reason":{"sealed":"Oublié du fichier"}');
  });

  it('[D13] comes into the live session as an absentee where their rank has passed', async () => {
    await given();
    await forget(0);
    await house.start();
    expect((await add()).body).to.deep.equal({ answer: 'done' });
    const [joined] = await orders();
    expect(joined).to.deep.equal({ person: 'forgotten1', order: 0.5, session: 1, late: true });
  });

  it('[D13] comes into the tables where their session is still to start', async () => {
    await given({ people: 4, sessions: 2 });
    await forget(3);
    await house.start();
    expect((await add()).body).to.deep.equal({ answer: 'done' });
    expect(await house.sql('select from session_inbox'), 'the live one knows nothing of it').to.have.length(
      0,
    );
    expect((await orders()).find(({ person }) => person === 'forgotten1')).to.deep.equal({
      person: 'forgotten1',
      order: 3.5,
      session: 2,
      late: false,
    });
  });

  it('[D13] comes into the next session as an absentee where theirs is closed', async () => {
    await given({ people: 4, sessions: 2 });
    await forget(1);
    await house.start();
    await house.closeSession(2);
    expect((await add()).body).to.deep.equal({ answer: 'done' });
    expect((await orders()).find(({ person }) => person === 'forgotten1')).to.deep.equal({
      person: 'forgotten1',
      order: 1.5,
      session: 2,
      late: true,
    });
    await house.start(house.theatre.stage.sessions[1]);
    const [row] = await house.sql<{ state: string }>(
      `select person ->> 'state' as state from journal, jsonb_array_elements(facts) fact,
        jsonb_array_elements(fact -> 'people') person
      where fact ->> 'kind' = 'started' and person ->> 'person' = 'forgotten1'`,
    );
    expect(row?.state).to.equal('absent');
  });

  it('[D13] is refused once all sessions are closed', async () => {
    await given();
    await forget(1);
    await house.start();
    await house.closeSession(3);
    expect((await add()).body).to.deep.include({
      code: 'WRONG_STATE',
      refusal: { code: 'WRONG_STATE', state: 'closed', command: 'add' },
    });
  });

  it('[D13] is of this semester, group and phase, or nobody', async () => {
    await given();
    await forget(1);
    await house.sql(`update roster_entry set phase = 'fst' where person = 'forgotten1'`);
    expect((await add()).body).to.include({ code: 'UNKNOWN_PERSON', status: 404 });
    expect((await add('forgotten1', '')).status).to.equal(400);
    const nowhere = await house.desk.send('POST', '/api/desk/amphitheatres/999999/people', {
      person: 'forgotten1',
      reason: 'motif',
    });
    expect(nowhere.status).to.equal(404);
  });
});
