/** The newcomer's way without a pointer, on a desktop and a phone: sign-in, favourites, waiting, choosing, confirming. */
import { expect } from 'chai';
import type { Locator, Page } from 'playwright-core';
import { focusLost, isFocused, tabTo, watchFocus } from './keys.ts';
import { myTurn, saved, signIn, start, untilSeen, validateOpenAndEnter } from './people.ts';
import { smallAmphitheatre } from './small-amphitheatre.ts';
import type { SignInName } from './people.ts';
import { type Device, openTheatre, type Theatre } from './theatre.ts';

describe('a keyboard alone', function () {
  this.timeout(120_000);
  let theatre: Theatre;

  before(async () => {
    theatre = await openTheatre();
  });
  after(() => theatre.close());

  for (const device of ['desktop', 'phone'] as const)
    it(`goes from the first page to a recorded choice on a ${device}, and sees where it is`, async () => {
      const { stage, moderator, interns } = await smallAmphitheatre(theatre.house, 2);
      const [intern] = interns;
      if (intern === undefined) throw new Error('an intern');
      const room = await theatre.visitor();
      await signIn(room, 'moderator', moderator);
      await validateOpenAndEnter(room, stage.title);
      const page = await entersByKeys(device, intern);
      await keepsAFavourite(page);

      await start(room);
      await myTurn(page).waitFor();
      const enter = (): Promise<void> => page.keyboard.press('Enter');
      const choose = page.getByRole('button', { name: /^Choisir/u }).first();
      await tabTo(page, choose);
      const confirm = page.getByRole('dialog').getByRole('button', { name: 'Oui, je confirme' });
      await untilSeen(confirm, enter);
      await watchFocus(page);
      await page.keyboard.press('Escape');
      await confirm.waitFor({ state: 'detached' });
      expect(await isFocused(choose), 'back where the dialog was opened').to.equal(true);
      await untilSeen(confirm, enter);
      await tabTo(page, confirm);
      await untilSeen(saved(page), enter);
      expect(await isFocused(saved(page)), 'on what was saved').to.equal(true);
      expect(await focusLost(page)).to.deep.equal([]);
      await Promise.all([page.context().close(), room.context().close()]);
    });

  /** From the first page to the room. */
  async function entersByKeys(device: Device, { email, password }: SignInName): Promise<Page> {
    const page = await theatre.visitor(device);
    await page.goto('/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('Tab');
    expect(await isFocused(page.getByRole('link', { name: 'Aller au contenu' }))).to.equal(true);
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('main').getByRole('link', { name: 'Se connecter' }).first());
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByLabel('Adresse e-mail'));
    await page.keyboard.type(email);
    await tabTo(page, page.getByLabel('Mot de passe'));
    await page.keyboard.type(password);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/ma-session');
    return page;
  }

  /** A heart, then «Ranger» and back: each by Tab and Entrée. */
  async function keepsAFavourite(page: Page): Promise<void> {
    const favourites = page.getByRole('region', { name: /^Mes favoris/u });
    await press(page, page.getByRole('button', { name: /^Favori/u }).first());
    await favourites.getByRole('listitem').first().waitFor();
    await page.getByRole('tab', { name: 'Ma session' }).focus();
    await page.keyboard.press('ArrowRight');
    expect(await isFocused(page.getByRole('tab', { name: 'Liste des internes' }))).to.equal(true);
    await page.keyboard.press('ArrowLeft');
    await press(page, favourites.getByRole('button', { name: 'Ranger' }));
    await press(page, favourites.getByRole('button', { name: 'Terminé' }));
    await favourites.getByRole('button', { name: 'Ranger' }).waitFor();
  }
});

async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}
