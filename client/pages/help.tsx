/** «Aide et contact»: what to do in the few situations that bring people here. */
import type { VNode } from 'preact';
import { Contact } from './contact.tsx';
import { TextPage } from './text-page.tsx';

export const Help = (): VNode => (
  <TextPage title="Aide et contact">
    <Contact />
    <h2>Le jour du choix</h2>
    <ul>
      <li>
        Connectez-vous avant l’heure de votre session et gardez une page du site ouverte : vous êtes alors en
        ligne.
      </li>
      <li>Quand vient votre tour, vous avez 90 s pour choisir un poste et confirmer.</li>
      <li>Hors ligne à l’appel, vous avez 20 s pour revenir ; votre tour garde alors ses 90 s entières.</li>
      <li>Sans confirmation avant la fin, aucun poste n’est attribué : vos favoris ne valent pas choix.</li>
      <li>Une pause ou un incident de notre côté arrête le temps : personne ne perd sa place.</li>
    </ul>
    <h2>Votre connexion coupe</h2>
    <p>
      La page se reconnecte seule et reprend où en est la session. Si elle n’y arrive pas, ouvrez le site sur
      un autre appareil avec le même compte, ou appelez l’ARS : elle peut mettre la session en pause.
    </p>
    <h2>Vous avez manqué votre tour</h2>
    <p>
      Le bouton « Reprendre mon tour » vous remet dans la file, juste après la personne qui choisit, tant que
      la session n’est pas close.
    </p>
  </TextPage>
);
