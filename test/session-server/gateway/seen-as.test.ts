/** A moderator who sees an intern's pages is told what the intern is told, is present as nobody, and may do nothing. */
import { expect } from 'chai';
import { seeAs } from '../../../api/people-files/see-as.ts';
import { openTheatre } from '../support/theatre.ts';
import type { Theatre } from '../support/theatre.ts';

describe('gateway: seen as an intern', () => {
  let theatre: Theatre;
  beforeEach(async () => {
    theatre = await openTheatre();
  });
  afterEach(() => theatre.close());

  it('[W41] [ASVS 8.2.2] chooses nothing, and the intern who leaves is gone though the moderator looks on', async () => {
    const { database, stage } = theatre;
    const { account, login } = stage.moderator;
    const seeing = await seeAs(database, {
      person: theatre.person(1),
      reason: 'Appel',
      by: { account, login },
    });
    const seen = await theatre.watcher(seeing?.login ?? null);
    await seen.until('you', frame => frame.type === 'you');
    const desk = await theatre.moderator();
    const intern = await theatre.intern(1);
    await desk.ask(stage.session, { type: 'start' });

    const choice = { type: 'choose', post: theatre.post(1), turn: 1 } as const;
    expect(await seen.ask(stage.session, choice)).to.deep.include({
      type: 'refused',
      refusal: { code: 'FORBIDDEN' },
    });
    await intern.close();
    const gone = await desk.until(
      'the intern’s going',
      frame =>
        frame.type === 'row' &&
        frame.facts.some(
          fact => fact.kind === 'presence' && fact.person === theatre.person(1) && !fact.connected,
        ),
    );
    expect(gone.type).to.equal('row');
  });
});
