/** The moderators' screens under load: 1,500 people and 60, two sessions at once, two moderators. */
import { moderators } from '../../stories/drawn-amphitheatre.ts';
import { doWithReason, pause, signIn, start, validateOpenAndEnter } from '../../stories/people.ts';
import { smallAmphitheatre } from '../../stories/small-amphitheatre.ts';
import type { Scene } from '../scene.ts';

const LONG_WINDOW = { windowMs: 600_000, pauseAfterAbsences: 0 }; // the awaited wait for the camera
const REASON = 'Ne répond pas au téléphone.';

export const CROWD: Scene = {
  title: 'Gestion, la foule',
  async play(theatre, look) {
    const { house } = theatre;
    const [big, small] = [
      await smallAmphitheatre(house, 1_500, LONG_WINDOW),
      await smallAmphitheatre(house, 60, LONG_WINDOW),
    ];
    const [asMarc, asNora] = await moderators(house, 'Marc Ollivier', 'Nora Lambert');
    if (asMarc === undefined || asNora === undefined) throw new Error('two moderators');
    const [marc, nora] = [await theatre.visitor(), await theatre.visitor()];
    await signIn(marc, 'moderator', asMarc);
    await validateOpenAndEnter(marc, big.stage.title);
    await start(marc);
    await marc.getByText('Hors ligne à l’appel').first().waitFor();
    await look('Salle, 1 500 personnes', marc);
    await marc.getByLabel('Chercher une personne dans la file').fill('1200');
    await marc.getByText('1\u00a0personne dans toute la session.').waitFor();
    await look('Salle, une personne cherchée', marc);
    await marc.getByText('À une personne').click();
    await marc.getByLabel('Message à cette personne').fill('Rappelez-nous.');
    await marc.getByRole('button', { name: 'Envoyer…' }).click();
    await marc.getByText('Choisissez la personne.').waitFor();
    await look('Salle, message sans destinataire', marc);

    await marc.goto('/salle');
    await validateOpenAndEnter(marc, small.stage.title);
    await start(marc);
    await signIn(nora, 'moderator', asNora);
    await nora.getByRole('region', { name: 'Personne dans la salle' }).waitFor();
    await look('Salles, une session sans personne', nora);
    await nora.goto('/journee');
    await nora.getByRole('row', { name: small.stage.title }).waitFor();
    await look('Journée, deux sessions', nora);

    await nora.goto(`/salle/${small.stage.amphitheatre}`);
    await nora.getByRole('button', { name: 'Constater l’absence…' }).click();
    await nora.getByRole('dialog').waitFor();
    await pause(marc, 'Nous répondons à une question.').catch(() => undefined);
    await marc
      .getByText(/En pause depuis/u)
      .first()
      .waitFor();
    await doWithReason(nora, REASON, 'Constater l’absence');
    await nora
      .getByText(/^Action non appliquée/u)
      .first()
      .waitFor();
    await look('Salle, action non appliquée', nora);
    for (const page of [marc, nora]) await page.context().close();
  },
};
