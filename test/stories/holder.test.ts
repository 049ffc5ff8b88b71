/** Who holds a mandate chooses in the other's place, in their room and at their turn (M §6.4). */
import { expect } from 'chai';
import { axeFaults } from './axe.ts';
import { demoOf, setSettings } from './demo.ts';
import { chooseFirst, signIn, start, validateOpenAndEnter } from './people.ts';
import { openTheatre, type Theatre } from './theatre.ts';

describe('a mandate', function () {
  this.timeout(120_000);
  let theatre: Theatre;

  before(async () => {
    theatre = await openTheatre();
  });
  after(() => theatre.close());

  it('lets its holder choose at the turn of the one who gave it, and says for whom', async () => {
    const { house } = theatre;
    const demo = await demoOf(house);
    // The three before are not there: each is awaited for a moment and passed over.
    await setSettings(house, demo.session, { windowMs: 300, pauseAfterAbsences: 0 });
    const room = await theatre.visitor();
    await signIn(room, 'moderator', demo.moderator);
    await validateOpenAndEnter(room, demo.title);
    const holder = await theatre.visitor('phone');
    await signIn(holder, 'mandatary', demo.holder);
    await holder.getByText('En direct').first().waitFor();

    await start(room);
    await holder.getByText('Vous choisissez pour').first().waitFor();
    await chooseFirst(holder);

    expect(await axeFaults(holder)).to.deep.equal([]);
    const made = await house.database.sql<{ by: string; order: number }>(
      `select made_by as by, call_order as "order" from assignment join call_list_entry using (roster_entry_id)`,
    );
    expect(made).to.deep.equal([{ by: 'mandatary', order: 4 }]);
    expect(theatre.complaints).to.deep.equal([]);
  });
});
