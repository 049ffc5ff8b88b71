/** The newcomer's way without a pointer: sign-in, waiting, choosing, confirming, by keys alone. */
import { expect } from 'chai';
import type { Locator, Page } from 'playwright-core';
import { myTurn, saved, signIn, start, untilSeen, validateOpenAndEnter } from './people.ts';
import { smallAmphitheatre } from './small-amphitheatre.ts';
import { openTheatre, type Theatre } from './theatre.ts';

const MOST_TABS = 120;

describe('a keyboard alone', function () {
  this.timeout(120_000);
  let theatre: Theatre;

  before(async () => {
    theatre = await openTheatre();
  });
  after(() => theatre.close());

  it('goes from the first page to a recorded choice', async () => {
    const { stage, moderator, interns } = await smallAmphitheatre(theatre.house, 2);
    const [intern] = interns;
    if (intern === undefined) throw new Error('an intern');
    const room = await theatre.visitor();
    await signIn(room, 'moderator', moderator);
    await validateOpenAndEnter(room, stage.title);

    const page = await theatre.visitor();
    await page.goto('/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await tabTo(page, page.getByRole('link', { name: 'Se connecter' }).first());
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByLabel('Adresse e-mail'));
    await page.keyboard.type(intern.email);
    await tabTo(page, page.getByLabel('Mot de passe'));
    await page.keyboard.type(intern.password);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/ma-session');

    await start(room);
    await myTurn(page).waitFor();
    const enter = (): Promise<void> => page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('button', { name: /^Choisir/u }).first());
    const confirm = page.getByRole('dialog').getByRole('button', { name: 'Oui, je confirme' });
    await untilSeen(confirm, enter);
    await tabTo(page, confirm);
    await untilSeen(saved(page), enter);
    expect(await isFocused(saved(page)), 'focus on what was saved').to.equal(true);
  });
});

async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let left = MOST_TABS; left > 0; left--) {
    if (await isFocused(target)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no way by Tab to ${String(target)}`);
}

const isFocused = (target: Locator): Promise<boolean> =>
  target.evaluate(element => element === (globalThis as unknown as Window).document.activeElement);

/** As much of the browser's window as is asked here: these tests are compiled without its types. */
interface Window {
  readonly document: { readonly activeElement: unknown };
}
