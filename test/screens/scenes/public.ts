/** What everybody reads, on the demo set as a newcomer finds it: six amphitheatres, 856 people on the call lists. */
import type { Page } from 'playwright-core';
import type { Theatre } from '../../stories/theatre.ts';
import type { Scene } from '../scene.ts';

const PAGES: Readonly<Record<string, string>> = {
  Accueil: '/',
  Amphithéâtres: '/amphitheatres',
  'Affectations, avant la première': '/affectations',
  Aide: '/aide',
  Accessibilité: '/accessibilite',
  'Données personnelles': '/donnees-personnelles',
  'Mentions légales': '/mentions-legales',
  'Postes offerts, par service': '/postes',
  'Trouver ma session': '/trouver-ma-session',
  'Trouver ma session, n° 12': '/trouver-ma-session?amphitheatre=1&ordre=12',
  'Taux d’adéquation': '/adequation',
  Établissements: '/etablissements',
  'Établissement inconnu': '/etablissements/000000000',
  'Informations utiles': '/informations',
  'Vérifier une attestation': '/attestation',
  'Attestation inconnue': '/attestation#AAAAA-AAAAA-AAAAA-AAAAA',
  'Liste d’un établissement, lien périmé': '/etablissement-affectations#périmé',
  'Demande de procuration, lien périmé': '/procuration/demande#périmé',
  'Page introuvable': '/nulle-part',
  'Diagramme des états': '/etats',
  'Courriers, aucun': '/courriers',
};

export const PUBLIC: Scene = {
  title: 'Pages publiques',
  async play(theatre, look) {
    const page = await theatre.visitor();
    for (const [name, path] of Object.entries(PAGES)) {
      await page.goto(path);
      await settled(page);
      await look(name, page);
    }
    await page.goto('/amphitheatres');
    await page
      .getByRole('link', { name: /liste d’appel/iu })
      .first()
      .click();
    await page.waitForURL(/\/amphitheatres\/\d+/u);
    await settled(page);
    await look('Liste d’appel', page);
    await page.goto('/etablissements');
    await settled(page);
    await page.getByRole('main').locator('a[href^="/etablissements/"]').first().click();
    await page.waitForURL(/\/etablissements\/\w+/u);
    await settled(page);
    await look('Un établissement', page);
    await page.goto('/amphitheatres/999999');
    await settled(page);
    await look('Liste d’appel inconnue', page);
    await page.context().close();
    forgive(theatre, '404 (Not Found)');
  },
};

/** The page has its title and nothing is on its way any more. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.locator('.loading').first().waitFor({ state: 'detached' });
}

/** What the browser notes of a refusal that was asked for is no complaint. */
export function forgive({ complaints }: Theatre, note: string): void {
  complaints.splice(0, Infinity, ...complaints.filter(text => !text.includes(note)));
}
