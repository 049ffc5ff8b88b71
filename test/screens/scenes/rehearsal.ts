/** An *amphi blanc* before its start, at my turn, and where there is none. */
import { demoOf, setSettings } from '../../stories/demo.ts';
import { myTurn, openAmphitheatre, signIn } from '../../stories/people.ts';
import type { Scene } from '../scene.ts';

export const REHEARSAL: Scene = {
  title: 'Amphi blanc',
  async play(theatre, look) {
    const demo = await demoOf(theatre.house);
    const [first] = demo.interns;
    if (first === undefined) throw new Error('no intern in the demo set');
    await setSettings(theatre.house, demo.session, { windowMs: 600_000, pauseAfterAbsences: 0 });
    const desk = await theatre.visitor();
    await signIn(desk, 'moderator', demo.moderator);
    const amphitheatre = desk.getByRole('region', { name: demo.title });
    await amphitheatre.getByRole('button', { name: 'Valider' }).click();
    await openAmphitheatre(amphitheatre);
    await amphitheatre.getByRole('button', { name: 'Préparer un amphi blanc…' }).click();
    await desk.getByRole('dialog').waitFor();
    await look('Salles, préparer un amphi blanc', desk);
    await desk.getByRole('dialog').getByRole('button', { name: 'Préparer l’amphi blanc' }).click();
    await amphitheatre.getByRole('link', { name: 'Salle de l’amphi blanc 1' }).click();
    await desk.getByRole('button', { name: 'Démarrer l’amphi blanc…' }).waitFor();
    await look('Salle de l’amphi blanc', desk);

    const intern = await theatre.visitor();
    await signIn(intern, 'intern', first);
    await intern.getByText('En direct').first().waitFor();
    await intern.goto('/');
    await intern.getByRole('link', { name: 'Entrer dans l’amphi blanc' }).click();
    await intern.getByText('Amphi blanc ouvert').waitFor();
    await look('Amphi blanc, ouvert', intern);
    await desk.getByRole('button', { name: 'Démarrer l’amphi blanc…' }).click();
    await desk.getByRole('dialog').getByRole('button', { name: 'Démarrer' }).click();
    await myTurn(intern).waitFor();
    await look('Amphi blanc, à mon tour', intern);
    await intern.context().close();
    await desk.context().close();
  },
};
