/** What still comes to a closed session (domain §2): corrections, assignments and messages, from the inbox as the API writes them. */
import { expect } from 'chai';
import type { SessionId } from '../../../machines/ids.ts';
import { seal } from '../../../machines/sealed.ts';
import { eventually } from '../../support/eventually.ts';
import { askInbox } from '../support/inbox.ts';
import { openTheatre } from '../support/theatre.ts';
import type { Theatre } from '../support/theatre.ts';
import type { Watcher } from '../support/watcher.ts';

describe('host: a closed session', () => {
  let theatre: Theatre;
  let moderator: Watcher;
  let sessions: readonly SessionId[];
  const reason = seal('erreur de saisie');

  /** 1 and 2 are the first session's: 1 has chosen, 2 has not been called to the end. 3 and 4 are the second's. */
  beforeEach(async () => {
    theatre = await openTheatre({ people: 4, sessions: 2 });
    sessions = theatre.stage.sessions;
    moderator = await theatre.moderator();
    const intern = await theatre.intern(1);
    await moderator.ask(theatre.stage.session, { type: 'start' });
    await intern.ask(theatre.stage.session, { type: 'choose', post: theatre.post(1), turn: 1 });
    await close(theatre.stage.session, 1);
  });
  afterEach(() => theatre.close());

  const close = (session: SessionId, unchosen: number) =>
    moderator.ask(session, { type: 'close', on: 'running', force: { unchosen, reason: 'fin' } });
  const closeSecond = async (): Promise<void> => {
    const [, second] = sessions;
    if (second === undefined) throw new Error('two sessions were asked for');
    await moderator.ask(second, { type: 'start' });
    await close(second, 3);
  };
  const correct = (to: number | null) => ({
    type: 'correct',
    person: theatre.person(1),
    from: theatre.post(1),
    to: to === null ? null : theatre.post(to),
    reason,
  });
  const held = async (): Promise<readonly unknown[]> =>
    await theatre.database.sql(
      'select person, post_id as post from assignment join roster_entry on roster_entry.id = roster_entry_id where ended_at is null order by person',
    );

  it('moves a choice and tells it to everybody under the amphitheatre’s next number', async () => {
    const visitor = await theatre.watcher(null);
    const [before] = await theatre.database.sql<{ pub: number }>('select pub from amphitheatre');
    expect(await askInbox(theatre, correct(2))).to.have.property('accepted');
    await visitor.fact('seat', ({ post, filled }) => post === theatre.post(1) && filled === false);
    expect(visitor.all('delta').at(-1)?.pub).to.equal((before?.pub ?? 0) + 1);
    expect(await held()).to.deep.equal([{ person: theatre.person(1), post: theatre.post(2) }]);
  });

  it('[J3] leaves nothing private in what was asked, accepted or refused', async () => {
    expect(await askInbox(theatre, correct(2))).to.have.property('accepted');
    expect(await askInbox(theatre, correct(2))).to.have.property('refused');
    const asked = await theatre.database.sql<{ command: unknown }>('select command from session_inbox');
    expect(JSON.stringify(asked)).to.include('"correct"').and.not.include('erreur de saisie');
  });

  it('[J4] takes the session’s epoch, so that whoever held it before writes nothing more', async () => {
    const epoch = async (): Promise<unknown> =>
      (await theatre.database.sql<{ epoch: number }>('select epoch from session order by id'))[0]?.epoch;
    const before = await epoch();
    await askInbox(theatre, correct(2));
    expect(await epoch()).to.equal(Number(before) + 1);
  });

  it('[M14] hands over to the next session who was corrected after the close', async () => {
    await askInbox(theatre, correct(null));
    const [, second] = sessions;
    await moderator.ask(second as SessionId, { type: 'start' });
    const started = await moderator.fact('started', ({ people }) => (people as unknown[]).length === 4);
    expect(started).to.deep.nested.include({
      'facts[0].people[0]': { person: theatre.person(1), state: 'absent' },
    });
  });

  it('decides nothing about people once a later session has started', async () => {
    const [, second] = sessions;
    await moderator.ask(second as SessionId, { type: 'start' });
    expect(await askInbox(theatre, correct(2))).to.deep.equal({ refused: { code: 'STALE', now: 'running' } });
    await close(second as SessionId, 3);
    expect(await askInbox(theatre, correct(2))).to.deep.equal({ refused: { code: 'STALE', now: 'closed' } });
  });

  it('[T10] is over for who chose there: the next one follows them from when they come into it', async () => {
    const [, second] = sessions;
    await moderator.ask(second as SessionId, { type: 'start' });
    const ofPresence = async (): Promise<readonly unknown[]> =>
      await theatre.database.sql(
        `select command ->> 'type' as type from journal where session_id = ? and command ->> 'person' = ?
          and command ->> 'type' in ('connected', 'disconnected')`,
        [second, theatre.person(1)],
      );
    expect(await ofPresence()).to.deep.equal([]);
    expect(await askInbox(theatre, correct(null), second)).to.have.property('accepted');
    await eventually('their presence is recorded', async () => (await ofPresence()).length === 1);
    expect(await ofPresence()).to.deep.equal([{ type: 'connected' }]);
  });

  it('takes a message to one of its people whatever came later', async () => {
    await closeSecond();
    const message = { type: 'message', to: theatre.person(1), text: seal('Appelez-nous.') };
    expect(await askInbox(theatre, message)).to.have.property('accepted');
    expect(await theatre.database.sql('select text from message')).to.deep.equal([{ text: 'Appelez-nous.' }]);
  });

  it('settles whoever is left over in the last one, and corrects a choice of an earlier one there', async () => {
    await closeSecond();
    const [, second] = sessions;
    const leftOver = { on: 'waiting', laterOpen: null, reason };
    const assign = {
      type: 'assign',
      person: theatre.person(2),
      post: theatre.post(3),
      offline: true,
      ...leftOver,
    };
    expect(await askInbox(theatre, assign, second)).to.have.property('accepted');
    const without = { type: 'leaveWithoutPost', person: theatre.person(3), ...leftOver };
    expect(await askInbox(theatre, without, second)).to.have.property('accepted');
    expect(await askInbox(theatre, correct(4), second)).to.have.property('accepted');
    expect(await held()).to.deep.equal([
      { person: theatre.person(1), post: theatre.post(4) },
      { person: theatre.person(2), post: theatre.post(3) },
    ]);
    const [entry] = await theatre.database.sql<{ outcome: string }>(
      'select outcome from call_list_entry where call_order = 3',
    );
    expect(entry?.outcome).to.equal('withoutPost');
  });
});
