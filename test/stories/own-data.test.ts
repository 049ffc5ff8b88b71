/** «Télécharger mes données» (RGPD): from the profile, after the password, and a page that says what the file holds. */
import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { ownData } from '../../api/own-data-answers.ts';
import { axeFaults } from './axe.ts';
import { demoOf } from './demo.ts';
import { signIn } from './people.ts';
import { openTheatre, type Theatre } from './theatre.ts';

describe('one’s own data', function () {
  this.timeout(120_000);
  let theatre: Theatre;
  before(async () => {
    theatre = await openTheatre();
  });
  after(() => theatre.close());

  for (const device of ['phone', 'desktop'] as const)
    it(`are a file that the profile hands over after the password, each part of it explained: ${device}`, async () => {
      const [intern] = (await demoOf(theatre.house)).interns;
      if (intern === undefined) throw new Error('the demo set has no intern');
      const page = await theatre.visitor(device);
      await signIn(page, 'intern', intern);
      await page.waitForURL('**/ma-session');
      await page.goto('/profil');
      await page.getByRole('button', { name: 'Télécharger mes données' }).click();
      const dialog = page.getByRole('dialog', { name: 'Télécharger mes données' });
      await dialog.getByLabel('Votre mot de passe').fill('un autre mot de passe');
      await dialog.getByRole('button', { name: 'Télécharger' }).click();
      await dialog.getByText('Ce n’est pas votre mot de passe actuel').waitFor();
      expect(await axeFaults(page)).to.deep.equal([]);
      await dialog.getByLabel('Votre mot de passe').fill(intern.password);
      const coming = page.waitForEvent('download');
      await dialog.getByRole('button', { name: 'Télécharger' }).click();
      const file = await coming;
      expect(file.suggestedFilename()).to.match(/^mes-donnees-\d{4}-\d\d-\d\d\.json$/u);
      const data = ownData.parse(JSON.parse(await readFile(await file.path(), 'utf8')));
      expect(data.account.email).to.equal(intern.email);
      await dialog.waitFor({ state: 'detached' });

      await page.getByRole('link', { name: 'Données personnelles' }).first().click();
      await page.getByRole('heading', { name: 'Le fichier de vos données' }).waitFor();
      const head = ['format', 'version', 'madeAt', 'explainedAt', 'realm'];
      for (const part of Object.keys(data).filter(key => !head.includes(key)))
        await page.locator('li code').getByText(part, { exact: true }).waitFor();
      expect(await axeFaults(page)).to.deep.equal([]);
      // The wrong password is answered 403, which a browser's console tells too.
      expect(theatre.complaints.filter(one => !one.includes('403'))).to.deep.equal([]);
    });
});
