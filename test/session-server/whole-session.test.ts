/** A short session from start to end over real sockets: what an intern, a moderator and the public live through. */
import { expect } from 'chai';
import { openTheatre } from './support/theatre.ts';
import type { Theatre } from './support/theatre.ts';

describe('session server: a whole session', () => {
  let theatre: Theatre;
  afterEach(async () => {
    await theatre.close();
  });

  it('[W10] is told to everybody from the start to the close, one delta per row, each choice recorded', async () => {
    theatre = await openTheatre({ people: 2 });
    const { stage, database } = theatre;
    const [first, second] = [await theatre.intern(1), await theatre.intern(2)];
    const visitor = await theatre.watcher(null);
    const moderator = await theatre.moderator();

    expect(await moderator.ask(stage.session, { type: 'start' })).to.include({ type: 'accepted', seq: 1 });
    await visitor.fact('called', ({ person, mode }) => person === theatre.person(1) && mode === 'choosing');
    const [one, two] = [theatre.post(1), theatre.post(2)];
    expect(await first.ask(stage.session, { type: 'choose', post: one, turn: 1 })).to.include({
      type: 'accepted',
      seq: 2,
    });
    await second.fact('called', ({ turn }) => turn === 2);
    expect(await second.ask(stage.session, { type: 'choose', post: two, turn: 2 })).to.include({
      type: 'accepted',
    });
    await visitor.fact('idle');
    expect(await moderator.ask(stage.session, { type: 'close', on: 'running', force: null })).to.include({
      type: 'accepted',
    });
    await visitor.fact('closed');
    await second.fact('closed');

    const deltas = visitor.all('delta').map(({ pub }) => pub);
    expect(deltas).to.deep.equal([1, 2, 3, 4]);
    expect(second.texts.filter(text => text.startsWith('{"type":"delta"'))).to.deep.equal(
      visitor.texts.filter(text => text.startsWith('{"type":"delta"')),
    );
    const assigned = await database.sql<{ post_id: number }>('select post_id from assignment order by id');
    expect(assigned.map(({ post_id }) => post_id)).to.deep.equal([one, two]);
    const [table] = await database.sql<{ state: string }>('select state from session');
    expect(table?.state).to.equal('closed');
  });
});
