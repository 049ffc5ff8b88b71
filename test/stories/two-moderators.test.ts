/** Two moderators at once: nothing is done twice, everything is stopped by either, somebody forgotten is added by one of them. */
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { axeFaults } from './axe.ts';
import { type DrawnAmphitheatre, drawnAmphitheatre, moderators } from './drawn-amphitheatre.ts';
import {
  chooseFirst,
  comesIn,
  doWithReason,
  myTurn,
  openMenu,
  pause,
  resume,
  showQueue,
  signIn,
  start,
  validateOpenAndEnter,
} from './people.ts';
import { openTheatre, type Theatre } from './theatre.ts';

const [MARC, NORA] = ['Marc Ollivier', 'Nora Lambert'];
const [ALIX, BASILE, CLEO, DANY] = ['Alix Arnaud', 'Basile Brun', 'Cléo Caron', 'Dany Duval'];
const FORGOTTEN = 'Béa Bonnet';
const REASON = 'Essai de deux personnes.';

describe('two moderators', function () {
  this.timeout(120_000);
  let theatre: Theatre;
  let one: DrawnAmphitheatre;
  let other: DrawnAmphitheatre;
  let marc: Page;
  let nora: Page;

  before(async () => {
    theatre = await openTheatre();
    const services = [{ name: 'Urologie générale', seats: 6 }];
    const settings = { windowMs: 120_000, pauseAfterAbsences: 0 };
    one = await drawnAmphitheatre(theatre.house, {
      people: [{ name: ALIX }, { name: BASILE }, { name: FORGOTTEN, listed: false }, { name: CLEO }],
      services,
      settings,
    });
    other = await drawnAmphitheatre(theatre.house, { people: [{ name: DANY }], services, settings });
    const [asMarc, asNora] = await moderators(theatre.house, MARC, NORA);
    if (asMarc === undefined || asNora === undefined) throw new Error('two moderators');
    [marc, nora] = [await theatre.visitor(), await theatre.visitor()];
    await signIn(marc, 'moderator', asMarc);
    await signIn(nora, 'moderator', asNora);
    await validateOpenAndEnter(marc, one.title);
    await nora.getByRole('region', { name: one.title }).getByRole('link', { name: 'Entrer' }).click();
  });
  after(async () => {
    await theatre.close();
    // The browser's own note of the refusals that come over HTTP: longer turn, settings, whom Nora would have added again.
    const refusals = theatre.complaints.filter(text => text.includes('409 (Conflict)'));
    expect(refusals).to.have.length(3);
    expect(theatre.complaints).to.deep.equal(refusals);
  });

  const comes = (drawn: DrawnAmphitheatre, name: string): Promise<Page> =>
    comesIn(theatre, 'intern', drawn.account(name), 'phone');
  const both = (act: (room: Page) => Promise<void>): Promise<unknown> => Promise.all([act(marc), act(nora)]);
  /** Nora's action came second: who did what before, on which lines. */
  const cameSecond = async (title: RegExp, deed: string): Promise<void> => {
    await nora.getByText(title).first().waitFor();
    await nora
      .getByText(
        new RegExp(
          `${deed} à \\d\\d:\\d\\d:\\d\\d \\(ligne \\d+\\)\\. Votre action portait sur la ligne \\d+\\s: rien n’a été fait, rien ne l’a été deux fois\\.`,
          'u',
        ),
      )
      .first()
      .waitFor();
    expect(await axeFaults(nora)).to.deep.equal([]);
    await nora.getByRole('button', { name: 'J’ai vu' }).click();
  };

  it('[D30] give the same person a longer turn: the second is told who did, and has nothing to type again', async () => {
    await both(async room => {
      const menu = await openMenu(room, ALIX);
      await menu.getByRole('button', { name: 'Tour plus long…' }).click();
      await room.getByRole('dialog', { name: 'Tour plus long d’Alix Arnaud' }).waitFor();
    });
    await marc.getByLabel('+\u00a01\u00a0min').check();
    await doWithReason(marc, REASON, 'Donner un tour plus long');
    await nora.getByLabel('+\u00a02\u00a0min').check();
    await doWithReason(nora, 'Lecture d’écran.', 'Donner un tour plus long');
    await nora
      .getByText(/^Marc Ollivier, \d\d:\d\d:\d\d\s: Alix Arnaud\s: tour plus long de 1\smin/u)
      .waitFor();
    await nora
      .getByText(/donner 2\smin de plus à chaque tour d’Alix Arnaud$/u)
      .first()
      .waitFor();
    await nora.getByRole('button', { name: 'Recommencer…' }).click();
    const dialog = nora.getByRole('dialog');
    await dialog.getByText('Actuellement 1\u00a0min en plus.').waitFor();
    expect(await dialog.getByLabel('+\u00a02\u00a0min').isChecked()).to.equal(true);
    expect(await dialog.getByRole('textbox', { name: 'Motif' }).inputValue()).to.equal('Lecture d’écran.');
    await dialog.getByRole('button', { name: 'Annuler' }).click();
  });

  it('[D30] change the settings: the form of the second shows both, and keeps what was typed', async () => {
    const room = nora.url();
    await both(async page => {
      await page.goto(`/salle/${one.amphitheatre}/preparation`);
      await page.getByRole('button', { name: 'Modifier les réglages…' }).click();
    });
    const save = (page: Page) =>
      page.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).click();
    await marc.getByLabel('Durée d’un tour').fill('120');
    await marc.getByLabel('Retours possibles').fill('1');
    await nora.getByLabel('Durée d’un tour').fill('90');
    await nora.getByLabel('Surnombres par service').fill('4');
    await save(marc);
    await marc.getByText('2\u00a0min', { exact: true }).waitFor();
    await save(nora);
    const dialog = nora.getByRole('dialog');
    await dialog.getByText('Marc Ollivier les a changés entre-temps').waitFor();
    await dialog.getByText('Changé entre-temps\u00a0: 1 maintenant.').waitFor();
    expect(await dialog.getByLabel('Retours possibles').inputValue()).to.equal('1');
    expect(await dialog.getByLabel('Surnombres par service').inputValue()).to.equal('4');
    expect(await axeFaults(nora)).to.deep.equal([]);
    await save(nora);
    await dialog.waitFor({ state: 'detached' });
    await nora.getByText('4 au plus').waitFor();
    await both(page => page.goto(room).then(() => undefined));
  });

  it('[A11] [W23] note the absence of the same person: the second is told who did, and the next one keeps the turn', async () => {
    await marc.getByText(`Vous et ${NORA}`).first().waitFor(); // in the strip; below a desktop's width under it
    await nora.getByText(`Vous et ${MARC}`).first().waitFor();
    // On a telephone too the room says which amphitheatre it is: several run at once.
    await nora.setViewportSize({ width: 360, height: 780 });
    await nora.getByText(one.title).filter({ visible: true }).first().waitFor();
    await nora.setViewportSize({ width: 1280, height: 900 });
    await start(marc);
    await both(room => room.getByRole('button', { name: 'Constater l’absence…' }).click());
    await doWithReason(marc, REASON, 'Constater l’absence');
    await nora.getByText(`2 · ${BASILE}`).waitFor();
    await doWithReason(nora, REASON, 'Constater l’absence');

    await cameSecond(
      /^Action non appliquée\s: constater l’absence d’Alix Arnaud$/u,
      'Marc Ollivier a constaté l’absence d’Alix Arnaud',
    );
    await nora.getByText('Absences 1').first().waitFor();
    await nora.getByRole('heading', { name: `2 · ${BASILE}` }).waitFor();
  });

  it('[M16] pause the same session: it is paused once, and either resumes it', async () => {
    await nora.getByRole('button', { name: 'Mettre en pause et appeler…' }).click();
    await pressAsItComes(nora, 'Reprendre'); // a finger on its way to the button that stood there
    await pause(marc, REASON);
    await marc
      .getByRole('dialog', { name: /^Téléphone/u })
      .getByRole('button', { name: 'Annuler' })
      .click();
    await nora.getByText(/En pause depuis .*, par Marc Ollivier/u).waitFor();
    await doWithReason(nora, REASON, 'Mettre en pause et appeler');
    await cameSecond(/^Action non appliquée\s: mettre en pause$/u, 'Marc Ollivier a mis la session en pause');
    await resume(nora);
    await marc.getByText('Hors ligne à l’appel').first().waitFor();
  });

  it('[P1] [P2] pause and resume everything that runs, in every amphitheatre, by one act', async () => {
    await marc.goto('/salle');
    await validateOpenAndEnter(marc, other.title);
    const [basile, dany] = [await comes(one, BASILE), await comes(other, DANY)];
    await start(marc);
    const interns = [basile, dany];
    for (const page of interns) await myTurn(page).waitFor();

    await nora.goto('/journee');
    await nora.getByRole('button', { name: 'Mettre tout en pause…' }).click();
    const dialog = nora.getByRole('dialog');
    await dialog.getByText('Autre motif').click();
    await dialog.getByRole('textbox', { name: 'Motif' }).fill(REASON);
    await dialog.getByRole('button', { name: 'Tout mettre en pause' }).click();
    await dialog.getByText(/^2 sur 2\s: fait$/u).waitFor();
    for (const { title } of [one, other]) await dialog.getByText(title).waitFor();
    expect(await axeFaults(nora)).to.deep.equal([]);
    await dialog.getByRole('button', { name: 'Fermer' }).click();
    for (const page of interns) await page.getByText(REASON).first().waitFor();

    await nora.getByRole('button', { name: 'Tout reprendre…' }).click();
    await dialog.getByRole('button', { name: 'Tout reprendre' }).click();
    await dialog.getByText(/^2 sur 2\s: fait$/u).waitFor();
    for (const page of interns) await page.getByText(REASON).first().waitFor({ state: 'detached' });
    await chooseFirst(dany);
    await basile.context().close();
  });

  it('[M21] [M22] [V11] add somebody forgotten once: «n° 2 bis», called after the second, known to everybody', async () => {
    const bea = await theatre.visitor('phone');
    await signIn(bea, 'intern', one.account(FORGOTTEN));
    await bea.getByText('Votre nom n’est dans aucune liste d’appel.').waitFor();
    const cleo = await comes(one, CLEO);
    await both(async room => {
      await room.goto(`/salle/${one.amphitheatre}/preparation`);
      await room.getByRole('button', { name: 'Ajouter une personne oubliée…' }).click();
      await room
        .getByRole('dialog')
        .getByText(/^N°\s2\sbis\s: attendra son tour à son rang\./u)
        .waitFor();
      await room.getByRole('button', { name: `Ajouter… ${FORGOTTEN}` }).click();
    });
    expect(await axeFaults(marc)).to.deep.equal([]);
    await doWithReason(marc, REASON, 'Ajouter à la liste d’appel');
    await doWithReason(nora, REASON, 'Ajouter à la liste d’appel');
    await nora.getByText('Cette personne est déjà dans la liste d’appel.').first().waitFor();

    await bea.getByText('Vous êtes juste après la personne qui choisit.').first().waitFor();
    await bea
      .getByText(/^n°\s2\sbis ·/u)
      .first()
      .waitFor();
    await cleo.getByRole('tab', { name: 'Liste des internes' }).click();
    await cleo
      .getByRole('listitem')
      .filter({ hasText: FORGOTTEN })
      .getByText(/^2\sbis$/u)
      .waitFor();
    for (const page of [bea, cleo]) expect(await axeFaults(page)).to.deep.equal([]);

    await marc.goto(`/salle/${one.amphitheatre}`);
    await marc.getByRole('button', { name: 'Constater l’absence…' }).click();
    await doWithReason(marc, REASON, 'Constater l’absence');
    await chooseFirst(bea);
    await showQueue(marc, 'Passés');
    await (await openMenu(marc, FORGOTTEN)).getByText('Urologie générale').first().waitFor();
  });
});

/** Presses the button of this name once, in the very moment it comes into the page. */
const pressAsItComes = (page: Page, name: string): Promise<void> =>
  page.evaluate(wanted => {
    const watch = new MutationObserver(() => {
      const button = [...document.querySelectorAll('button')].find(
        ({ textContent }) => textContent === wanted,
      );
      if (button === undefined) return;
      watch.disconnect();
      button.click();
    });
    watch.observe(document.body, { childList: true, subtree: true });
  }, name);
