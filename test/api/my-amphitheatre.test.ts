/** One's own amphitheatre over real HTTP: what the intern is told, what the holder is, what nobody else ever is; the agenda's event. */
import { expect } from 'chai';
import { myAmphitheatre } from '../../api/my-amphitheatre-answers.ts';
import type { MyAmphitheatre, MyAmphitheatreAnswer } from '../../api/my-amphitheatre-answers.ts';
import { runningApi } from './support/running-api.ts';
import type { Answer, RunningApi, Visitor } from './support/running-api.ts';
import { assign, seed } from './support/seed.ts';
import type { SeedOptions, Seeded } from './support/seed.ts';

const START = Date.UTC(2027, 2, 22, 8);

describe('my amphitheatre', () => {
  let api: RunningApi;
  let seeded: Seeded;
  beforeEach(async () => {
    api = await runningApi();
  });
  afterEach(() => api.close('madeUp'));

  const given = async (options: SeedOptions = {}): Promise<void> => {
    seeded = await seed(api.database.sql, options);
  };
  const sql = (text: string, params: readonly unknown[] = []) => api.database.sql(text, params);
  const internOf = (order: number): Promise<Visitor> =>
    api.signedIn({
      realm: 'intern',
      email: `i${order}@exemple.fr`,
      person: seeded.people[order - 1] ?? '',
    });
  const holderOf = async (order: number): Promise<Visitor> => {
    const holder = await api.signedIn({ realm: 'mandatary', email: 'h@exemple.fr', name: 'Nour Haddad' });
    await sql(
      `insert into mandate (roster_entry_id, email, account_id, accepted_at)
      select roster_entry.id, account.email, account.id, now() from roster_entry, account
      where person = ? and account.realm = 'mandatary'`,
      [seeded.people[order - 1]],
    );
    return holder;
  };
  const told = (answer: Answer): MyAmphitheatre | null => {
    expect(myAmphitheatre.safeParse(answer.body).error?.issues, answer.text).to.equal(undefined);
    return (answer.body as unknown as MyAmphitheatreAnswer).mine;
  };
  const mine = async (visitor: Visitor, realm = 'intern'): Promise<MyAmphitheatre | null> =>
    told(await visitor.get(`/api/me/amphitheatre?realm=${realm}`));

  it('tells state, hours, place and the planned hour of one’s turn', async () => {
    await given({ state: 'validated' });
    const answer = await mine(await internOf(3));
    expect(answer?.amphitheatre).to.deep.include({
      title: 'Spécialités chirurgicales, phase d’approfondissement',
      opensAt: START - 7 * 24 * 3_600_000,
      people: 4,
      sessions: [{ id: seeded.session, number: 1, state: 'validated', startsAt: START, size: 4 }],
    });
    expect(answer?.place).to.deep.include({ callOrder: 3, session: seeded.session, inSession: 3 });
    expect(answer?.place?.turn?.at).to.equal(START + 2 * 90_000);
    expect(answer?.specialty).to.equal('Chirurgie viscérale et digestive');
  });

  it('leaves planned absences out of the plan, and plans nothing for whoever has one', async () => {
    await given({ state: 'open' });
    await sql(
      `insert into planned_absence (roster_entry_id, reason) select id, 'Congé maternité' from roster_entry where person = ?`,
      [seeded.people[1]],
    );
    expect((await mine(await internOf(3)))?.place?.turn?.at).to.equal(START + 90_000);
    const excused = await mine(await internOf(2));
    expect(excused?.plannedAbsence).to.deep.equal({ reason: 'Congé maternité' });
    expect(excused?.place?.turn).to.equal(null);
  });

  it('shows how the rank is made, and who is called before one', async () => {
    await given();
    await sql(`update roster_entry set theoretical_promotion = 2023 where person = ?`, [seeded.people[0]]);
    const answer = await mine(await internOf(3));
    expect(answer?.rank).to.deep.include({
      promotion: 2024,
      validated: 4,
      localRank: 3,
      localHeadcount: 4,
      presentHeadcount: 4,
      before: { earlierPromotion: 1, samePromotion: 1 },
      strictSeniority: false,
    });
  });

  it('says nothing of what is not published', async () => {
    await given({ published: false });
    const answer = await mine(await internOf(1));
    expect(answer?.amphitheatre).to.deep.include({
      firstAt: null,
      opensAt: null,
      people: null,
      sessions: [],
    });
    expect([answer?.place, answer?.rank]).to.deep.equal([null, null]);
    expect((await (await internOf(2)).get('/api/me/session.ics')).status).to.equal(404);
    expect((await (await internOf(3)).get('/api/me')).body['intern']).to.include({
      callOrder: null,
      session: null,
    });
  });

  it('is null outside the semester’s roster, and has no place on no call list', async () => {
    await given();
    const [first, second] = [await internOf(1), await internOf(2)];
    await sql('delete from call_list_entry where call_order = 2');
    expect(await mine(second)).to.deep.include({ amphitheatre: null, place: null, rank: null });
    await sql('update semester set current = false');
    expect(await mine(first)).to.equal(null);
  });

  it('is that of the current semester, whatever others one was on', async () => {
    await given();
    await sql(`insert into semester (code, current) values ('2026-11', false)`);
    await sql(
      `insert into roster_entry (semester_id, intern_id, person, group_id, specialty_id, phase, validated_semesters,
        supernumerary_semesters, research_year_semesters, research_leave_semesters, national_rank, local_rank, local_headcount,
        seniority, theoretical_promotion, present_headcount, status)
      select semester.id, intern_id, 'older00001', group_id, specialty_id, 'socle', 3, 0, 0, 0, 1, 1, 4, 3, 2024, 4, 'supernumeraryValidating'
      from roster_entry, semester where person = ? and semester.code = '2026-11'`,
      [seeded.people[0]],
    );
    expect(await mine(await internOf(1))).to.deep.include({
      semester: '2027-05',
      phase: 'approfondissement',
      status: 'classic',
    });
  });

  it('moves to the next session when one’s own has closed without a choice', async () => {
    await given({ state: 'closed' });
    const [next] = await api.database.sql<{ id: number }>(
      `insert into session (amphitheatre_id, number, starts_at, state) values (?::int, 2, '2027-03-22T12:00Z', 'open') returning id`,
      [seeded.amphitheatre],
    );
    expect((await mine(await internOf(2)))?.place).to.deep.equal({
      callOrder: 2,
      session: next?.id,
      carriedOver: true,
      inSession: null,
      turn: null,
    });
    await assign(api.database.sql, seeded, 0, 0, 7);
    const chosen = await mine(await internOf(1));
    expect(chosen?.place).to.deep.include({ session: seeded.session, carriedOver: false });
    expect(chosen?.choice).to.deep.include({ post: '101-1', service: 'Chirurgie digestive', seq: 7 });
  });

  it('keeps the order that was checked, for this person alone and for the intern alone', async () => {
    await given();
    const [first, second] = [await internOf(1), await internOf(2)];
    expect((await first.send('PUT', '/api/me/order-checked', { callOrder: 1 })).status).to.equal(204);
    expect((await mine(first))?.orderChecked).to.equal(1);
    expect((await mine(second))?.orderChecked).to.equal(null);
    const holder = await holderOf(1);
    expect((await holder.send('PUT', '/api/me/order-checked', { callOrder: 9 })).status).to.equal(401);
    expect((await mine(first))?.orderChecked).to.equal(1);
    expect((await first.send('PUT', '/api/me/order-checked', { callOrder: 'x' })).status).to.equal(400);
  });

  it('tells the holder name, order and status, never reason, rank, mandate or what was checked', async () => {
    await given();
    const holder = await holderOf(2);
    await sql(
      `insert into planned_absence (roster_entry_id, reason) select id, 'Arrêt de travail' from roster_entry where person = ?`,
      [seeded.people[1]],
    );
    const answer = await holder.get('/api/me/amphitheatre?realm=mandatary');
    expect(told(answer)).to.deep.include({
      name: 'École',
      status: 'classic',
      plannedAbsence: { reason: null },
      mandate: null,
      rank: null,
      orderChecked: null,
    });
    expect(answer.text).to.not.match(/Arrêt|INE-SECRET|@roster|06000/u);
    expect((await holder.get('/api/me/amphitheatre')).status).to.equal(401);
    await sql('update mandate set ended_at = now()');
    expect(await mine(holder, 'mandatary')).to.equal(null);
  });

  it('holds nothing of anybody else, and is nobody’s who has not signed in', async () => {
    await given();
    await holderOf(1);
    const answer = await (await internOf(1)).get('/api/me/amphitheatre');
    expect(told(answer)?.mandate).to.deep.include({ email: 'h@exemple.fr' });
    expect(answer.text).to.not.match(/École|Zola|person0002|INE-SECRET|@roster/u);
    for (const path of ['/api/me/amphitheatre', '/api/me/session.ics'])
      expect((await api.visitor().get(path)).body).to.deep.include({ code: 'NOT_SIGNED_IN' });
  });

  it('gives one’s session to an agenda: the same event for ever, a higher number once the hour has moved', async () => {
    await given();
    const moderator = await api.signedIn({
      realm: 'moderator',
      email: 'm@exemple.fr',
      name: 'Marc Ollivier',
    });
    const intern = await internOf(3);
    const field = (text: string, name: string): string =>
      new RegExp(`^${name}:(.*)\r$`, 'mu').exec(text)?.[1] ?? '';
    const before = await intern.get('/api/me/session.ics');
    expect(before.headers.get('content-type')).to.equal('text/calendar; charset=utf-8');
    expect(field(before.text, 'DTSTART')).to.equal('20270322T080000Z');
    await moderator.send('POST', `/api/desk/amphitheatres/${seeded.amphitheatre}/cut`, {
      perSession: 4,
      first: '2027-03-23T14:00',
    });
    const after = await intern.get('/api/me/session.ics');
    expect(field(after.text, 'DTSTART')).to.equal('20270323T130000Z');
    expect(field(after.text, 'UID')).to.equal(field(before.text, 'UID'));
    expect(Number(field(after.text, 'SEQUENCE'))).to.be.above(Number(field(before.text, 'SEQUENCE')));
    expect(after.text.replaceAll('\r\n ', ''))
      .to.include('14\u00a0h')
      .and.not.match(/classic|surnombre|École/u);
  });
});
