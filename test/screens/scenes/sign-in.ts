/** The three doors, with what they say to whoever has mistaken the password; and pages that need one of them. */
import { signIn } from '../../stories/people.ts';
import type { Scene } from '../scene.ts';
import { forgive, settled } from './public.ts';

const DOORS = { intern: 'interne', mandatary: 'procuration', moderator: 'ARS' } as const;
const BEHIND = [
  '/ma-session',
  '/procuration',
  '/mon-amphitheatre',
  '/favoris',
  '/tester-mon-poste',
  '/notifications',
  '/notifications/reglages',
  '/salle',
  '/salle/1',
  '/salle/etablissements',
  '/journee',
];

export const SIGN_IN: Scene = {
  title: 'Connexion',
  async play(theatre, look) {
    const page = await theatre.visitor();
    for (const [realm, name] of Object.entries(DOORS)) {
      await page.goto(`/connexion?compte=${realm}`);
      await settled(page);
      await look(`Connexion, ${name}`, page);
    }
    await signIn(page, 'intern', { email: 'personne@exemple.fr', password: 'un-autre-mot-de-passe' });
    await page
      .getByText(/ne correspond/u)
      .first()
      .waitFor();
    await look('Connexion refusée', page);
    for (const path of BEHIND) {
      await page.goto(path);
      await settled(page);
      await look(`Sans compte : ${path}`, page);
    }
    await page.context().close();
    forgive(theatre, '401 (Unauthorized)'); // the browser's own note of the password refused
  },
};
