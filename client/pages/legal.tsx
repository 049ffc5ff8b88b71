/** «Mentions légales», filled from the settings. */
import type { VNode } from 'preact';
import { settings } from '../http/account.ts';
import { Contact } from './contact.tsx';
import { TextPage } from './text-page.tsx';

export const Legal = (): VNode => (
  <TextPage title="Mentions légales">
    <h2>Éditeur</h2>
    <p>{settings.value?.agency.name ?? 'Agence régionale de santé'}, établissement public de l’État.</p>
    <Contact />
    <h2>Ce que ce service publie</h2>
    <p>
      Offre de postes, horaires, listes d’appel et affectations des choix de stage
      {settings.value === null ? '' : ` de la région ${settings.value.region}`}. Ces pages ne sont pas
      proposées aux moteurs de recherche.
    </p>
    <h2>Licences</h2>
    <p>
      Logiciel libre sous licence EUPL 1.2. Composants : Designsystemet (MIT), Tabler Icons (MIT), Source Sans
      3 (SIL Open Font License 1.1).
    </p>
  </TextPage>
);
