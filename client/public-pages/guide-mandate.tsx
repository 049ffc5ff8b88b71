/** The guide of those who choose in somebody's place (M §6, domain §6). */
import type { VNode } from 'preact';

export const GuideMandate = (): VNode => (
  <section id="mandataire">
    <h2>Guide du mandataire</h2>
    <p>
      Une personne de confiance peut choisir à la place d’un ou une interne. Une seule procuration par
      personne.
    </p>
    <ol>
      <li>
        <h3>Accepter</h3>
        <p>
          Un courriel vous donne un lien, valable trois jours et une seule fois&nbsp;: vous y créez un mot de
          passe et acceptez, ou vous refusez. Tant que vous n’avez pas accepté, l’interne choisit encore. La
          procuration ne peut pas être acceptée pendant son tour.
        </p>
      </li>
      <li>
        <h3>Se préparer</h3>
        <p>
          Connectez-vous par le bouton <a href="/connexion?compte=mandatary">Procuration</a>&nbsp;: vous voyez
          l’amphithéâtre, l’ordre d’appel, le type de choix et les favoris de l’interne. Les favoris restent
          les siens&nbsp;: convenez-en avant.
        </p>
      </li>
      <li>
        <h3>Choisir</h3>
        <p>
          Votre présence compte seule&nbsp;: soyez en ligne avant l’heure. Le tour dure 90 secondes et le
          choix est définitif. L’interne et vous recevez le courriel de confirmation.
        </p>
      </li>
    </ol>
    <ul>
      <li>
        L’interne peut annuler la procuration tant que le choix n’est pas enregistré, même pendant le tour.
        Vous pouvez y renoncer de même, sur votre page «&nbsp;Procuration, avant la session&nbsp;».
      </li>
      <li>
        Interne dans le même amphithéâtre ? C’est possible&nbsp;: un navigateur garde les deux connexions à la
        fois, chacune avec son mot de passe. Si vos tours se suivent, passez vite d’un compte à l’autre, par
        le menu à votre nom.
      </li>
      <li>La procuration prend fin avec le semestre.</li>
    </ul>
  </section>
);
