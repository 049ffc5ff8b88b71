/** The four steps of a choice of posts, from the account to the certificate (M §1). */
import type { VNode } from 'preact';

export const GuideSteps = (): VNode => (
  <section id="etapes">
    <h2>Les quatre étapes</h2>
    <ol>
      <li>
        <h3>Se préparer</h3>
        <p>
          Votre compte sert à tous les semestres. Vérifiez votre rang et votre type de choix avant le jour,
          dans <a href="/mon-amphitheatre">Mon amphithéâtre</a>&nbsp;: une erreur se corrige en appelant
          l’ARS, tant que votre choix n’est pas enregistré.
        </p>
      </li>
      <li>
        <h3>Lire ce qui est publié</h3>
        <p>
          L’<a href="/postes">offre de postes</a>, les{' '}
          <a href="/amphitheatres">horaires et les listes d’appel</a> paraissent à leur publication par l’ARS.
          Avant le découpage en sessions, les heures sont provisoires et la page le dit.{' '}
          <a href="/trouver-ma-session">Trouver ma session</a> donne la vôtre d’après votre ordre d’appel.
        </p>
      </li>
      <li>
        <h3>Ranger ses favoris</h3>
        <p>
          Votre amphithéâtre ouvre une semaine avant sa première session. Classez autant de services ou de
          postes que vous voulez&nbsp;: c’est une aide, jamais un choix automatique.
        </p>
      </li>
      <li>
        <h3>Choisir, puis télécharger l’attestation</h3>
        <p>
          À votre tour, vous choisissez un poste et confirmez. Le choix est définitif ; un courriel le
          confirme, et l’attestation se télécharge depuis <a href="/mon-amphitheatre">Mon amphithéâtre</a>.
        </p>
      </li>
    </ol>
  </section>
);
