/** Favourites in the room, on a phone: what is taken turns red in its place, what is free is chosen from there. */
import { expect } from 'chai';
import type { Locator, Page } from 'playwright-core';
import { eventually } from '../support/eventually.ts';
import { axeFaults } from './axe.ts';
import { demoOf, setSettings } from './demo.ts';
import type { Demo } from './demo.ts';
import { favourites, inOffer, listed, offer, seeAllWithPosts, vacant, valider } from './favourite-rows.ts';
import { myTurn, saved, signIn, start, untilSeen, validateOpenAndEnter } from './people.ts';
import { openTheatre, type Theatre } from './theatre.ts';

/** What the live region says. */
const spoken = (page: Page, text: string): Promise<void> =>
  page.getByRole('status').filter({ hasText: text }).waitFor();

const sheets = (page: Page): Locator => page.getByRole('button', { name: /^Fiche du poste/u });

describe('favourites', function () {
  this.timeout(120_000);
  let theatre: Theatre;
  let demo: Demo;
  let room: Page;

  beforeEach(async () => {
    theatre = await openTheatre({ installs: true });
    demo = await demoOf(theatre.house);
    await setSettings(theatre.house, demo.session, { windowMs: 300, pauseAfterAbsences: 0 });
    room = await theatre.visitor();
    await signIn(room, 'moderator', demo.moderator);
    await validateOpenAndEnter(room, demo.title);
  });
  afterEach(async () => {
    await theatre.close();
    expect(theatre.complaints).to.deep.equal([]);
  });

  const intern = async (place: number, device: 'phone' | 'desktop' = 'phone'): Promise<Page> => {
    const page = await theatre.visitor(device);
    const account = demo.interns[place];
    if (account === undefined) throw new Error(`the demo has no intern ${place}`);
    await signIn(page, 'intern', account);
    await favourites(page).waitFor();
    return page;
  };
  /** Touches the hearts of these services. */
  const keep = async (page: Page, names: readonly string[]): Promise<void> => {
    for (const [place, name] of names.entries()) {
      await inOffer(page, name)
        .getByRole('button', { name: /^Favori/u })
        .click();
      await favourites(page)
        .getByText(new RegExp(`^\\d+ libres? sur ${place + 1}$`, 'u'))
        .waitFor();
    }
  };
  const choose = async (page: Page, from: Locator): Promise<void> => {
    await myTurn(page).waitFor();
    const confirm = page.getByRole('dialog').getByRole('button', { name: 'Oui, je confirme' });
    await untilSeen(confirm, () =>
      from
        .getByRole('button', { name: /^Choisir/u })
        .first()
        .click(),
    );
    await untilSeen(saved(page), () => confirm.click({ timeout: 800 }).catch(() => undefined));
  };

  it('[F8] [F9] turn red in their place when another chooses them, and are chosen from at one’s turn', async () => {
    const first = await intern(0, 'desktop');
    const second = await intern(1);
    const forBoth = new Set(await vacant(first, 8));
    const names = (await vacant(second, 8)).filter(name => forBoth.has(name)).slice(0, 3);
    const [taken = '', next = ''] = names;
    await keep(second, names);
    expect(
      await favourites(second)
        .getByRole('button', { name: /^Choisir/u })
        .count(),
    ).to.equal(0);

    await seeAllWithPosts(second, names.length);

    const opened = favourites(second).getByRole('listitem').filter({ hasText: next }).first();
    await opened.getByRole('button', { expanded: false }).click();
    await sheets(second).first().waitFor();

    await start(room);
    await choose(first, inOffer(first, taken));

    const red = favourites(second).getByRole('listitem').first();
    await red.getByText('Pourvu', { exact: true }).waitFor();
    expect(await listed(second)).to.deep.include.members([`1 ${taken}`, `2 ${next}`]);
    await favourites(second).getByText('2 libres sur 3').waitFor();
    await spoken(second, `Votre favori n°\u00a01 est pourvu`);

    await myTurn(second).waitFor();
    await sheets(second).first().waitFor({ state: 'detached' }); // no sheet opens at one's turn: no button
    await opened.getByText('n°').first().waitFor();
    await valider(opened).waitFor();
    expect(await red.getByRole('button', { name: /^Choisir/u }).count()).to.equal(0);
    expect(await axeFaults(second)).to.deep.equal([]);
    await favourites(second).getByRole('button', { name: 'Libres seulement' }).click();
    expect((await listed(second))[0]).to.equal(`2 ${next}`);
    await choose(second, favourites(second));
    const made = await theatre.house.database.sql<{ service: string }>(
      `select service.name as service from assignment join post on post.id = post_id
        join service on service.id = post.service_id order by assignment.id`,
    );
    expect(made).to.deep.equal([{ service: taken }, { service: next }]);
  });

  /** «1 Urologie»: as they are arranged, on whatever page. */
  const arranged = (page: Page, names: readonly string[]): Promise<string[]> =>
    page.getByRole('textbox', { name: /^Numéro de /u }).evaluateAll(
      (fields, known) =>
        fields.map(field => {
          const label = field.getAttribute('aria-label') ?? '';
          const name = known.find(one => label.startsWith(`Numéro de ${one},`)) ?? label;
          return `${field instanceof HTMLInputElement ? field.value : ''} ${name}`;
        }),
      [...names],
    );

  it('[F3] [F7] [F10] [F13] [F15] are arranged in the room and on their page, on two devices at once, with and without network', async () => {
    const phone = await intern(1);
    const names = (await vacant(phone, 4)).slice(0, 4);
    const [a = '', b = '', c = '', d = ''] = names;
    const desktop = await theatre.visitor();
    await desktop.context().addCookies(await phone.context().cookies());
    await desktop.goto('/favoris');
    await desktop.getByText('Aucun favori pour l’instant.').waitFor();
    expect(await axeFaults(desktop)).to.deep.equal([]);

    await keep(phone, names);
    await favourites(phone).getByRole('button', { name: 'Ranger' }).click();
    const isSeen = async (...order: readonly string[]): Promise<void> => {
      const wished = order.map((name, place) => `${place + 1} ${name}`).join();
      for (const page of [phone, desktop])
        await eventually(`the order ${wished}`, async () => (await arranged(page, names)).join() === wished);
    };
    await isSeen(a, b, c, d);
    await desktop.getByText('4 de vos 4 favoris encore libres').waitFor();

    await phone.getByRole('button', { name: new RegExp(`^Monter\\s: ${c}`, 'u') }).click();
    await isSeen(a, c, b, d);
    await spoken(phone, 'numéro 2 sur 4');
    await phone.getByRole('button', { name: 'Annuler' }).click();
    await isSeen(a, b, c, d);
    await phone.getByRole('textbox', { name: new RegExp(`^Numéro de ${a}`, 'u') }).fill('3');
    await phone.keyboard.press('Enter');
    await isSeen(b, c, a, d);
    await phone.keyboard.press('Alt+ArrowUp'); // the focus has followed the row
    await isSeen(b, a, c, d);
    await phone.keyboard.press('Alt+Home');
    await isSeen(a, b, c, d);
    expect(await axeFaults(phone)).to.deep.equal([]);
    const row = (page: Page, name: string): Locator =>
      page.getByRole('listitem').filter({ has: page.getByRole('textbox', { name: `Numéro de ${name},` }) });
    await row(desktop, d).locator('[data-grip]').dragTo(row(desktop, b).locator('[data-grip]'));
    await isSeen(a, d, b, c);

    // Without network the phone goes on, also after a reload; the other device meanwhile moves another one.
    await phone.goto('/favoris');
    await isSeen(a, d, b, c);
    await phone.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
    await phone.context().setOffline(true);
    await phone.getByRole('textbox', { name: `Numéro de ${c},` }).focus();
    await phone.keyboard.press('Alt+Home');
    await phone.getByText('Hors ligne, vos changements seront envoyés au retour').waitFor();
    await phone.reload();
    await phone.getByText('Liste gardée sur cet appareil.').waitFor();
    expect(await arranged(phone, names)).to.deep.equal(
      [c, a, d, b].map((name, place) => `${place + 1} ${name}`),
    );
    expect(await axeFaults(phone)).to.deep.equal([]);
    await row(phone, b).getByRole('button', { name: b }).first().click();
    await phone.getByRole('button', { name: /^Retirer/u }).click();
    await desktop.getByRole('button', { name: new RegExp(`^Descendre\\s: ${a}`, 'u') }).click();
    await phone.context().setOffline(false);
    await phone.getByText('2\u00a0modifications envoyées.').first().waitFor();
    await isSeen(c, d, a);
    // What the browser itself says of a missing network is no fault of ours.
    theatre.complaints.splice(
      0,
      theatre.complaints.length,
      ...theatre.complaints.filter(text => !/ERR_INTERNET_DISCONNECTED/u.test(text)),
    );

    // One post alone is explained once, on whatever device.
    await desktop.goto('/ma-session');
    const several = offer(desktop)
      .getByRole('listitem')
      .filter({ hasText: /[23] libres/u })
      .first();
    await several.getByRole('button', { expanded: false }).click();
    const heart = several.getByRole('button', { name: /^Favori(?: n°.*)?\s: poste/u });
    await heart.first().click();
    const dialog = desktop.getByRole('dialog', { name: 'Un seul poste, pas tout le service' });
    await dialog.getByRole('button', { name: /^Prendre tout le service/u }).waitFor();
    await dialog.getByRole('button', { name: 'Garder ce poste seul' }).click();
    await phone.getByText(/Un seul poste/u).waitFor();
    await phone
      .getByRole('listitem')
      .filter({ hasText: 'Un seul poste' })
      .getByRole('button', { expanded: false })
      .first()
      .click();
    await phone.getByRole('button', { name: 'Voir tous les postes de ce service' }).click();
    await phone
      .getByRole('button', { name: /^Favori\s: poste/u })
      .first()
      .click();
    await phone.getByText('5 de vos 5 favoris encore libres').waitFor(); // not asked again
    expect(await axeFaults(phone)).to.deep.equal([]);

    await sheets(phone).first().click();
    const sheet = phone.getByRole('dialog', { name: /^Poste n°/u });
    await sheet.getByText('Établissement', { exact: true }).waitFor();
    expect(await axeFaults(phone)).to.deep.equal([]);
    await sheet.getByRole('button', { name: 'Voir tous les postes de ce service' }).click();
    await phone.getByText('Un seul service est affiché.').waitFor();
    expect(new URL(phone.url()).pathname).to.equal('/postes');
  });

  it('[F6] are read by the holder, and both accounts of one browser are two presses apart, both present', async () => {
    const page = await intern(0, 'desktop');
    const name = await page.evaluate<string>(
      'fetch("/api/me").then(it => it.json()).then(me => me.intern.name)',
    );
    await page.locator('summary', { hasText: name }).click();
    await page.getByRole('link', { name: 'Se connecter pour une procuration' }).click();
    await page.getByLabel('Adresse e-mail').fill(demo.holder.email);
    await page.getByLabel('Mot de passe').fill(demo.holder.password);
    await page.getByRole('main').getByRole('button', { name: 'Se connecter', exact: true }).click();
    await favourites(page).getByText('L’interne n’a pas de favori.').waitFor();

    await start(room);
    await page.getByText('C’est à vous de choisir pour vous-même').first().waitFor(); // present as the intern too
    await page.locator('summary', { hasText: 'Pour ' }).click();
    await page
      .getByRole('banner')
      .getByRole('link', { name: /^Passer à ce compte/u })
      .click();
    await myTurn(page).waitFor();
    expect(new URL(page.url()).pathname).to.equal('/ma-session');
  });
});
