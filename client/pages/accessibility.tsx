/** «Accessibilité : …»: the declaration that the law asks for, its state from the operator's audit. */
import type { VNode } from 'preact';
import { settings } from '../http/account.ts';
import { accessibilityState, accessibilityTitle } from '../ui/accessibility-state.ts';
import { Contact } from './contact.tsx';
import { dayOf, NOT_GIVEN } from './given.ts';
import { TextPage } from './text-page.tsx';

export function Accessibility(): VNode {
  const notices = settings.value?.legal.accessibility;
  const audit = notices?.audit ?? null;
  return (
    <TextPage title={accessibilityTitle(audit)}>
      <p>
        {settings.value?.agency.name ?? 'L’agence régionale de santé'} vise la conformité de ce service au
        référentiel général d’amélioration de l’accessibilité (RGAA 4.1), selon l’article 47 de la loi du 11
        février 2005.
      </p>
      <h2>État de conformité</h2>
      {audit === null ? (
        <p>
          Aucun audit n’en a encore été fait&nbsp;: il est donc déclaré <b>non conforme</b>.
        </p>
      ) : (
        <p>
          Ce service est <b>{accessibilityState(audit)}</b>&nbsp;: {rateText(audit.rate)} des critères
          applicables sont respectés, selon l’audit de {audit.by}.
        </p>
      )}
      <p>
        Déclaration établie le{'\u00a0'}: {notices?.declaredOn ? dayOf(notices.declaredOn) : NOT_GIVEN}.
        {notices?.planUrl ? (
          <>
            {' '}
            <a href={notices.planUrl}>Schéma pluriannuel de mise en accessibilité</a>.
          </>
        ) : null}
      </p>
      <p>Technologies&nbsp;: HTML5, CSS, JavaScript, SVG, WAI-ARIA.</p>
      <h2>Ce qui est vérifié à chaque version</h2>
      <ul>
        <li>les pages principales, par un outil automatique (axe-core)&#8239;;</li>
        <li>l’usage entier au clavier, l’ordre et la visibilité du focus&#8239;;</li>
        <li>l’affichage de 320&nbsp;px de large à 200&nbsp;% de zoom&#8239;;</li>
        <li>aucune information donnée par la seule couleur, le seul son ou le seul mouvement.</li>
      </ul>
      <h2>Signaler une difficulté</h2>
      <p>
        Si un défaut vous empêche d’accéder à un contenu ou à une fonction, écrivez-nous ou appelez&nbsp;: une
        autre manière de choisir vous sera proposée, et le défaut corrigé. Un temps de choix plus long peut
        être prévu avant la session.
      </p>
      <Contact />
      <h2>Voies de recours</h2>
      <p>
        Sans réponse satisfaisante, vous pouvez saisir le{' '}
        <a href="https://formulaire.defenseurdesdroits.fr">Défenseur des droits</a>, par ce formulaire, auprès
        de son délégué dans votre région, ou par courrier gratuit (Défenseur des droits, Libre réponse 71120,
        75342 Paris CEDEX 07).
      </p>
    </TextPage>
  );
}

/** «71,5 %», the space unbroken. */
const rateText = (rate: number): string => `${rate.toLocaleString('fr-FR')}\u00a0%`;
