/** `npm run semester -- --open …`: what closes with a semester, what is kept, and when it is refused. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect } from 'chai';
import { openSemester } from '../../api/semester/open-semester.ts';
import { readCommandLine } from '../../api/semester/command-line.ts';
import { verifySession } from '../../session-server/journal/verify/verify-session.ts';
import { stageHolder } from '../session-server/support/stage.ts';
import { liveApi } from './support/live-api.ts';
import type { LiveApi } from './support/live-api.ts';
import { PASSWORD, visitor } from './support/running-api.ts';

const NEXT = '2027-11';

describe('opening a semester', () => {
  let house: LiveApi;
  const given = async (...wanted: Parameters<typeof liveApi>): Promise<void> => {
    house = await liveApi(...wanted);
  };
  afterEach(() => house.close());

  const open = (code = NEXT) => openSemester(house.theatre.database, code);
  const current = () => house.sql('select code from semester where current');
  /** The first has given a mandate, which its holder has accepted. */
  const givesMandate = () => stageHolder(house.theatre.database.sql, house.theatre.person(1));
  /** Both of two people have chosen, the first by the holder; the session is closed. */
  const wholeSession = async (): Promise<void> => {
    const { login } = await givesMandate();
    const holder = await house.theatre.watcher(login);
    const second = await house.enter(2);
    await house.start();
    await house.choose(holder, 1, 1);
    await house.choose(second, 2, 2);
    await house.closeSession(0);
  };

  it('[Y1] closes the one that was open', async () => {
    await given();
    expect(await open()).to.include({ kind: 'opened', closed: '2027-05', code: NEXT });
    expect(await current()).to.deep.equal([{ code: NEXT }]);
    const intern = await house.signedIn(1);
    expect((await intern.get('/api/me/amphitheatre')).body).to.deep.equal({ mine: null });
  });

  it('[Y1] is refused while a session is live or paused, and changes nothing', async () => {
    await given();
    await givesMandate();
    await house.start();
    const refused = {
      kind: 'live',
      current: '2027-05',
      sessions: [
        {
          amphitheatre: house.theatre.stage.amphitheatre,
          title: 'Chirurgie, phase socle',
          number: 1,
          rehearsal: false,
        },
      ],
    };
    expect(await open()).to.deep.equal(refused);
    await house.room.ask(house.theatre.stage.session, { type: 'pause', reason: 'Pause', on: 'running' });
    expect(await open()).to.deep.equal(refused);
    expect(await current()).to.deep.equal([{ code: '2027-05' }]);
    expect(await house.sql(`select 1 from mandate where ended_at is null`)).to.have.length(1);
  });

  it('[Y1] is refused for an earlier one', async () => {
    await given();
    expect(await open('2026-11')).to.deep.equal({ kind: 'earlier', current: '2027-05' });
    expect(await current()).to.deep.equal([{ code: '2027-05' }]);
  });

  it('[Y2] erases mandates and holders’ accounts; their logins end and their sockets close', async () => {
    await given();
    const { login } = await givesMandate();
    const holder = await house.theatre.watcher(login);
    expect(await open()).to.deep.include({ erased: { mandates: 1, holders: 1, requests: 0 } });
    expect((await holder.untilClosed()).code).to.be.greaterThan(4_000);
    expect(await house.sql(`select 1 from account where realm = 'mandatary'`)).to.deep.equal([]);
    expect(await house.sql('select 1 from login where id = ?::int', [login])).to.deep.equal([]);
    expect(await house.sql('select email, phone, account_id, ended_by from mandate')).to.deep.equal([
      { email: '', phone: '', account_id: null, ended_by: 'semester' },
    ]);
  });

  it('[Y2] erases a mandate that was only asked for, with its letters and its link', async () => {
    await given();
    const intern = await house.signedIn(1);
    await intern.send('POST', '/api/mandate', { email: 'sacha@exemple.fr', phone: '06 12 34 56 78' });
    await open();
    for (const table of ['mandate', 'mail', 'mailed_link'])
      expect(await house.sql(`select 1 from ${table} t where t::text like '%sacha%'`), table).to.deep.equal(
        [],
      );
  });

  it('[Y3] ends the requests that wait; kinds of choice are those of the new semester', async () => {
    await given();
    const intern = await house.signedIn(1);
    await house.sql(`update roster_entry set status = 'supernumeraryValidating'`);
    await intern.send('POST', '/api/me/status-request', { status: 'classic' });
    expect(await open()).to.deep.include({ erased: { mandates: 0, holders: 0, requests: 1 } });
    // The files come after, as npm run import writes them: one line per intern and semester.
    await house.sql(
      `insert into roster_entry (semester_id, intern_id, person, group_id, specialty_id, phase, validated_semesters,
        supernumerary_semesters, research_year_semesters, research_leave_semesters, national_rank, local_rank,
        local_headcount, seniority, theoretical_promotion, present_headcount)
      select semester.id, intern_id, 'next' || substr(person, 5), group_id, specialty_id, entry.phase, 2, 0, 0, 0,
        national_rank, local_rank, local_headcount, 2, 2024, 100
      from roster_entry entry, semester where semester.current`,
    );
    expect((await intern.get('/api/me/status-request')).body).to.deep.include({
      status: 'classic',
      request: null,
    });
  });

  it('[Y4] keeps assignments and certificates, and the journal verifies', async () => {
    await given({ people: 2 });
    await wholeSession();
    await open();
    const intern = await house.signedIn(1);
    expect((await intern.get('/api/documents/certificates')).body).to.have.nested.property('[0].ready', true);
    expect(await house.sql('select made_by from assignment order by id')).to.deep.equal([
      { made_by: 'mandatary' },
      { made_by: 'intern' },
    ]);
    const report = await verifySession(house.theatre.database.sql, house.theatre.stage.session);
    expect(report).to.deep.include({ disagreements: [] });
    expect(
      await house.sql(
        `select 1 from mail where recipient = 'mandataire@stage.example' and sent_at is not null`,
      ),
    ).to.deep.equal([]);
  });

  it('[Y5] done again, changes nothing and says so', async () => {
    await given();
    await givesMandate();
    const [first, again] = await Promise.all([open(), open()]);
    expect([first.kind, again.kind]).to.have.members(['opened', 'already']);
    expect(await open()).to.deep.equal({
      kind: 'already',
      code: NEXT,
      erased: { mandates: 0, holders: 0, requests: 0 },
    });
    expect(await house.sql(`select 1 from amphitheatre_act where act = 'withdraw'`)).to.have.length(1);
  });

  it('[Y6] takes back to draft what was to come, on record', async () => {
    await given({ people: 4, sessions: 2 });
    const opened = await open();
    expect(opened).to.have.property('withdrawn').with.length(2);
    expect(await house.sql('select distinct state from session')).to.deep.equal([{ state: 'draft' }]);
    expect(await house.sql('select act, account_id, detail from amphitheatre_act')).to.deep.equal([
      { act: 'withdraw', account_id: null, detail: { to: 'draft', reason: 'Le semestre est clos.' } },
    ]);
    const start = await house.room.ask(house.theatre.stage.session, { type: 'start' });
    expect(start).to.have.nested.property('refusal.code', 'WRONG_STATE');
  });

  it('[Y1] [Y5] as it is typed, says what it did, and what is wrong with the words', async () => {
    await given();
    await givesMandate();
    const run = (...words: string[]): Promise<{ code: number | null; text: string }> => {
      const command = join(import.meta.dirname, '../../api/commands/semester.ts');
      const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), command, ...words], {
        env: { ...process.env, DATABASE_URL: house.theatre.database.url },
      });
      let text = '';
      for (const out of [child.stdout, child.stderr]) out.on('data', chunk => (text += String(chunk)));
      return new Promise(resolve => child.once('close', code => resolve({ code, text })));
    };
    const done = await run('--open', NEXT);
    expect(done.code, done.text).to.equal(0);
    expect(done.text)
      .to.include('Semestre 2027-05 clos. Semestre 2027-11 ouvert.')
      .and.include('Procurations effacées\u00a0: 1.')
      .and.include('Comptes de mandataires effacés, et déconnectés\u00a0: 1.');
    for (const [words, problem] of [
      [[], 'Il manque --open'],
      [['--open', '2027-10'], 'n’est pas un semestre'],
      [['--open', NEXT, '--force'], 'L’option --force n’existe pas.'],
      [['ouvrir'], 'n’est pas attendu'],
    ] as const)
      expect(readCommandLine(words)).to.have.nested.property('problems[0]').that.includes(problem);
    const holder = visitor(house.url);
    const answer = await holder.send('POST', '/api/login', {
      realm: 'mandatary',
      email: 'mandataire@stage.example',
      password: PASSWORD,
    });
    expect(answer.status).to.equal(401);
  });
});
