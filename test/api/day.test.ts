/** The day board: the sessions of a day, how each goes, and what is to be looked at. */
import { expect } from 'chai';
import { day } from '../../api/desk-answers.ts';
import type { Day, DaySession } from '../../api/desk-answers.ts';
import { eventually } from '../support/eventually.ts';
import { liveApi } from './support/live-api.ts';
import type { LiveApi } from './support/live-api.ts';

describe('the day board', () => {
  let house: LiveApi;
  const given = async (...wanted: Parameters<typeof liveApi>): Promise<void> => {
    house = await liveApi(...wanted);
  };
  afterEach(() => house.close());

  const readDay = async (date = '2027-03-22'): Promise<Day> => {
    const answer = await house.desk.get(`/api/desk/day?date=${date}`);
    expect(answer.status, answer.text).to.equal(200);
    expect(day.safeParse(answer.body).error?.issues).to.equal(undefined);
    return answer.body as unknown as Day;
  };
  const one = async (number = 1): Promise<DaySession> => {
    const found = (await readDay()).sessions.find(session => session.number === number);
    if (!found) throw new Error(`session ${number} is not on the board`);
    return found;
  };
  const kinds = async (number = 1) => (await one(number)).alerts.map(({ kind }) => kind);

  it('[D18] holds the sessions whose hour is on that day in Paris, and no rehearsal', async () => {
    await given({ people: 4, sessions: 2 });
    await house.sql(`update session set starts_at = '2027-03-22T23:30Z' where number = 2`); // the 23rd in Paris
    expect((await readDay()).sessions.map(({ number }) => number)).to.deep.equal([1]);
    expect((await readDay('2027-03-23')).sessions.map(({ number }) => number)).to.deep.equal([2]);
    expect((await house.desk.get('/api/desk/day?date=hier')).status).to.equal(400);
    expect((await house.desk.get('/api/desk/day')).status).to.equal(400);
  });

  it('[D18] tells of a session before its start: its hour, its size, its planned end', async () => {
    await given();
    const { startsAt, ...rest } = await one();
    expect(rest).to.deep.include({
      title: 'Chirurgie, phase socle',
      number: 1,
      of: 1,
      state: 'open',
      since: null,
      pause: null,
      called: null,
      counts: { people: 3, chosen: 0, absent: 0, excused: 0, connected: 0 },
      moderators: ['Gestion'],
      paceSeconds: null,
      plannedEnd: (startsAt ?? 0) + 3 * 90_000,
    });
  });

  it('[D18] tells of a running session: who is called and connected, the counts, who moderates', async () => {
    await given();
    const intern = await house.enter(1);
    await house.start();
    const at = house.theatre.clock.now();
    expect((await one()).called).to.deep.equal({
      person: 'person0001',
      name: 'NOM1',
      firstName: 'Camille',
      callOrder: 1,
      mode: 'choosing',
      connected: true,
      endsAt: at + 90_000,
      leftMs: 90_000,
    });
    house.theatre.clock.moveBy(60_000);
    await house.choose(intern, 1, 1);
    expect(await one()).to.deep.include({
      state: 'running',
      since: at,
      counts: { people: 3, chosen: 1, absent: 0, excused: 0, connected: 1 },
    });
    expect(await kinds()).to.deep.equal(['awaitedOffline']);
  });

  it('[D18] tells of the pause, its reason and how long it lasts', async () => {
    await given();
    await house.start();
    const answer = await house.room.ask(house.theatre.stage.session, {
      type: 'pause',
      on: 'running',
      reason: 'Incident réseau',
    });
    expect(answer.type).to.equal('accepted');
    const since = house.theatre.clock.now();
    expect(await one()).to.deep.include({
      state: 'paused',
      since,
      pause: { reason: 'Incident réseau', automatic: null },
      estimatedEnd: null,
    });
    expect(await kinds()).to.deep.equal([]);
    house.theatre.clock.moveBy(6 * 60_000);
    expect((await one()).alerts).to.deep.include({ kind: 'longPause', severity: 'now', count: 6 });
  });

  it('[D18] alerts of absences in series, and of a session that nobody moderates', async () => {
    await given({ people: 5 });
    await house.start();
    await eventually('the session pauses itself', async () => {
      house.theatre.clock.moveBy(1_000);
      return (await one()).state === 'paused';
    });
    expect(await one()).to.deep.include({
      state: 'paused',
      pause: { reason: null, automatic: 'absences' },
    });
    expect((await one()).alerts).to.deep.include({ kind: 'absencesInSeries', severity: 'now', count: 3 });
    expect((await one()).counts).to.deep.include({ absent: 3 });
    const unattended = async (): Promise<unknown> =>
      JSON.parse((await house.desk.get('/api/desk/unattended')).text);
    expect(await unattended()).to.deep.equal([]);
    await house.room.close();
    const alone = async () => ((await kinds()).includes('noModerator') ? true : null);
    await eventually('nobody is in the room', alone);
    const { session, amphitheatre } = house.theatre.stage;
    const { startsAt } = await one();
    await house.sql(
      `insert into room_moderator (gateway, account_id, amphitheatre_id, rehearsal)
      select 'autre', id, ?::int, 99 from account where realm = 'moderator' limit 1`, // in a rehearsal's room
      [amphitheatre],
    );
    expect(await unattended()).to.deep.equal([
      { session, amphitheatre, number: 1, title: 'Chirurgie, phase socle', why: 'live', startsAt },
    ]);
    expect((await one()).moderators).to.deep.equal([]);
  });

  it('[D18] alerts every moderator of a start that waits for one, and of none that an earlier session holds back', async () => {
    await given({ people: 4, sessions: 2 });
    const unattended = async (): Promise<readonly { number: number; why: string }[]> =>
      JSON.parse((await house.desk.get('/api/desk/unattended')).text);
    await house.room.close();
    await eventually('nobody is in the room', async () =>
      (await one()).moderators.length === 0 ? true : null,
    );
    const hours = async (ms: number): Promise<unknown> =>
      house.sql(`update session set starts_at = to_timestamp(?::float8 / 1000)`, [
        house.theatre.clock.now() + ms,
      ]);
    await hours(1);
    await house.sql('update amphitheatre set scheduled_start = true');
    expect(await unattended(), 'before the hour').to.deep.equal([]);
    await hours(-1);
    expect((await unattended()).map(({ number, why }) => `${number} ${why}`)).to.deep.equal(['1 waits']);
    await house.sql('update amphitheatre set scheduled_start = false');
    expect(await unattended(), 'started by hand').to.deep.equal([]);
  });

  it('[D18] [W35] counts who is there before the start, and those not yet online close to its hour', async () => {
    await given({ people: 3 });
    const { clock } = house.theatre;
    await house.enter(1);
    const here = async (count: number): Promise<unknown> =>
      eventually(`${count} online`, async () => {
        clock.moveBy(1_000);
        return (await one()).counts.connected === count;
      });
    await here(1);
    const { startsAt } = await one();
    await house.sql(`update session set starts_at = to_timestamp(?::float8 / 1000)`, [clock.now() + 600_000]);
    expect(startsAt).to.be.a('number');
    expect((await one()).alerts).to.deep.include({ kind: 'notYetOnline', severity: 'soon', count: 2 });
    // Somebody else chooses for the first one: it is the holder who must be there.
    await house.sql(
      `with holder as (insert into account (realm, email, name) values ('mandatary', 'h@stage.example', '') returning id)
      insert into mandate (roster_entry_id, email, account_id, accepted_at)
      select roster_entry.id, 'h@stage.example', holder.id, now() from roster_entry, holder where person = ?::text`,
      [house.theatre.person(1)],
    );
    expect((await one()).counts).to.include({ connected: 0 });
    const people = await house.desk.get(`/api/desk/amphitheatres/${house.theatre.stage.amphitheatre}/people`);
    expect(JSON.parse(people.text)[0]).to.include({ mandate: true, connectedSince: null });
  });

  it('[D18] alerts of a turn in which no post is possible', async () => {
    await given({ people: 1, posts: 1 }); // reserved for another DES
    await house.enter(1);
    await house.start();
    expect(await kinds()).to.deep.equal(['noPostPossible']);
  });

  it('[D18] alerts when it will end after the hour of the next one', async () => {
    await given({ people: 4, sessions: 2 });
    await house.sql(`update session set starts_at = '2027-03-22T08:01Z' where number = 2`);
    await house.enter(1);
    await house.start();
    expect(await kinds()).to.deep.equal(['late']);
    const second = await one(2);
    const away = { kind: 'notYetOnline', severity: 'soon', count: 2 };
    expect(second.alerts, 'the one before it is not closed').to.deep.equal([away]);
  });

  it('[D18] tells who is to be assigned once the last session is closed', async () => {
    await given({ people: 2 });
    const intern = await house.enter(1);
    await house.start();
    await house.choose(intern, 1, 1);
    await house.closeSession(1);
    const at = house.theatre.clock.now();
    expect(await one()).to.deep.include({
      state: 'closed',
      since: at,
      estimatedEnd: at,
      toSettle: 1,
      called: null,
      alerts: [{ kind: 'toSettle', severity: 'soon', count: 1 }],
    });
  });

  it('is the moderators’ alone', async () => {
    await given();
    house.desk.cookies.clear();
    expect((await house.desk.get('/api/desk/day?date=2027-03-22')).status).to.equal(401);
  });
});
