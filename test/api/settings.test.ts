/** Settings of the sessions still to start, and what is done to every session at once. */
import { expect } from 'chai';
import { eventually } from '../support/eventually.ts';
import { liveApi } from './support/live-api.ts';
import type { LiveApi } from './support/live-api.ts';

const SETTINGS = {
  turnSeconds: 120,
  windowSeconds: 30,
  absenteesGraceSeconds: 600,
  returnsAllowed: 1,
  pauseAfterAbsences: 0,
  supernumeraryCap: 2,
  scheduledStart: true,
};

describe('settings of sessions', () => {
  let house: LiveApi;
  const given = async (...wanted: Parameters<typeof liveApi>): Promise<void> => {
    house = await liveApi(...wanted);
  };
  afterEach(() => house.close());

  const path = (): string => `/api/desk/amphitheatres/${house.theatre.stage.amphitheatre}/settings`;
  const read = async () => (await house.desk.get(path())).body;
  const put = (body: unknown) => house.desk.send('PUT', path(), body);
  const seen = async () => {
    const { sessions, ...values } = (await read()) as { sessions: { session: number; started: boolean }[] };
    return { ...values, sessions: sessions.flatMap(({ session, started }) => (started ? [] : [session])) };
  };
  /** Decided on what they are now. */
  const set = async (body: object) => await put({ ...body, on: await seen() });

  it('[D15] are those of the domain until somebody sets others', async () => {
    await given();
    expect(await read()).to.deep.equal({
      turnSeconds: 90,
      windowSeconds: 20,
      absenteesGraceSeconds: 900,
      returnsAllowed: 2,
      pauseAfterAbsences: 3,
      supernumeraryCap: null,
      scheduledStart: false,
      sessions: [{ session: house.theatre.stage.session, number: 1, state: 'open', started: false }],
    });
  });

  it('[D15] are what the session then runs with, and the act is on record', async () => {
    await given();
    expect((await set(SETTINGS)).body).to.deep.equal({ answer: 'done' });
    expect(await read()).to.deep.include(SETTINGS);
    await house.sql('update amphitheatre set scheduled_start = false');
    await house.start();
    const [row] = await house.sql<{ settings: object }>(
      `select command -> 'world' -> 'settings' as settings from journal where seq = 1`,
    );
    expect(row?.settings).to.deep.include({
      turnMs: 120_000,
      windowMs: 30_000,
      absenteesGraceMs: 600_000,
      returnsAllowed: 1,
      pauseAfterAbsences: 0,
      supernumeraryCap: 2,
    });
    expect(await house.sql('select act, detail from amphitheatre_act')).to.deep.equal([
      { act: 'settings', detail: SETTINGS },
    ]);
  });

  it('[D15] of a session that has begun stay, those of the next change', async () => {
    await given({ people: 4, sessions: 2 });
    await house.start();
    expect((await set({ ...SETTINGS, scheduledStart: false })).status).to.equal(200);
    const rows = await house.sql(`select settings ->> 'turnMs' as turn from session order by number`);
    expect(rows).to.deep.equal([{ turn: null }, { turn: '120000' }]);
    expect((await read())['turnSeconds']).to.equal(120);
    await house.sql(`delete from call_list_entry using session where session.id = session_id and number = 2`);
    await house.sql('delete from session where number = 2');
    expect((await set(SETTINGS)).body).to.include({ code: 'ALREADY_STARTED', status: 409 });
  });

  it('[D30] are not overwritten by a form that saw others, and it is told who changed them', async () => {
    await given();
    const on = await seen();
    const mine = { ...SETTINGS, turnSeconds: 60, on };
    await set(SETTINGS);
    const late = await put(mine);
    expect(late.body).to.deep.include({
      status: 409,
      code: 'STALE',
      refusal: { code: 'STALE', now: 'otherSettings' },
    });
    expect(late.body['changed']).to.include({ who: 'Nadia Ferhat', act: 'settings' });
    expect(await read()).to.deep.include(SETTINGS);
    expect((await put({ ...mine, on: await seen() })).status, 'decided on what is now').to.equal(200);
  });

  it('[D30] are refused where a session that they were for has begun', async () => {
    await given({ people: 4, sessions: 2 });
    const on = await seen();
    await house.start();
    const late = await put({ ...SETTINGS, scheduledStart: false, on });
    expect(late.body).to.deep.include({ code: 'STALE', refusal: { code: 'STALE', now: 'otherSessions' } });
    expect(late.body, 'nobody changed them').not.to.have.property('changed');
  });

  it('[D15] go with the sessions when the amphitheatre is cut anew', async () => {
    await given({ people: 4 });
    await set(SETTINGS);
    const amphitheatre = house.theatre.stage.amphitheatre;
    const cut = { perSession: 2, first: '2027-03-22T09:00' };
    const answer = await house.desk.send('POST', `/api/desk/amphitheatres/${amphitheatre}/cut`, cut);
    expect(answer.status).to.equal(200);
    const rows = await house.sql(
      `select settings ->> 'turnMs' as turn, state from session where not rehearsal order by number`,
    );
    expect(rows).to.deep.equal([
      { turn: '120000', state: 'open' },
      { turn: '120000', state: 'open' },
    ]);
  });

  it('[D15] have limits, each told beside its field', async () => {
    await given();
    expect((await set({ ...SETTINGS, turnSeconds: 9, windowSeconds: 301 })).body).to.deep.include({
      code: 'INVALID_INPUT',
      messages: {
        turnSeconds: 'Indiquez un nombre à partir de 10.',
        windowSeconds: 'Indiquez un nombre jusqu’à 300.',
      },
    });
    expect((await set({ ...SETTINGS, graceMs: 0 })).status, 'no other setting').to.equal(400);
    expect((await set({ turnSeconds: 90 })).status, 'all of them').to.equal(400);
    await house.sql('update call_list_entry set session_id = null');
    await house.sql('delete from session');
    expect((await put({ ...SETTINGS, on: { ...SETTINGS, sessions: [] } })).body).to.deep.include({
      code: 'NOT_READY',
      refusal: { code: 'NOT_READY', missing: ['cut'] },
    });
    expect((await house.desk.get('/api/desk/amphitheatres/999999/settings')).status).to.equal(404);
  });

  describe('of every session at once', () => {
    const pauseAll = (reason = 'Coupure du réseau') =>
      house.desk.send('POST', '/api/desk/pause-all', { reason });
    const resumeAll = () => house.desk.send('POST', '/api/desk/resume-all', {});
    const outcome = (value: string, detail: string | null = null) => ({
      sessions: [
        {
          session: house.theatre.stage.session,
          amphitheatre: 'Chirurgie, phase socle',
          number: 1,
          outcome: value,
          detail,
          request: null,
        },
      ],
    });

    it('[D16] pauses what runs and resumes what is paused, with the reason for everybody', async () => {
      await given();
      const intern = await house.enter(1);
      await house.start();
      expect((await pauseAll()).body).to.deep.equal(outcome('done'));
      await intern.fact('paused', fact => fact['reason'] === 'Coupure du réseau');
      expect((await pauseAll()).body, 'nothing runs any more').to.deep.equal({ sessions: [] });
      expect((await resumeAll()).body).to.deep.equal(outcome('done'));
      await intern.fact('resumed');
      expect((await resumeAll()).body).to.deep.equal({ sessions: [] });
    });

    it('[D16] says for each session why it was not done', async () => {
      await given();
      await house.sql(`update session set state = 'running', owner = 'another'`); // which the test answers for
      const asking = pauseAll();
      await eventually('the asking', async () => (await house.sql('select from session_inbox'))[0] ?? null);
      await house.sql('update session_inbox set answered_at = now(), answer = ?::jsonb', [
        JSON.stringify({ refused: { code: 'STALE', now: 'paused' } }),
      ]);
      expect((await asking).body).to.deep.equal(
        outcome(
          'refused',
          'La situation a changé pendant votre action\u00a0: la session est en pause. Regardez l’état actuel, puis recommencez si besoin.',
        ),
      );
    });

    it('[D16] leaves sessions that have not begun, and rehearsals, alone', async () => {
      await given();
      expect((await pauseAll()).body).to.deep.equal({ sessions: [] });
      await house.sql(`update session set rehearsal = true, state = 'running'`);
      expect((await pauseAll()).body).to.deep.equal({ sessions: [] });
      expect((await pauseAll('')).status).to.equal(400);
    });
  });
});
