/** Who holds a mandate chooses in the other's place, in their room and at their turn (M §6.4). */
import { expect } from 'chai';
import { axeFaults } from './axe.ts';
import { demoOf, setSettings } from './demo.ts';
import { chooseFirst, signIn, start, validateOpenAndEnter } from './people.ts';
import { mailedLink } from '../api/support/mailed-link.ts';
import { smallAmphitheatre } from './small-amphitheatre.ts';
import { openTheatre, type Theatre } from './theatre.ts';

const PASSWORD = 'quatre girafes sous la pluie';

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

  it('[N1] is asked for a first time from the room itself, cancelled there, and given to another', async () => {
    const { house } = theatre;
    const small = await smallAmphitheatre(house, 1, { windowMs: 60_000 });
    const [giver] = small.interns;
    if (giver === undefined) throw new Error('one intern');
    const room = await theatre.visitor();
    await signIn(room, 'moderator', small.moderator);
    await validateOpenAndEnter(room, small.stage.title);
    const mine = await theatre.visitor('phone');
    await signIn(mine, 'intern', giver);
    await mine.getByText('En direct').first().waitFor();
    await mine.locator('summary', { hasText: 'en ligne' }).click();

    await mine.getByRole('button', { name: 'Établir une procuration' }).click();
    await mine.getByLabel('Adresse e-mail de la personne').fill('sasha@recit.example');
    await mine.getByLabel('Son téléphone').fill('06 12 34 56 78');
    expect(await axeFaults(mine)).to.deep.equal([]);
    await mine.getByRole('button', { name: 'Envoyer' }).click();
    await mine.getByText('Procuration demandée, pas encore acceptée').waitFor();
    await mine
      .getByRole('definition')
      .filter({ hasText: /^Demandée/u })
      .last()
      .waitFor();

    await mine.getByRole('button', { name: 'Annuler la procuration' }).click();
    await mine.getByRole('dialog').getByRole('button', { name: 'Annuler la procuration' }).click();
    await mine.getByRole('button', { name: 'Établir une nouvelle procuration' }).click();
    await mine.getByLabel('Adresse e-mail de la personne').fill('sacha.autre@recit.example');
    await mine.getByLabel('Son téléphone').fill('06 12 34 56 78');
    await mine.getByRole('button', { name: 'Envoyer' }).click();
    await mine.getByText('sacha.autre@recit.example', { exact: true }).waitFor();
    await mine.close();
  });

  it('[N1] [N4] [Q2] is asked for, accepted by the mailed link, and its holder chooses what the approved status allows', async () => {
    const { house } = theatre;
    const small = await smallAmphitheatre(house, 1, { windowMs: 60_000 });
    const [giver] = small.interns;
    if (giver === undefined) throw new Error('one intern');
    const room = await theatre.visitor();
    await signIn(room, 'moderator', small.moderator);
    await validateOpenAndEnter(room, small.stage.title);
    const mine = await theatre.visitor('phone');
    await signIn(mine, 'intern', giver);
    await mine.getByText('En direct').first().waitFor();
    await mine.goto('/mon-amphitheatre');

    await mine.getByRole('button', { name: 'Établir une procuration' }).click();
    await mine.getByLabel('Adresse e-mail de la personne').fill(giver.email);
    await mine.getByLabel('Son téléphone').fill('06 12 34 56 78');
    await mine.getByRole('button', { name: 'Envoyer' }).click();
    await mine.getByText('Cette adresse est la vôtre').waitFor();
    await mine.getByLabel('Adresse e-mail de la personne').fill('sacha@recit.example');
    await mine.getByRole('button', { name: 'Envoyer' }).click();
    await mine.getByText('Procuration demandée, pas encore acceptée').waitFor();

    await mine.getByRole('button', { name: 'Faire une demande de modification de statut' }).click();
    await mine
      .getByRole('dialog')
      .getByText(/^Surnombre non validant/u)
      .click();
    await mine.getByRole('button', { name: 'Envoyer la demande' }).click();
    await mine.getByText(/^Demande en attente/u).waitFor();
    const desk = await room.context().newPage();
    await desk.goto('/salle/demandes');
    await desk.getByRole('button', { name: /^Accepter…/u }).click();
    expect(await axeFaults(desk)).to.deep.equal([]);
    await desk.getByRole('dialog').getByRole('button', { name: 'Accepter' }).click();
    await desk.getByText('Aucune demande n’attend', { exact: true }).waitFor();
    await desk.close();
    await mine.getByText(/^Demande acceptée/u).waitFor();
    expect(await axeFaults(mine)).to.deep.equal([]);

    const holder = await theatre.visitor('phone');
    const token = await mailedLink(house.database, 'procuration/demande', 'acceptMandate');
    await holder.goto(`/procuration/demande#${token}`);
    await holder.getByText('vous demande de choisir son poste à sa place').waitFor();
    await holder.getByLabel('Vos prénom et nom').fill('Sacha Morel');
    await holder.getByLabel('Mot de passe', { exact: true }).fill(PASSWORD);
    await holder.getByLabel('Mot de passe, une seconde fois').fill(PASSWORD);
    expect(await axeFaults(holder)).to.deep.equal([]);
    await holder.getByRole('button', { name: 'Accepter la procuration' }).click();
    await holder
      .getByText(/^Procuration acceptée/u)
      .first()
      .waitFor();
    await mine.getByText('Vous avez donné procuration').waitFor({ timeout: 30_000 });

    await signIn(holder, 'mandatary', { email: 'sacha@recit.example', password: PASSWORD });
    await holder.getByText('En direct').first().waitFor();
    await start(room);
    await chooseFirst(holder);
    const made = await house.database.sql(
      `select made_by as by, status from assignment where session_id = ?::int`,
      [small.stage.session],
    );
    expect(made).to.deep.equal([{ by: 'mandatary', status: 'supernumeraryNonValidating' }]);
    expect(theatre.complaints.filter(said => !said.includes('409'))).to.deep.equal([]);
  });
});
