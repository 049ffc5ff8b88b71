/** What is asked over a socket: by whom, of what, in time or not; every refusal changes nothing. */
import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import type { SessionId } from '../../../machines/ids.ts';
import type { WireCommand } from '../../../machines/wire/frames.ts';
import { stageHolder } from '../support/stage.ts';
import { openTheatre } from '../support/theatre.ts';
import type { Theatre } from '../support/theatre.ts';
import type { Watcher } from '../support/watcher.ts';

describe('gateway: commands', () => {
  let theatre: Theatre;
  let moderator: Watcher;
  let session: SessionId;
  beforeEach(async () => {
    theatre = await openTheatre({ people: 3, posts: 5 });
    ({ session } = theatre.stage);
    moderator = await theatre.moderator();
  });
  afterEach(() => theatre.close());

  const start = () => moderator.ask(session, { type: 'start' });
  const choose = (post: number, turn: number): WireCommand => ({
    type: 'choose',
    post: theatre.post(post),
    turn,
  });
  const code = async (answer: Promise<{ readonly type: string }>): Promise<unknown> => {
    const got = (await answer) as { readonly type: string; readonly refusal?: { readonly code: string } };
    return got.refusal?.code ?? got.type;
  };
  const rows = async (): Promise<number> =>
    (await theatre.database.sql<{ n: number }>('select count(*) as n from journal'))[0]?.n ?? -1;

  it('[W3] refuses a moderator’s command from anybody else FORBIDDEN', async () => {
    const intern = await theatre.intern(1);
    const visitor = await theatre.watcher(null);
    for (const watcher of [intern, visitor])
      expect(await code(watcher.ask(session, { type: 'start' }))).to.equal('FORBIDDEN');
    await start();
    expect(await code(intern.ask(session, { type: 'pause', reason: 'x', on: 'running' }))).to.equal(
      'FORBIDDEN',
    );
    expect(await code(visitor.ask(session, choose(1, 1)))).to.equal('FORBIDDEN');
    expect(await code(moderator.ask(session, choose(1, 1)))).to.equal('FORBIDDEN');
    expect(await rows()).to.equal(1);
  });

  it('[W15] refuses a command for a session that is not there, or not of the amphitheatre followed', async () => {
    expect(await code(moderator.ask(999 as SessionId, { type: 'start' }))).to.equal('UNKNOWN_SESSION');
  });

  it('[M6] refuses what the session’s state does not take, before the start and after the close', async () => {
    const intern = await theatre.intern(1);
    expect(await code(intern.ask(session, choose(1, 1)))).to.equal('WRONG_STATE');
    expect(await code(moderator.ask(session, { type: 'resume', on: 'paused' }))).to.equal('WRONG_STATE');
    await start();
    expect(await code(moderator.ask(session, { type: 'start' }))).to.equal('WRONG_STATE');
    await moderator.ask(session, { type: 'close', on: 'running', force: { unchosen: 3, reason: 'essai' } });
    expect(await code(intern.ask(session, choose(1, 1)))).to.equal('WRONG_STATE');
    expect(await code(moderator.ask(session, { type: 'start' }))).to.equal('WRONG_STATE');
  });

  it('[C2] [C8] [C9] [C11] refuses a choice out of turn, of a filled, a reserved and an unknown post', async () => {
    const [first, second] = [await theatre.intern(1), await theatre.intern(2)];
    await start();
    expect(await code(second.ask(session, choose(1, 1)))).to.equal('NOT_YOUR_TURN');
    expect(await code(first.ask(session, choose(5, 1)))).to.equal('RESERVED');
    expect(await code(first.ask(session, { type: 'choose', post: 99_999 as never, turn: 1 }))).to.equal(
      'UNKNOWN_POST',
    );
    expect(await code(first.ask(session, choose(1, 1)))).to.equal('accepted');
    expect(await code(second.ask(session, choose(1, 2)))).to.equal('FILLED');
    expect(await rows()).to.equal(2);
  });

  it('[W2] lets nobody choose for another: the person is the login’s', async () => {
    const [first] = [await theatre.intern(1)];
    await start();
    const frame = {
      type: 'command',
      id: randomUUID(),
      session,
      body: { ...choose(1, 1), person: theatre.person(2) },
    };
    first.send(frame);
    expect((await first.untilClosed()).code).to.equal(4020);
    expect(await rows()).to.be.lessThan(3); // the start, and the presence that ended
  });

  it('[W13] gives the first answer again to the same command id, and acts once', async () => {
    const first = await theatre.intern(1);
    await start();
    const id = randomUUID();
    expect(await first.ask(session, choose(1, 1), id)).to.include({ type: 'accepted', seq: 2 });
    expect(await first.ask(session, choose(1, 1), id)).to.include({ type: 'accepted', seq: 2 });
    expect(await code(first.ask(session, choose(1, 1)))).to.equal('ALREADY_CHOSEN');
    await theatre.reopen();
    const again = await theatre.intern(1);
    expect(await again.ask(session, choose(1, 1), id)).to.include({ type: 'accepted', seq: 2 });
    const assigned = await theatre.database.sql('select id from assignment');
    expect(assigned).to.have.length(1);
  });

  it('[W13] gives a recorded answer to its own asker alone, and to the same kind of command', async () => {
    const [first, second] = [await theatre.intern(1), await theatre.intern(2)];
    await start();
    const id = randomUUID();
    expect(await code(first.ask(session, choose(1, 1), id))).to.equal('accepted');
    expect(await code(second.ask(session, choose(2, 2), id))).to.equal('FORBIDDEN');
    expect(await code(first.ask(session, { type: 'rejoin' }, id))).to.equal('FORBIDDEN');
    expect(await code(second.ask(session, choose(2, 2)))).to.equal('accepted');
  });

  /** The first intern's, refused and recorded: the turn is over by more than the grace. */
  async function lateChoice(): Promise<{ readonly first: Watcher; readonly id: string }> {
    const first = await theatre.intern(1);
    await start();
    theatre.clock.moveBy(91_500);
    await first.fact('absent');
    const id = randomUUID();
    expect(await code(first.ask(session, choose(1, 1), id))).to.equal('TOO_LATE');
    return { first, id };
  }

  it('[C6] [W13] does not let the id of a recorded late choice serve another command, and goes on', async () => {
    const { first, id } = await lateChoice();
    expect(await code(first.ask(session, { type: 'rejoin' }, id))).to.equal('FORBIDDEN');
    expect(await code(first.ask(session, { type: 'rejoin' }))).to.equal('accepted');
  });

  it('[W14] judges a refused command id anew', async () => {
    const [first, second] = [await theatre.intern(1), await theatre.intern(2)];
    await start();
    const id = randomUUID();
    expect(await code(second.ask(session, choose(2, 2), id))).to.equal('NOT_YOUR_TURN');
    await first.ask(session, choose(1, 1));
    expect(await code(second.ask(session, choose(2, 2), id))).to.equal('accepted');
  });

  it('[C5] [C6] refuses a choice after the deadline TOO_LATE, again too, and shows it to moderators alone', async () => {
    const { first, id } = await lateChoice();
    expect(await code(first.ask(session, choose(1, 1), id))).to.equal('TOO_LATE');
    await moderator.until(
      'the late choice',
      frame => frame.type === 'row' && frame.facts[0]?.kind === 'lateChoice',
    );
    expect(first.texts.join()).not.to.contain('lateChoice');
    const late = await theatre.database.sql(`select seq from journal where facts::text like '%lateChoice%'`);
    expect(late).to.have.length(1);
  });

  it('[W22] counts a choice that was stamped in time, by the gateway’s stamp and not the sender’s', async () => {
    const first = await theatre.intern(1);
    await start();
    theatre.clock.moveBy(90_900); // past the deadline, within the grace
    expect(await code(first.ask(session, choose(1, 1)))).to.equal('accepted');
  });

  it('[C12] lets the holder of an accepted mandate choose, and not the intern', async () => {
    const holder = await stageHolder(theatre.database.sql, theatre.person(1));
    const [intern, proxy] = [await theatre.intern(1), await theatre.watcher(holder.login)];
    expect(await intern.until('you', frame => frame.type === 'you')).to.deep.include({
      chooser: false,
      mandatary: 'mandataire@stage.example',
    });
    expect(await proxy.until('you', frame => frame.type === 'you')).to.deep.include({
      chooser: true,
      mandatary: null,
      person: theatre.person(1),
    });
    await start();
    expect(await code(intern.ask(session, choose(1, 1)))).to.equal('HELD_BY_MANDATARY');
    expect(await code(proxy.ask(session, choose(1, 1)))).to.equal('accepted');
    await intern.until('the choice', frame => frame.type === 'you' && frame.choice?.post === theatre.post(1));
  });

  describe('of moderators about the called one', () => {
    const REASON = 'au téléphone, très privé';
    /** Of whoever has just been called. */
    const fullTurn = () => ({ endsAt: theatre.clock.now() + 90_000, leftMs: 90_000 });
    const about = (order: number, turn: number) =>
      ({ person: theatre.person(order), turn, on: 'choosing', reason: REASON }) as const;
    const facts = async (seq: number): Promise<string> => {
      const row = await moderator.until('the row', frame => frame.type === 'row' && frame.seq === seq);
      return JSON.stringify(row);
    };

    it('[W3] are theirs alone, and reach the session with who and why', async () => {
      const first = await theatre.intern(1);
      await theatre.intern(2);
      await start();
      const prolong = { type: 'prolong', byMs: 30_000, was: fullTurn(), ...about(1, 1) } as const;
      const onBehalf = { type: 'chooseOnBehalf', post: theatre.post(1), ...about(1, 1) } as const;
      const pass = { type: 'pass', ...about(2, 2) } as const;
      const message = { type: 'message', to: null, text: 'Cinq minutes de retard.' } as const;
      for (const body of [prolong, onBehalf, pass, message])
        expect(await code(first.ask(session, body))).to.equal('FORBIDDEN');
      expect(await code(moderator.ask(session, prolong))).to.equal('accepted');
      expect(await code(moderator.ask(session, onBehalf))).to.equal('accepted');
      expect(await code(moderator.ask(session, pass))).to.equal('POSTS_POSSIBLE');
      expect(await code(moderator.ask(session, message))).to.equal('accepted');
      expect(await facts(3))
        .to.contain(REASON)
        .and.to.contain('"who":"Gestion"');
      await first.fact('message', ({ text }) => text === 'Cinq minutes de retard.');
      expect(first.texts.join()).not.to.contain(REASON);
    });

    it('[J8] leave no word of theirs in the row itself', async () => {
      await theatre.intern(1);
      await start();
      await moderator.ask(session, { type: 'prolong', byMs: 30_000, was: fullTurn(), ...about(1, 1) });
      await moderator.ask(session, { type: 'message', to: theatre.person(2), text: REASON });
      await moderator.ask(session, {
        type: 'close',
        on: 'running',
        force: { unchosen: 3, reason: REASON },
      });
      const [all] = await theatre.database.sql<{ text: string }>(
        `select string_agg(command::text || facts::text, ' ') as text from journal`,
      );
      expect(all?.text).not.to.contain('privé');
      expect(all?.text).to.contain('prolonged').and.to.contain('closed');
    });

    it('[M16] are refused STALE on another sub-state, and closing on another state', async () => {
      await theatre.intern(1);
      await start();
      const asked = {
        type: 'prolong',
        byMs: 30_000,
        was: fullTurn(),
        ...about(1, 1),
        on: 'awaited',
      } as const;
      expect(await code(moderator.ask(session, asked))).to.equal('STALE');
      expect(await code(moderator.ask(session, { type: 'close', on: 'paused', force: null }))).to.equal(
        'STALE',
      );
    });
  });
});
