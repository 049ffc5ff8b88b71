/** A rehearsal over real sockets: it runs for real, leaves nothing in the tables, and the real session waits for its end. */
import { expect } from 'chai';
import { takeBackRehearsal } from '../../api/acts/rehearse.ts';
import type { SessionId } from '../../machines/ids.ts';
import { openRehearsal, snapshotIn } from './support/rehearsing.ts';
import type { Rehearsing } from './support/rehearsing.ts';
import { planAbsence } from './support/stage.ts';
import type { Theatre } from './support/theatre.ts';

describe('a rehearsal', () => {
  let opened: Rehearsing;
  let theatre: Theatre;
  let rehearsal: SessionId;
  beforeEach(async () => {
    opened = await openRehearsal();
    ({ theatre, rehearsal } = opened);
  });
  afterEach(() => theatre.close());

  const tables = async (): Promise<unknown> => ({
    assignments: await theatre.database.sql('select 1 from assignment'),
    mails: await theatre.database.sql('select 1 from mail'),
    absences: await theatre.database.sql('select 1 from planned_absence'),
    messages: await theatre.database.sql('select 1 from message'),
    statuses: await theatre.database.sql('select distinct status from roster_entry'),
    outcomes: await theatre.database.sql('select distinct outcome from call_list_entry'),
    jobs: await theatre.database.sql('select 1 from graphile_worker.jobs'),
    pub: await theatre.database.sql('select pub from amphitheatre'),
  });

  it('[B2] has the people of the session rehearsed, planned absences as the tables say, and every post free', async () => {
    await planAbsence(theatre.database.sql, theatre.person(3));
    const watcher = await theatre.socket(theatre.stage.moderator.login);
    const { sessions, people, posts } = snapshotIn(
      await watcher.hello(theatre.stage.amphitheatre, null, rehearsal),
    );
    expect(sessions.map(({ id, rehearsal: is, state }) => [id, is, state])).to.deep.equal([
      [rehearsal, true, 'open'],
    ]);
    expect(people.map(([id, , session, state]) => [id, session, state])).to.deep.equal([
      [theatre.person(1), rehearsal, 'waiting'],
      [theatre.person(2), rehearsal, 'waiting'],
      [theatre.person(3), rehearsal, 'notChoosing'],
    ]);
    expect(posts.map(([, filled]) => filled)).to.deep.equal(Array(8).fill(0));
  });

  it('[B4] leaves no assignment, mail, absence, status or outcome, nor a public number of the amphitheatre', async () => {
    const before = await tables();
    const { moderator } = await opened.play();
    await moderator.ask(rehearsal, { type: 'message', to: theatre.person(1), text: 'bravo' });
    await opened.closeBy(moderator, 1);
    await moderator.fact('closed');
    expect(await tables()).to.deep.equal(before);
  });

  it('[B4] keeps its own choices and messages for whom they are, also once it is closed', async () => {
    const { moderator, first } = await opened.play();
    await first.until('the choice', frame => frame.type === 'you' && frame.choice !== null);
    await moderator.ask(rehearsal, { type: 'message', to: theatre.person(1), text: 'bravo' });
    await opened.closeBy(moderator, 1);
    await moderator.fact('closed');
    const back = await theatre.intern(1, rehearsal);
    expect(back.all('you').at(-1)?.choice).to.deep.include({ post: theatre.post(2) });
    expect(
      back
        .all('you')
        .at(-1)
        ?.messages.map(({ text }) => text),
    ).to.deep.equal(['bravo']);
    const real = await theatre.intern(1);
    expect(real.all('you').at(-1)).to.deep.include({
      choice: null,
      messages: [],
      session: theatre.stage.session,
    });
  });

  it('[B4] keeps its world whatever the tables become meanwhile', async () => {
    await opened.play();
    await theatre.database.sql('update post set blocked = true where id = ?::int', [theatre.post(3)]);
    await theatre.database.sql(
      `delete from call_list_entry using roster_entry
      where roster_entry.id = roster_entry_id and person = ?`,
      [theatre.person(3)],
    );
    await theatre.reopen();
    const watcher = await theatre.socket(theatre.stage.moderator.login);
    const { people, posts } = snapshotIn(await watcher.hello(theatre.stage.amphitheatre, null, rehearsal));
    expect(people.map(([id, , , state]) => [id, state])).to.deep.equal([
      [theatre.person(1), 'chosen'],
      [theatre.person(2), 'notChoosing'],
      [theatre.person(3), 'called'],
    ]);
    expect(posts.find(([id]) => id === theatre.post(3))).to.deep.equal([theatre.post(3), 0, 0]);
  });

  it('[B6] stands after a restart where it stood, its choices too', async () => {
    await opened.play();
    await theatre.reopen();
    const back = await theatre.intern(1, rehearsal);
    const { sessions, people } = snapshotIn(back.frames[0]);
    expect(sessions[0]?.called).to.deep.include({ person: theatre.person(3), turn: 2 });
    expect(people[0]?.[3]).to.equal('chosen');
    expect(back.all('you').at(-1)?.choice).to.deep.include({ post: theatre.post(2) });
  });

  it('[B8] holds the real session back while it runs, and leaves every seat free', async () => {
    const { moderator } = await opened.play();
    const room = await theatre.moderator();
    const start = () => room.ask(theatre.stage.session, { type: 'start' });
    expect(await start()).to.deep.include({ refusal: { code: 'REHEARSAL_OPEN', number: 1 } });
    await opened.closeBy(moderator, 1);
    expect((await start()).type).to.equal('accepted');
    const { people, posts } = snapshotIn(
      await (await theatre.socket(null)).hello(theatre.stage.amphitheatre),
    );
    expect(people.map(([, , , state]) => state)).not.to.include('chosen');
    expect(posts.map(([, filled]) => filled)).to.deep.equal(Array(8).fill(0));
  });

  it('[B2] does not start any more once a real session has started', async () => {
    await (await theatre.moderator()).ask(theatre.stage.session, { type: 'start' });
    const moderator = await theatre.moderator(rehearsal);
    expect(await moderator.ask(rehearsal, { type: 'start' })).to.deep.include({
      refusal: { code: 'ALREADY_STARTED' },
    });
  });

  it('[B9] tells who waits in it that it is gone when it is taken back', async () => {
    const first = await theatre.intern(1, rehearsal);
    await takeBackRehearsal(theatre.database, theatre.stage.amphitheatre, rehearsal, {
      account: theatre.stage.moderator.account,
      at: 0,
    });
    await first.until('gone', frame => frame.type === 'gone');
  });

  it('[B9] tells it within seconds where word of it was lost', async () => {
    const first = await theatre.intern(1, rehearsal);
    await theatre.database.sql('delete from session where id = ?::int', [rehearsal]);
    for (let second = 0; second < 7; second++) theatre.clock.moveBy(1_000);
    await first.until('gone', frame => frame.type === 'gone');
  });
});
