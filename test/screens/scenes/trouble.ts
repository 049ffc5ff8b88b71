/** When something does not come: loading, the server away, a page that fails. */
import { demoOf } from '../../stories/demo.ts';
import { signIn } from '../../stories/people.ts';
import type { Scene } from '../scene.ts';
import { forgive } from './public.ts';

const PAGES = ['/', '/amphitheatres', '/affectations', '/ma-session'];

export const TROUBLE: Scene = {
  title: 'Attente et pannes',
  async play(theatre, look) {
    const { moderator } = await demoOf(theatre.house);
    const waiting = await theatre.visitor();
    await waiting.route('**/api/**', () => undefined); // asked, and never answered
    for (const path of PAGES) {
      await waiting.goto(path);
      await waiting.getByRole('heading', { level: 1 }).first().waitFor();
      await look(`Chargement : ${path}`, waiting);
    }
    await waiting.context().close();

    const away = await theatre.visitor();
    await away.route('**/api/**', route => route.abort());
    for (const path of PAGES) {
      await away.goto(path);
      await away.getByText('Le serveur ne répond pas').first().waitFor();
      await look(`Serveur absent : ${path}`, away);
    }
    await away.context().close();

    const desk = await theatre.visitor();
    await signIn(desk, 'moderator', moderator);
    await desk.getByRole('heading', { name: 'Amphithéâtres' }).waitFor();
    await desk.route(/\/api\/(?:desk|amphitheatres)/u, route => route.abort());
    for (const path of ['/salle', '/journee']) {
      await desk.goto(path);
      await desk.getByText('Le serveur ne répond pas').first().waitFor();
      await look(`Serveur absent : ${path}`, desk);
    }
    await desk.context().close();
    forgive(theatre, 'net::ERR_FAILED'); // what was cut on purpose
  },
};
