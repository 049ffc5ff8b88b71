/** Every page that needs no sign-in: accessible, no wider than a phone, and silent in the console. */
import { expect } from 'chai';
import { axeFaults } from './axe.ts';
import { openTheatre, type Theatre } from './theatre.ts';

const PAGES = [
  '/',
  '/connexion',
  '/inscription',
  '/mot-de-passe',
  '/amphitheatres',
  '/affectations',
  '/trouver-ma-session',
  '/adequation',
  '/etablissements',
  '/informations',
  '/courriers',
  '/aide',
  '/accessibilite',
  '/donnees-personnelles',
  '/mentions-legales',
  '/nulle-part',
];

const NARROWEST = 320; // CSS pixels (WCAG 1.4.10)

describe('the public pages', function () {
  this.timeout(120_000);
  let theatre: Theatre;

  before(async () => {
    theatre = await openTheatre();
  });
  after(() => theatre.close());

  for (const device of ['desktop', 'phone'] as const)
    it(`are without an accessibility fault on a ${device}`, async () => {
      const page = await theatre.visitor(device);
      for (const path of PAGES) {
        await page.goto(path);
        await page.getByRole('heading', { level: 1 }).waitFor();
        expect(await axeFaults(page)).to.deep.equal([]);
      }
      await page.context().close();
    });

  it('need no sideways scroll on the narrowest phone', async () => {
    const page = await theatre.visitor('phone');
    await page.setViewportSize({ width: NARROWEST, height: 640 });
    const wide: string[] = [];
    for (const path of PAGES) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      const width = await page.evaluate<number>('document.documentElement.scrollWidth');
      if (width > NARROWEST) wide.push(`${path}: ${width}`);
    }
    expect(wide).to.deep.equal([]);
    await page.context().close();
  });

  it('complain of nothing in the console, the content policy included', () => {
    expect(theatre.complaints).to.deep.equal([]);
  });
});
