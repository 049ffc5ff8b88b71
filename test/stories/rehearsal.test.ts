/** An *amphi blanc*: prepared, played and closed like the day itself, everywhere said to be one; then the day itself, untouched. */
import { expect } from 'chai';
import { axeFaults } from './axe.ts';
import { demoOf, setSettings } from './demo.ts';
import {
  chooseFirst,
  doWithReason,
  myTurn,
  openAmphitheatre,
  saved,
  showQueue,
  signIn,
  start,
  untilSeen,
} from './people.ts';
import { openTheatre, type Theatre } from './theatre.ts';

const STRIP = 'rien de ce que vous choisissez ne compte';
const COUNTS_NOT = 'Amphi blanc\u00a0: ce choix ne compte pas';

describe('a rehearsal', function () {
  this.timeout(120_000);
  let theatre: Theatre;

  before(async () => {
    theatre = await openTheatre();
  });
  after(() => theatre.close());

  it('[B10] [B20] says everywhere that nothing counts, and leaves every seat free for the real session', async () => {
    const { house } = theatre;
    const demo = await demoOf(house);
    const [first] = demo.interns;
    if (first === undefined) throw new Error('no intern in the demo set');
    await setSettings(house, demo.session, { windowMs: 60_000, pauseAfterAbsences: 0 });

    const room = await theatre.visitor();
    await signIn(room, 'moderator', demo.moderator);
    const amphitheatre = room.getByRole('region', { name: demo.title });
    await amphitheatre.getByRole('button', { name: 'Valider' }).click();
    await openAmphitheatre(amphitheatre);
    await amphitheatre.getByRole('button', { name: 'Préparer un amphi blanc…' }).click();
    await room.getByRole('dialog').getByRole('button', { name: 'Préparer l’amphi blanc' }).click();
    await amphitheatre.getByRole('link', { name: 'Salle de l’amphi blanc 1' }).click();
    await room.getByText(STRIP).waitFor();

    const intern = await theatre.visitor('phone');
    await signIn(intern, 'intern', first);
    await intern.getByText('En direct').first().waitFor();
    await intern.goto('/');
    await intern.getByText('Amphi blanc de votre session').waitFor();
    await intern.getByRole('link', { name: 'Entrer dans l’amphi blanc' }).click();
    await intern.getByText('Amphi blanc ouvert').waitFor();
    await intern.getByText(STRIP).waitFor();

    await room.getByRole('button', { name: 'Démarrer l’amphi blanc…' }).click();
    await room.getByRole('dialog').getByText('rien de ce qui s’y choisit ne compte').waitFor();
    await room.getByRole('dialog').getByRole('button', { name: 'Démarrer' }).click();

    await myTurn(intern).waitFor();
    await intern.getByText(STRIP).waitFor();
    expect(await intern.title()).to.match(/^Amphi blanc – /u);
    const dialog = intern.getByRole('dialog');
    await untilSeen(dialog.getByText(COUNTS_NOT), () =>
      intern
        .getByRole('button', { name: /^Choisir/u })
        .first()
        .click(),
    );
    expect(await dialog.getByText('définitif').count()).to.equal(0);
    expect(await axeFaults(intern)).to.deep.equal([]);
    await untilSeen(saved(intern), () =>
      dialog
        .getByRole('button', { name: 'Oui, je confirme' })
        .click({ timeout: 800 })
        .catch(() => undefined),
    );
    await intern.getByText(COUNTS_NOT).first().waitFor();
    expect(await intern.getByText('E-mail de confirmation').count()).to.equal(0);
    expect(await axeFaults(intern)).to.deep.equal([]);

    const asked = room.getByRole('dialog');
    await showQueue(room, 'Passés');
    await room
      .getByRole('button', { name: /^Actions pour/u })
      .first()
      .click();
    await asked.getByText('ce que vous faites ici ne vaut qu’ici').waitFor();
    await asked.getByRole('button', { name: 'Corriger le choix…' }).click();
    await asked.getByRole('button', { name: 'Retirer ce choix…' }).click();
    await asked.getByText('Aucun e-mail ne part.').first().waitFor();
    await doWithReason(room, 'Essai.', 'Retirer le choix');
    await intern.getByRole('button', { name: 'Reprendre mon tour' }).waitFor();
    await room.getByText('procurations, pause de toutes les sessions').waitFor();
    await room.getByRole('link', { name: 'Continuer sur papier' }).click();
    await room.getByText(STRIP).waitFor();
    await room.getByRole('heading', { name: /amphi blanc 1$/u }).waitFor();
    expect(await axeFaults(room)).to.deep.equal([]);
    await room.getByRole('link', { name: 'Retour à la salle' }).click();

    await room.getByRole('button', { name: 'Fermer la session…' }).click();
    const closing = room.getByRole('dialog');
    await closing.getByRole('radio').first().check();
    await closing.getByRole('button', { name: /^Fermer, \d+ internes sans choix/u }).click();
    await intern.getByText('L’amphi blanc est terminé').waitFor();
    await room
      .getByRole('button', { name: /^Actions pour/u })
      .first()
      .click();
    await asked.getByRole('button', { name: 'Affecter un poste…' }).click();
    await asked
      .getByRole('button', { name: /^Choisir|^Retenir/u })
      .first()
      .click();
    await doWithReason(room, 'Essai.', 'Affecter ce poste');
    expect(
      await house.database.sql(`select rehearsal from journal where command ->> 'type' = 'assign'`),
    ).to.deep.equal([{ rehearsal: true }]);
    expect(await axeFaults(room)).to.deep.equal([]);
    expect(await house.database.sql('select 1 from assignment')).to.deep.equal([]);
    expect(await house.database.sql("select 1 from mail where kind like 'choice%'")).to.deep.equal([]);

    await room.goto('/salle');
    await amphitheatre.getByRole('link', { name: 'Entrer' }).click();
    await intern.getByRole('link', { name: 'Revenir à la vraie session' }).click();
    await intern.getByText('Session ouverte').waitFor();
    expect(await intern.getByText(STRIP).count()).to.equal(0);
    await start(room);
    await chooseFirst(intern);
    await intern.getByText('Il est définitif').first().waitFor();
    const made = await house.database.sql(
      `select call_order as "order", rehearsal from assignment
      join call_list_entry using (roster_entry_id) join session on session.id = assignment.session_id`,
    );
    expect(made).to.deep.equal([{ order: 1, rehearsal: false }]);
    expect(theatre.complaints).to.deep.equal([]);
  });
});
