/** Who is told what (domain §8): no frame holds what its reader may not know. */
import { expect } from 'chai';
import type { SessionId } from '../../../machines/ids.ts';
import type { ServerFrame } from '../../../machines/wire/frames.ts';
import { stageModerator } from '../support/stage.ts';
import { openTheatre } from '../support/theatre.ts';
import type { Theatre } from '../support/theatre.ts';
import type { Watcher } from '../support/watcher.ts';

const PRIVATE =
  /supernumerary|notConnected|timeRanOut|byModerator|evidence|lastSeenAt|sealed|"reason":"secret|@stage|INE\d|NOM\d/u;

describe('gateway: viewers', () => {
  let theatre: Theatre;
  let session: SessionId;
  let moderator: Watcher;
  beforeEach(async () => {
    theatre = await openTheatre({ people: 8, posts: 10 });
    ({ session } = theatre.stage);
    moderator = await theatre.moderator();
  });
  afterEach(() => theatre.close());

  /** A turn missed, one excused, one chosen, one called back: everything private happens once. */
  async function playEverything(): Promise<{
    readonly interns: readonly Watcher[];
    readonly visitor: Watcher;
  }> {
    await theatre.database.sql(
      `update roster_entry set status = 'supernumeraryValidating' where person = ?`,
      [theatre.person(6)],
    );
    const interns = [await theatre.intern(1), await theatre.intern(3)];
    const visitor = await theatre.watcher(null);
    await moderator.ask(session, { type: 'start' });
    await moderator.until('the room', frame => frame.type === 'desk');
    await moderator.ask(session, {
      type: 'excuse',
      person: theatre.person(4),
      reason: 'secret médical',
      on: 'waiting',
    });
    await interns[0]?.ask(session, { type: 'choose', post: theatre.post(2), turn: 1 });
    theatre.clock.moveBy(20_500); // the second is not connected
    await visitor.fact('absent', ({ person }) => person === theatre.person(2));
    await moderator.ask(session, {
      type: 'markAbsent',
      person: theatre.person(3),
      turn: 3,
      on: 'choosing',
      reason: 'secret au téléphone',
    });
    await moderator.ask(session, { type: 'callBack', person: theatre.person(2), on: 'absent', reason: 'x' });
    await visitor.fact('returned');
    await moderator.ask(session, { type: 'pause', reason: 'réseau coupé', on: 'running' });
    await visitor.fact('paused');
    await moderator.until('the pause', frame => frame.type === 'row' && frame.command === 'pause');
    return { interns, visitor };
  }

  it('[W6] [V2] tell the public nothing private in any frame, and nothing personal at all', async () => {
    const { visitor } = await playEverything();
    const late = await theatre.watcher(null);
    for (const text of [...visitor.texts, ...late.texts]) expect(text).not.to.match(PRIVATE);
    const types = new Set([...visitor.frames, ...late.frames].map(({ type }) => type));
    expect([...types].filter(type => !['snapshot', 'delta', 'head'].includes(type))).to.deep.equal([]);
  });

  it('[V1] never name a person and a post together', async () => {
    const { visitor } = await playEverything();
    for (const { facts } of visitor.all('delta'))
      for (const fact of facts) expect('person' in fact && 'post' in fact).to.equal(false);
  });

  it('[W20] give personal frames to their person and the room to moderators only', async () => {
    const { interns } = await playEverything();
    const [first, third] = interns;
    for (const [watcher, order] of [
      [first, 1],
      [third, 3],
    ] as const) {
      expect(watcher?.all('row')).to.deep.equal([]);
      expect(watcher?.all('desk')).to.deep.equal([]);
      for (const you of watcher?.all('you') ?? []) expect(you.person).to.equal(theatre.person(order));
      const others = watcher?.texts.filter(text => !text.startsWith('{"type":"you"')) ?? [];
      for (const text of others) expect(text).not.to.match(PRIVATE);
    }
    expect(third?.all('you').at(-1)?.absence).to.deep.include({ cause: 'byModerator', canReturn: true });
    expect(first?.all('you').at(-1)?.choice).to.deep.include({ post: theatre.post(2) });
  });

  it('[V9] show moderators the room at hello and each row after it, with reasons and names', async () => {
    await playEverything();
    const desk = moderator.all('desk')[0];
    expect(desk).to.include({ session, seq: 1 });
    expect(desk?.people).to.have.length(8);
    expect(desk?.moderators).to.deep.equal(['Gestion']);
    const seqs = moderator.all('row').map(({ seq }) => seq);
    expect(seqs).to.deep.equal(seqs.map((_, index) => index + 2));
    const excused = moderator.all('row').find(({ command }) => command === 'excuse');
    expect(excused).to.include({ who: 'Gestion' });
    expect(JSON.stringify(excused?.facts)).to.contain('secret médical');

    const late = await theatre.moderator();
    await late.until('desk', frame => frame.type === 'desk');
    expect(late.all('desk')[0]?.rows.map(({ seq }) => seq)).to.deep.equal([1, ...seqs]);
  });

  it('[W23] tell moderators who is in the room, each time one comes or leaves', async () => {
    const intern = await theatre.intern(1);
    await moderator.ask(session, { type: 'start' });
    const came = async (names: readonly string[], from: number): Promise<void> => {
      const isThat = (frame: ServerFrame): boolean =>
        frame.type === 'moderators' && frame.names.join() === names.join();
      await moderator.until(`${names.join()} in the room`, isThat, from);
    };
    await came(['Gestion'], 0); // before the session began
    const told = moderator.all('moderators').length;
    const again = await theatre.moderator(); // a second window of the same
    await again.until('desk', frame => frame.type === 'desk');
    expect(moderator.all('moderators')).to.have.length(told);
    const from = moderator.frames.length;
    const { login } = await stageModerator(theatre.database.sql, 'Marc Ollivier');
    const marc = await theatre.watcher(login);
    await came(['Gestion', 'Marc Ollivier'], from);
    await marc.until('desk', frame => frame.type === 'desk');
    expect(marc.all('desk')[0]?.moderators).to.deep.equal(['Gestion', 'Marc Ollivier']);
    await again.close();
    await marc.close();
    await came(['Gestion'], from);
    expect(moderator.all('moderators')).to.have.length(told + 2);
    expect(intern.all('moderators')).to.deep.equal([]);
  });

  it('[W23] tell a second window of the same moderator who is in a room whose session has not begun', async () => {
    const again = await theatre.moderator();
    const frame = await again.until('the room', ({ type }) => type === 'moderators');
    expect(frame).to.deep.include({ names: ['Gestion'] });
  });

  it('[W21] tell each one of the next six how many stand before them, each time it changes', async () => {
    const [first, fifth, eighth] = [
      await theatre.intern(1),
      await theatre.intern(5),
      await theatre.intern(8),
    ];
    await moderator.ask(session, { type: 'start' });
    await first.ask(session, { type: 'choose', post: theatre.post(1), turn: 1 });
    await fifth.until('ahead', frame => frame.type === 'ahead' && frame.n === 3);
    expect(fifth.all('ahead').map(({ n }) => n)).to.deep.equal([3]);
    expect(eighth.all('ahead')).to.deep.equal([]);
  });
});
