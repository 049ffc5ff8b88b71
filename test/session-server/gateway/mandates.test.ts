/** A mandate accepted or ended while both are there: who acts changes hands without a new `hello`. */
import { expect } from 'chai';
import type { SessionId } from '../../../machines/ids.ts';
import { CLOSE_CODES } from '../../../machines/wire/close-codes.ts';
import type { You } from '../../../machines/wire/frames.ts';
import { askInbox } from '../support/inbox.ts';
import { stageHolder } from '../support/stage.ts';
import { openTheatre } from '../support/theatre.ts';
import type { Theatre } from '../support/theatre.ts';
import type { Watcher } from '../support/watcher.ts';

describe('gateway: a mandate that changes', () => {
  let theatre: Theatre;
  let session: SessionId;
  let moderator: Watcher;
  let intern: Watcher;
  let holder: Watcher;
  beforeEach(async () => {
    theatre = await openTheatre({ people: 3 });
    ({ session } = theatre.stage);
    const { sql } = theatre.database;
    const { login } = await stageHolder(sql, theatre.person(2));
    await sql('update mandate set accepted_at = null');
    moderator = await theatre.moderator();
    [intern, holder] = [await theatre.intern(2), await theatre.watcher(login)];
  });
  afterEach(() => theatre.close());

  const you = (watcher: Watcher, what: string, isMeant: (you: You) => boolean, from = 0): Promise<unknown> =>
    watcher.until(what, frame => frame.type === 'you' && isMeant(frame), from);
  const inTables = async (change: string): Promise<void> => {
    await theatre.database.sql(`update mandate set ${change}`);
    await theatre.database.sql(`select pg_notify('amphitheatre_changed', ?)`, [
      JSON.stringify({ amphitheatre: theatre.stage.amphitheatre }),
    ]);
  };
  const inSession = async (held: boolean): Promise<void> => {
    const command = { type: 'setMandate', person: theatre.person(2), held, connected: false };
    expect(await askInbox(theatre, command)).to.have.property('accepted');
  };
  const choiceOf = (watcher: Watcher) =>
    watcher.ask(session, { type: 'choose', post: theatre.post(1), turn: 9 });

  it('[W27] gives the holder the intern’s room, and takes the intern’s button, before the start', async () => {
    expect(holder.all('you')).to.deep.equal([]);
    await inTables('accepted_at = now()');
    await you(holder, 'the room', ({ chooser, mandatary }) => chooser && mandatary === null);
    await you(intern, 'the holder', ({ chooser, mandatary }) => !chooser && mandatary !== null);
    await moderator.ask(session, { type: 'start' });
    expect(await choiceOf(holder)).to.deep.include({ refusal: { code: 'NOT_YOUR_TURN', ahead: 1 } });
  });

  it('[W27] does the same in a live session, and the holder’s presence counts', async () => {
    await moderator.ask(session, { type: 'start' });
    await inSession(true);
    await you(holder, 'the room', ({ chooser }) => chooser);
    await you(intern, 'the holder', ({ chooser, mandatary }) => !chooser && mandatary !== null);
    await moderator.until(
      'the holder is there',
      frame => frame.type === 'row' && frame.command === 'connected',
    );
    expect(await choiceOf(intern)).to.deep.include({ refusal: { code: 'HELD_BY_MANDATARY' } });
  });

  it('[W27] gives the button back when the mandate ends, and puts the holder out with MANDATE_ENDED', async () => {
    await inTables('accepted_at = now()');
    await you(holder, 'the room', ({ chooser }) => chooser);
    await moderator.ask(session, { type: 'start' });
    const from = intern.frames.length;
    await inSession(false);
    await you(intern, 'the button', ({ chooser, mandatary }) => chooser && mandatary === null, from);
    expect((await holder.untilClosed()).code).to.equal(CLOSE_CODES.MANDATE_ENDED.code);
  });
});
