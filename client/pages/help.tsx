/** «Aide et contact»: what to do in the few situations that bring people here. */
import type { VNode } from 'preact';
import { SHORTCUTS } from '../desk/shortcuts.ts';
import { me, settings } from '../http/account.ts';
import { Contact } from './contact.tsx';
import { PublicPage } from '../public-pages/public-page.tsx';
import './text-page.css';

export const Help = (): VNode => (
  <PublicPage title="Aide et contact">
    <article class="text-page">
      <Contact />
      <p>
        Le déroulement, les phases, les types de choix et le guide du mandataire sont dans les{' '}
        <a href="/informations">informations utiles</a>.
      </p>
      <h2>Le jour du choix</h2>
      <ul>
        <li>
          Connectez-vous avant l’heure de votre session et gardez une page du site ouverte : vous êtes alors
          en ligne.
        </li>
        <li>Quand vient votre tour, vous avez 90 s pour choisir un poste et confirmer.</li>
        <li>Hors ligne à l’appel, vous avez 20 s pour revenir ; votre tour garde alors ses 90 s entières.</li>
        <li>Sans confirmation avant la fin, aucun poste n’est attribué : vos favoris ne valent pas choix.</li>
        <li>Une pause ou un incident de notre côté arrête le temps : personne ne perd sa place.</li>
      </ul>
      <h2>Votre connexion coupe</h2>
      <p>
        La page se reconnecte seule et reprend où en est la session. Si elle n’y arrive pas, ouvrez le site
        sur un autre appareil avec le même compte, ou appelez l’ARS : elle peut mettre la session en pause.
      </p>
      <h2>Vous avez manqué votre tour</h2>
      <p>
        Le bouton « Reprendre mon tour » vous remet dans la file, juste après la personne qui choisit, tant
        que la session n’est pas close.
      </p>
      {(me.value?.moderator ?? null) === null ? null : (
        <>
          <h2>Dans la salle, au clavier</h2>
          <ul>
            {SHORTCUTS.map(([key, letter, word]) => (
              <li key={key}>
                Alt + Maj + {letter} : {word.charAt(0).toLocaleLowerCase('fr') + word.slice(1)}.
              </li>
            ))}
            <li>
              Aucun n’enregistre quoi que ce soit. «&nbsp;Raccourcis clavier…&nbsp;», dans la salle, les
              éteint.
            </li>
          </ul>
        </>
      )}
      {settings.value?.development === true ? (
        <>
          <h2>En développement</h2>
          <p>
            <a href="/etats">États d’une session</a> : le diagramme de la session, son état présent, les
            commandes possibles et les refus.
          </p>
        </>
      ) : null}
    </article>
  </PublicPage>
);
