/** A choice is told: to the public list at once, to the chooser by mail; never the post and the name together in public. */
import { expect } from 'chai';
import { axeFaults } from './axe.ts';
import { chooseFirst, saved, signIn, start, validateOpenAndEnter } from './people.ts';
import { smallAmphitheatre } from './small-amphitheatre.ts';
import { openTheatre, type Theatre } from './theatre.ts';

describe('a choice that is told', function () {
  this.timeout(120_000);
  let theatre: Theatre;

  before(async () => {
    theatre = await openTheatre();
  });
  after(() => theatre.close());

  it('appears on the public list without a reload, and in the development mailbox', async () => {
    const { stage, moderator, interns } = await smallAmphitheatre(theatre.house, 2);
    const [person] = stage.people;
    const [intern] = interns;
    if (person === undefined || intern === undefined) throw new Error('an intern');
    const room = await theatre.visitor();
    await signIn(room, 'moderator', moderator);
    await validateOpenAndEnter(room, stage.title);
    const mine = await theatre.visitor();
    await signIn(mine, 'intern', intern);
    const anyone = await theatre.visitor('phone');
    await anyone.goto('/affectations');
    await anyone.getByText('Aucun choix enregistré pour l’instant').waitFor();

    await start(room);
    await chooseFirst(mine);

    await anyone
      .getByText(/Numéro 1\b/u)
      .first()
      .waitFor();
    await anyone.getByText('1 choix enregistré').first().waitFor();
    expect(await axeFaults(anyone)).to.deep.equal([]);

    await anyone.goto('/courriers');
    await anyone.getByRole('link', { name: intern.email }).first().click();
    await anyone.getByText('Message-ID').waitFor();
    expect(await axeFaults(anyone)).to.deep.equal([]);
    await saved(mine).waitFor();
    expect(theatre.complaints).to.deep.equal([]);
  });
});
