/** What is personal: told again where it has become another, to those it concerns and to nobody else. */
import { expect } from 'chai';
import type { SessionId } from '../../../machines/ids.ts';
import { seal } from '../../../machines/sealed.ts';
import type { ChoiceStatus } from '../../../machines/session/world.ts';
import type { You } from '../../../machines/wire/frames.ts';
import { askInbox } from '../support/inbox.ts';
import { planAbsence, stageHolder } from '../support/stage.ts';
import { openTheatre } from '../support/theatre.ts';
import type { Theatre, TheatreWanted } from '../support/theatre.ts';
import type { Watcher } from '../support/watcher.ts';

describe('gateway: what is personal', () => {
  let theatre: Theatre;
  let session: SessionId;
  let moderator: Watcher;
  async function open(wanted: TheatreWanted = { people: 4, posts: 4 }): Promise<void> {
    theatre = await openTheatre(wanted);
    ({ session } = theatre.stage);
    moderator = await theatre.moderator();
  }
  afterEach(() => theatre.close());

  const start = () => moderator.ask(session, { type: 'start' });
  const choose = (watcher: Watcher, post: number, turn: number) =>
    watcher.ask(session, { type: 'choose', post: theatre.post(post), turn });
  const isSupernumerary = (order: number, status: ChoiceStatus) =>
    theatre.database.sql('update roster_entry set status = ?::text where person = ?::text', [
      status,
      theatre.person(order),
    ]);
  const you = (watcher: Watcher): You | undefined => watcher.all('you').at(-1);
  const until = (watcher: Watcher, what: string, isMeant: (you: You) => boolean): Promise<unknown> =>
    watcher.until(what, frame => frame.type === 'you' && isMeant(frame));
  const changed = () =>
    theatre.database.sql(`select pg_notify('amphitheatre_changed', ?)`, [
      JSON.stringify({ amphitheatre: theatre.stage.amphitheatre }),
    ]);
  /** Told to everybody once whatever the row brought was told. */
  const rowIsTold = async (watcher: Watcher, command: 'pause' | 'resume'): Promise<void> => {
    const from = watcher.frames.length;
    await moderator.ask(
      session,
      command === 'pause'
        ? { type: 'pause', reason: 'essai', on: 'running' }
        : { type: 'resume', on: 'paused' },
    );
    await watcher.until(command, frame => frame.type === 'delta', from);
  };

  it('[V8] says before the start what the tables say: a longer turn, an outcome, messages', async () => {
    await open();
    const { sql } = theatre.database;
    await sql('update roster_entry set extra_turn_ms = 30000 where person = ?', [theatre.person(2)]);
    await sql(
      `update call_list_entry set outcome = 'passed' from roster_entry
      where roster_entry.id = roster_entry_id and person = ?`,
      [theatre.person(2)],
    );
    expect(you(await theatre.intern(2))).to.deep.include({
      extraTurnMs: 30_000,
      outcome: 'passed',
      closedLines: [],
      cappedServices: [],
      messages: [],
    });
  });

  it('[W25] tells again what has changed in the tables, to those for whom it has', async () => {
    await open();
    const [first, second] = [await theatre.intern(1), await theatre.intern(2)];
    await isSupernumerary(2, 'supernumeraryValidating');
    await changed();
    await until(second, 'the status', ({ status }) => status === 'supernumeraryValidating');
    await first.settled();
    expect(first.all('you')).to.have.length(1);
  });

  it('[W25] tells a supernumerary of each line that closes, and nobody whose lines are the same', async () => {
    await open({ people: 4, posts: 2 }); // one free seat, and one reserved for another DES
    await isSupernumerary(3, 'supernumeraryValidating');
    await isSupernumerary(4, 'supernumeraryNonValidating');
    const [first, third, fourth] = [
      await theatre.intern(1),
      await theatre.intern(3),
      await theatre.intern(4),
    ];
    await start();
    for (const watcher of [third, fourth]) // at hello, and as everybody at the start
      await watcher.until('the start', () => watcher.all('you').length === 2);
    const toFourth = fourth.all('you').length;
    await choose(first, 1, 1);
    await until(third, 'a closed line', ({ closedLines }) => closedLines.length === 1);
    await rowIsTold(fourth, 'pause');
    expect(you(third)?.closedLines).to.deep.equal([theatre.post(1)]);
    const toThird = third.all('you').length;
    await rowIsTold(third, 'resume');
    expect([fourth.all('you').length, third.all('you').length]).to.deep.equal([toFourth, toThird]);
    expect(you(fourth)?.closedLines).to.deep.equal([]);
  });

  it('[W25] tells a supernumerary of a service whose cap is reached', async () => {
    await open({ people: 3, posts: 3, settings: { supernumeraryCap: 1 } });
    await isSupernumerary(1, 'supernumeraryNonValidating');
    await isSupernumerary(2, 'supernumeraryNonValidating');
    const [first, second] = [await theatre.intern(1), await theatre.intern(2)];
    await start();
    await choose(first, 1, 1);
    await until(second, 'a capped service', ({ cappedServices }) => cappedServices.length === 1);
  });

  describe('of a session still to begin', () => {
    let first: Watcher;
    let second: Watcher;
    /** 1 and 2 are of the first session, 3 and 4 of the second; two seats of one line, and one reserved for another DES. */
    beforeEach(async () => {
      await open({ people: 4, posts: 3, sessions: 2, settings: { supernumeraryCap: 1 } });
      await isSupernumerary(3, 'supernumeraryValidating');
      await isSupernumerary(4, 'supernumeraryNonValidating');
      [first, second] = [await theatre.intern(1), await theatre.intern(2)];
    });

    it('[V14] [W25] says the lines that those before have filled: as they do, and at hello', async () => {
      const third = await theatre.intern(3);
      expect(you(third)?.closedLines).to.deep.equal([]);
      await start();
      await choose(first, 1, 1);
      await rowIsTold(third, 'pause');
      await rowIsTold(third, 'resume');
      expect(you(third)?.closedLines).to.deep.equal([]); // a seat is left
      await choose(second, 2, 2);
      await until(third, 'a closed line', ({ closedLines }) => closedLines.length === 1);
      for (const view of [you(third), you(await theatre.intern(3))])
        expect(view).to.deep.include({ closedLines: [theatre.post(1)], cappedServices: [] });
    });

    it('[V14] [W25] says the services whose cap those before have reached, to nobody who is classic', async () => {
      await isSupernumerary(1, 'supernumeraryNonValidating');
      const [third, fourth] = [await theatre.intern(3), await theatre.intern(4)];
      await start();
      await choose(first, 1, 1);
      for (const watcher of [third, fourth])
        await until(watcher, 'a capped service', ({ cappedServices }) => cappedServices.length === 1);
      await isSupernumerary(4, 'classic');
      expect(you(await theatre.intern(4))).to.deep.include({ closedLines: [], cappedServices: [] });
    });
  });

  /** @returns the first, the second, and who holds the second’s mandate. */
  const openWithHolder = async (): Promise<readonly [Watcher, Watcher, Watcher]> => {
    await open();
    const holder = await stageHolder(theatre.database.sql, theatre.person(2));
    return [await theatre.intern(1), await theatre.intern(2), await theatre.watcher(holder.login)];
  };

  it('[W26] brings a message to its person and the holder, now and at each hello, and to nobody else', async () => {
    const [first, second, proxy] = await openWithHolder();
    await start();
    const say = (text: string) => moderator.ask(session, { type: 'message', to: theatre.person(2), text });
    await say('Rappelez-nous.');
    await say('Merci.');
    const texts = ({ messages }: You): string => messages.map(({ text }) => text).join(' ');
    for (const watcher of [second, proxy])
      await until(watcher, 'both messages', view => texts(view) === 'Rappelez-nous. Merci.');
    expect(texts(you(await theatre.intern(2)) as You)).to.equal('Rappelez-nous. Merci.');
    await first.settled();
    expect(first.texts.join()).not.to.contain('Rappelez-nous');
    await theatre.reopen();
    expect(texts(you(await theatre.intern(2)) as You)).to.equal('Rappelez-nous. Merci.');
  });

  it('[W26] keeps the messages where another row tells the person something new', async () => {
    await open();
    const second = await theatre.intern(2);
    await start();
    await moderator.ask(session, { type: 'message', to: theatre.person(2), text: 'Rappelez-nous.' });
    await moderator.ask(session, {
      type: 'excuse',
      person: theatre.person(2),
      reason: 'congé',
      on: 'waiting',
    });
    await until(second, 'the absence', ({ plannedAbsence }) => plannedAbsence === 'congé');
    expect(you(second)?.messages.map(({ text }) => text)).to.deep.equal(['Rappelez-nous.']);
  });

  describe('of a session that is over', () => {
    let second: SessionId;
    let first: Watcher;
    /** 1 has chosen the first post, 2 waits, in the first session; 3 and 4 are of the second. */
    beforeEach(async () => {
      await open({ people: 4, posts: 5, sessions: 2 });
      second = theatre.stage.sessions[1] ?? session;
      first = await theatre.intern(1);
      await start();
      await choose(first, 1, 1);
      const force = { unchosen: 1, reason: 'suite demain' };
      await moderator.ask(session, { type: 'close', on: 'running', force });
    });
    const correct = (to: number) => ({
      type: 'correct',
      person: theatre.person(1),
      from: you(first)?.choice?.post,
      to: theatre.post(to),
      reason: seal('erreur'),
    });

    it('[W25] tells of a choice corrected by the later one, running and closed', async () => {
      await moderator.ask(second, { type: 'start' });
      await askInbox(theatre, correct(2), second);
      await until(first, 'the second post', ({ choice }) => choice?.post === theatre.post(2));
      const force = { unchosen: 3, reason: 'fin' };
      await moderator.ask(second, { type: 'close', on: 'running', force });
      await askInbox(theatre, correct(3), second);
      await until(first, 'the third post', ({ choice }) => choice?.post === theatre.post(3));
    });

    it('[V8] says a planned absence set and lifted since', async () => {
      const waiting = await theatre.intern(2);
      await planAbsence(theatre.database.sql, theatre.person(2));
      await changed();
      await until(waiting, 'the absence', ({ plannedAbsence }) => plannedAbsence === 'secret');
      await theatre.database.sql('update planned_absence set lifted_at = now()');
      const from = waiting.frames.length;
      await changed();
      await waiting.until('none', frame => frame.type === 'you' && frame.plannedAbsence === null, from);
    });
  });

  it('[W28] tells a person’s own logins and their holder’s of favourites changed elsewhere', async () => {
    const [first, second, proxy] = await openWithHolder();
    await theatre.database.sql(`select pg_notify('favourites', ?)`, [
      JSON.stringify({ person: theatre.person(2), version: 7 }),
    ]);
    for (const watcher of [second, proxy])
      expect(await watcher.until('favourites', frame => frame.type === 'favourites')).to.deep.equal({
        type: 'favourites',
        version: 7,
      });
    await first.settled();
    expect(first.all('favourites')).to.deep.equal([]);
  });
});
