/** A moderator's other pages without a pointer: preparation, state chart, paper sheet, each from its first stop to its last. */
import { expect } from 'chai';
import type { Locator, Page } from 'playwright-core';
import { eventually } from '../support/eventually.ts';
import { focusLost, isFocused, tabThrough, tabTo, watchFocus } from './keys.ts';
import { openAmphitheatre, signIn, start } from './people.ts';
import { type SmallAmphitheatre, smallAmphitheatre } from './small-amphitheatre.ts';
import { openTheatre, type Theatre } from './theatre.ts';

/** What of the drawing is seen. */
const CORNER = (box: unknown): string => {
  const { scrollLeft, scrollTop } = box as { readonly scrollLeft: number; readonly scrollTop: number };
  return `${scrollLeft} ${scrollTop}`;
};
const REASON = 'Essai au clavier.';

describe('a keyboard alone, at the desk', function () {
  this.timeout(180_000);
  let theatre: Theatre;
  let small: SmallAmphitheatre;
  let desk: Page;

  before(async () => {
    theatre = await openTheatre();
    small = await smallAmphitheatre(theatre.house, 3, { windowMs: 120_000 });
    desk = await theatre.visitor();
    await signIn(desk, 'moderator', small.moderator);
    const amphitheatre = desk.getByRole('region', { name: small.stage.title });
    await amphitheatre.getByRole('button', { name: 'Valider' }).click();
    await openAmphitheatre(amphitheatre);
  });
  after(() => theatre.close());

  const press = async (target: Locator): Promise<void> => {
    await tabTo(desk, target);
    await desk.keyboard.press('Enter');
  };
  const dialog = (): Locator => desk.getByRole('dialog');
  const shut = async (opener: Locator): Promise<void> => {
    await dialog().waitFor();
    await desk.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    expect(await isFocused(opener), 'back where the dialog was opened').to.equal(true);
  };

  it('opens and leaves every dialog of the preparation, and comes back to where it was', async () => {
    await desk.goto(`/salle/${small.stage.amphitheatre}/preparation`);
    for (const name of [
      'Modifier les réglages…',
      'Ajouter une personne oubliée…',
      'Ajouter des postes…',
      /^Retirer…/u,
    ]) {
      const opener = desk.getByRole('button', { name }).first();
      await press(opener);
      await shut(opener);
    }
  });

  it('changes a setting, adds a post and takes it out of the offer, the focus never lost', async () => {
    await watchFocus(desk);
    await press(desk.getByRole('button', { name: 'Modifier les réglages…' }));
    await tabTo(desk, dialog().getByLabel('Durée d’un tour'));
    await desk.keyboard.press('Control+a');
    await desk.keyboard.type('150');
    await desk.keyboard.press('Enter');
    await dialog().waitFor({ state: 'detached' });
    await desk.getByText('2\u00a0min\u00a030\u00a0s').waitFor();

    await press(desk.getByRole('button', { name: 'Ajouter des postes…' }));
    await tabTo(desk, dialog().getByLabel('Service'));
    await desk.keyboard.press('ArrowDown');
    await tabTo(desk, dialog().getByLabel('Numéro'));
    await desk.keyboard.type('CLAV-1');
    await tabTo(desk, dialog().getByLabel('Motif'));
    await desk.keyboard.type(REASON);
    await press(dialog().getByRole('button', { name: 'Ajouter' }));
    await dialog().waitFor({ state: 'detached' });

    await tabTo(desk, desk.getByLabel('Chercher un poste'));
    await desk.keyboard.type('CLAV');
    await desk.getByText('1\u00a0poste sur').waitFor();
    const out = desk.getByRole('button', { name: /^Retirer…/u });
    await press(out);
    await tabTo(desk, dialog().getByLabel('Motif'));
    await desk.keyboard.type(REASON);
    await press(dialog().getByRole('button', { name: 'Retirer de l’offre' }));
    await dialog().waitFor({ state: 'detached' });
    await desk.getByText('Retiré de l’offre', { exact: true }).waitFor();
    expect(await isFocused(desk.getByRole('button', { name: /^Remettre…/u }))).to.equal(true);
    expect(await focusLost(desk)).to.deep.equal([]);
  });

  it('goes through the preparation in the order that is read, and out at its end', async () => {
    await desk.goto(`/salle/${small.stage.amphitheatre}/preparation`);
    await desk
      .getByRole('button', { name: /^Retirer…/u })
      .first()
      .waitFor();
    const stops = await tabThrough(desk);
    expect(inOrder(stops, ['Aller au contenu', 'Tous les amphithéâtres', 'Modifier les réglages…'])).to.equal(
      true,
    );
  });

  it('chooses a session in the chart, scrolls the drawing by arrows, and is held by nothing', async () => {
    const anyone = await theatre.visitor();
    await start(await room());
    await anyone.goto('/etats');
    const session = anyone.getByRole('navigation', { name: 'Sessions à suivre' }).getByRole('link').first();
    await tabTo(anyone, session);
    await anyone.keyboard.press('Enter');
    await anyone.getByText(/^ligne \d+ du journal$/u).waitFor();
    const follows = anyone.getByLabel('Suivre l’état présent');
    await tabTo(anyone, follows);
    await anyone.keyboard.press('Space');
    expect(await follows.isChecked()).to.equal(false);
    const drawing = anyone.getByRole('region', { name: 'Diagramme, à faire défiler' });
    await tabTo(anyone, drawing);
    const corner = (): Promise<string> => drawing.evaluate(CORNER);
    const before = await corner();
    await anyone.keyboard.press('Home'); // to the top, then down and to the right
    for (const key of ['ArrowDown', 'ArrowRight']) await anyone.keyboard.press(key);
    await eventually('the drawing scrolled', async () => (await corner()) !== before);
    await tabThrough(anyone);
    await anyone.context().close();
  });

  const room = async (): Promise<Page> => {
    await desk.goto(`/salle/${small.stage.amphitheatre}`);
    return desk;
  };

  it('reads the paper sheet table by table, and prints it', async () => {
    await desk.goto(`/salle/${small.stage.amphitheatre}/papier?session=1`);
    await desk.getByRole('table', { name: 'Ordre de passage' }).waitFor();
    await desk.evaluate('window.print = () => { window.printed = true; }');
    const stops = await tabThrough(desk);
    expect(inOrder(stops, ['Imprimer', 'Retour à la salle', 'Ordre de passage'])).to.equal(true);
    await press(desk.getByRole('button', { name: 'Imprimer' }));
    expect(await desk.evaluate('window.printed')).to.equal(true);
  });
});

/** Whether all of `wanted` are among the stops, one after the other. */
function inOrder(stops: readonly string[], wanted: readonly string[]): boolean {
  const places = wanted.map(name => stops.findIndex(stop => stop.includes(name)));
  return places.every((place, at) => place > (places[at - 1] ?? -1));
}
