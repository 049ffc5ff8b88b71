/** Who hears of a rehearsal, and who counts as present in it: its own followers, and nobody else. */
import { expect } from 'chai';
import type { SessionId } from '../../machines/ids.ts';
import { openRehearsal, snapshotIn } from './support/rehearsing.ts';
import type { Rehearsing } from './support/rehearsing.ts';
import { stageModerator } from './support/stage.ts';
import type { Theatre } from './support/theatre.ts';

describe('a rehearsal, to those who follow it and those who do not', () => {
  let opened: Rehearsing;
  let theatre: Theatre;
  let rehearsal: SessionId;
  beforeEach(async () => {
    opened = await openRehearsal();
    ({ theatre, rehearsal } = opened);
  });
  afterEach(() => theatre.close());

  it('[B3] is not in the stream of the amphitheatre, nor the amphitheatre in its own', async () => {
    const watcher = await theatre.socket(null);
    const { sessions } = snapshotIn(await watcher.hello(theatre.stage.amphitheatre));
    expect(sessions.map(({ id }) => id)).to.deep.equal(theatre.stage.sessions);
  });

  it('[B3] is heard by its own followers alone, under numbers of its own', async () => {
    const aside = [await theatre.watcher(null), await theatre.intern(1), await theatre.moderator()];
    const before = aside.map(({ frames }) => frames.length);
    const { moderator } = await opened.play();
    for (const watcher of aside) await watcher.settled();
    // Who is in the moderator's own room is told a moment after `hello`.
    const heard = aside.map(({ frames }, index) =>
      frames.slice(before[index]).flatMap(({ type }) => (type === 'moderators' ? [] : type)),
    );
    expect(heard).to.deep.equal([['pong'], ['pong'], ['pong']]);
    expect(moderator.all('delta').map(({ pub }) => pub)).to.deep.equal(
      moderator.all('delta').map((_delta, index) => index + 1),
    );
    const [row] = await theatre.database.sql(
      `select session.pub = (select max(journal.pub) from journal where journal.session_id = session.id) as own,
        (select bool_and(rehearsal) from journal) as marked, amphitheatre.pub as real
      from session join amphitheatre on amphitheatre.id = amphitheatre_id where session.id = ?::int`,
      [rehearsal],
    );
    expect(row).to.deep.equal({ own: true, marked: true, real: 0 });
  });

  it('[B3] resumes a follower with the gap of its own stream', async () => {
    const { first } = await opened.play();
    const last = first.all('delta').at(-1)?.pub ?? 0;
    const again = await theatre.socket(theatre.stage.moderator.login);
    const answer = await again.hello(theatre.stage.amphitheatre, last - 1, rehearsal);
    expect(answer.type === 'resumed' && answer.deltas.map(({ pub }) => pub)).to.deep.equal([last]);
  });

  it('[B3] is in no gap of a follower of the amphitheatre', async () => {
    const { moderator } = await opened.play();
    await opened.closeBy(moderator, 1);
    const { session, amphitheatre } = theatre.stage;
    await (await theatre.moderator()).ask(session, { type: 'start' });
    await theatre.reopen();
    const answer = await (await theatre.socket(null)).hello(amphitheatre, 0);
    const deltas = answer.type === 'resumed' ? answer.deltas : [];
    expect(deltas[0]).to.deep.include({ pub: 1, session });
    expect(new Set(deltas.map(delta => delta.session))).to.deep.equal(new Set([session]));
  });

  it('[B3] takes commands from its own followers only', async () => {
    const aside = await theatre.moderator();
    expect(await aside.ask(rehearsal, { type: 'start' })).to.deep.include({
      type: 'refused',
      refusal: { code: 'UNKNOWN_SESSION' },
    });
    const inside = await theatre.moderator(rehearsal);
    expect(await inside.ask(theatre.stage.session, { type: 'start' })).to.deep.include({
      type: 'refused',
      refusal: { code: 'UNKNOWN_SESSION' },
    });
  });

  it('[B5] counts nobody as present who follows only the amphitheatre', async () => {
    await theatre.intern(1);
    const moderator = await theatre.moderator(rehearsal);
    await moderator.ask(rehearsal, { type: 'start' });
    await moderator.fact('called', ({ mode }) => mode === 'awaited');
    await theatre.intern(1, rehearsal);
    await moderator.fact('clock', ({ mode }) => mode === 'choosing');
  });

  it('[B5] counts nobody as present in the real session who stands in a rehearsal', async () => {
    await theatre.intern(1, rehearsal);
    const moderator = await theatre.moderator();
    await moderator.ask(theatre.stage.session, { type: 'start' });
    await moderator.fact('called', ({ mode }) => mode === 'awaited');
  });

  it('[B5] names the moderators of each room apart', async () => {
    const inside = await theatre.moderator(rehearsal);
    const { login } = await stageModerator(theatre.database.sql, 'Marc Ollivier');
    const aside = await theatre.watcher(login);
    await aside.ask(theatre.stage.session, { type: 'start' });
    await aside.until('the room', frame => frame.type === 'desk');
    expect(inside.all('desk')).to.deep.equal([]);
    expect(aside.all('desk').map(({ moderators }) => moderators)).to.deep.equal([['Marc Ollivier']]);
    for (const { names } of inside.all('moderators')) expect(names).to.deep.equal(['Gestion']);
    for (const { names } of aside.all('moderators')) expect(names).to.deep.equal(['Marc Ollivier']);
  });

  it('[B7] answers the public and whoever is not of it gone', async () => {
    const { amphitheatre, people } = theatre.stage;
    for (const login of [null, people[5]?.login ?? null]) {
      const watcher = await theatre.socket(login);
      expect(await watcher.hello(amphitheatre, null, rehearsal)).to.deep.equal({
        type: 'gone',
        code: 'NOT_PUBLISHED',
      });
    }
  });

  it('[B7] is gone under another amphitheatre, and a real session under the name of a rehearsal', async () => {
    const watcher = await theatre.socket(theatre.stage.moderator.login);
    const { amphitheatre, session } = theatre.stage;
    const gone = { type: 'gone', code: 'UNKNOWN_AMPHITHEATRE' };
    expect(await watcher.hello((amphitheatre + 1) as typeof amphitheatre, null, rehearsal)).to.deep.equal(
      gone,
    );
    expect(await watcher.hello(amphitheatre, null, session)).to.deep.equal(gone);
  });
});
