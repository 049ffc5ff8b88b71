/** «Accessibilité : non conforme»: without an audit this is the only status the law allows. */
import type { VNode } from 'preact';
import { Contact } from './contact.tsx';
import { TextPage } from './text-page.tsx';

export const Accessibility = (): VNode => (
  <TextPage title="Accessibilité : non conforme">
    <p>
      Ce service vise la conformité au référentiel général d’amélioration de l’accessibilité (RGAA 4.1). Aucun
      audit n’en a encore été fait : il est donc déclaré <b>non conforme</b>.
    </p>
    <h2>Ce qui est vérifié à chaque version</h2>
    <ul>
      <li>les pages principales, par un outil automatique (axe-core) ;</li>
      <li>l’usage entier au clavier, l’ordre et la visibilité du focus ;</li>
      <li>l’affichage de 320 px de large à 200 % de zoom ;</li>
      <li>aucune information donnée par la seule couleur, le seul son ou le seul mouvement.</li>
    </ul>
    <h2>Signaler une difficulté</h2>
    <p>
      Si un défaut vous empêche d’accéder à un contenu ou à une fonction, écrivez-nous ou appelez : une autre
      manière de choisir vous sera proposée, et le défaut corrigé. Un temps de choix plus long peut être prévu
      avant la session.
    </p>
    <Contact />
    <p>
      Sans réponse satisfaisante, vous pouvez saisir le{' '}
      <a href="https://formulaire.defenseurdesdroits.fr">Défenseur des droits</a>.
    </p>
  </TextPage>
);
