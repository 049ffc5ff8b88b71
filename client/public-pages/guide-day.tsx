/** The guide of the day: what to do before, at one's turn, and when something goes wrong (M §10, domain §3). */
import type { VNode } from 'preact';

export const GuideDay = (): VNode => (
  <section id="jour">
    <h2>Le jour du choix</h2>
    <h3>Avant votre tour</h3>
    <ul>
      <li>
        Connectez-vous avant l’heure de votre session et gardez une page du site ouverte, sur n’importe quel
        appareil&nbsp;: vous êtes alors en ligne.
      </li>
      <li>
        L’écran dit combien d’internes passent avant vous et vers quelle heure viendra votre tour. À quatre,
        il vous prévient.
      </li>
      <li>Si quelqu’un revient d’une absence devant vous, le nombre peut remonter d’un.</li>
    </ul>
    <h3>À votre tour</h3>
    <ul>
      <li>Vous avez 90 secondes, les mêmes pour tout le monde, sauf temps plus long prévu par l’ARS.</li>
      <li>
        Choisissez un poste, puis «&nbsp;Oui, je confirme&nbsp;»&nbsp;: sans confirmation, rien n’est
        enregistré.
      </li>
      <li>
        Hors ligne à l’appel, vous avez 20 secondes pour revenir ; votre tour garde alors ses 90 secondes
        entières.
      </li>
    </ul>
    <h3>Si quelque chose arrive</h3>
    <ul>
      <li>
        Tour manqué&nbsp;: «&nbsp;Reprendre mon tour&nbsp;» vous remet juste après la personne qui choisit,
        tant que la session dure. Après sa clôture, vous restez dans l’appel de la session suivante.
      </li>
      <li>
        Connexion coupée&nbsp;: la page revient d’elle-même. Un autre appareil, avec le même compte, marche
        aussi.
      </li>
      <li>Pause ou incident de notre côté&nbsp;: le temps est arrêté, personne ne perd sa place.</li>
    </ul>
  </section>
);
