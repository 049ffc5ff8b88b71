/** «Mentions légales» (LCEN art. 1-1), filled from the settings. */
import type { VNode } from 'preact';
import { settings } from '../http/account.ts';
import { Contact } from './contact.tsx';
import { NOT_GIVEN } from './given.ts';
import { TextPage } from './text-page.tsx';

export function Legal(): VNode {
  const known = settings.value;
  const legal = known?.legal;
  return (
    <TextPage title="Mentions légales">
      <h2>Éditeur</h2>
      <p>{known?.agency.name ?? 'Agence régionale de santé'}, établissement public de l’État.</p>
      <p>
        Adresse{'\u00a0'}: {legal?.address ?? NOT_GIVEN}.
      </p>
      <Contact />
      <h2>Directeur de la publication</h2>
      <p>{sentence(legal?.publicationDirector)}</p>
      <h2>Hébergement</h2>
      <p>{sentence(legal?.hosting)}</p>
      <h2>Ce que ce service publie</h2>
      <p>
        Offre de postes, horaires, listes d’appel et affectations des choix de stage
        {known === null ? '' : ` de la région ${known.region}`}. Ces pages ne sont pas proposées aux moteurs
        de recherche. Vos données{'\u00a0'}: <a href="/donnees-personnelles">Données personnelles</a>.
      </p>
      <h2>Licences</h2>
      <p>
        Logiciel libre sous licence EUPL 1.2. Composants&nbsp;: Designsystemet (MIT), Tabler Icons (MIT),
        Source Sans 3 (SIL Open Font License 1.1).
      </p>
    </TextPage>
  );
}

const sentence = (given: string | null | undefined): string => {
  const words = given ?? NOT_GIVEN;
  return `${words.charAt(0).toLocaleUpperCase('fr')}${words.slice(1)}${words.endsWith('.') ? '' : '.'}`;
};
