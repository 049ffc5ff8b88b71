/** «Données personnelles»: what is shown to whom, what is kept, and the rights (domain §8). */
import type { VNode } from 'preact';
import { settings } from '../http/account.ts';
import { Contact } from './contact.tsx';
import { TextPage } from './text-page.tsx';

export const PersonalData = (): VNode => (
  <TextPage title="Données personnelles">
    <p>
      {settings.value?.agency.name ?? 'L’agence régionale de santé'} traite ces données pour organiser les
      choix de stage des internes, mission de service public.
    </p>
    <h2>Ce que tout le monde peut lire</h2>
    <ul>
      <li>les postes offerts et leur état, les amphithéâtres et leurs horaires ;</li>
      <li>
        de chaque interne : nom, prénom, DES, ordre d’appel, place dans la file, état (attend, choisit,
        absence, ne choisit pas) et le service choisi, jamais le poste ;
      </li>
      <li>
        par établissement et par service, les postes offerts et pourvus et les derniers choix, au service
        près ;
      </li>
      <li>par amphithéâtre, le nombre d’internes sans absence prévue, sans dire qui.</li>
    </ul>
    <p>
      Qui suit un amphithéâtre en direct peut parfois deviner quel poste d’un service a été pris : les places
      pourvues sont publiques, le lien entre une personne et un poste ne l’est pas.
    </p>
    <h2>Ce que lisent des personnes désignées</h2>
    <p>
      L’ARS lit qui vient sur quel poste. Elle peut donner la liste d’un établissement à des personnes nommées
      de celui-ci, par un lien qui expire ; chaque téléchargement est enregistré. Qui détient le code de votre
      attestation en vérifie le nom, le semestre, le service et la date, sans le poste.
    </p>
    <h2>Ce qui n’est lu que par vous et l’ARS</h2>
    <p>
      INE, adresse e-mail, téléphone, type de choix, motif d’une absence. Votre mandataire, si vous en avez,
      voit votre type de choix. Ces données ne sont jamais envoyées aux autres écrans, même cachées.
    </p>
    <h2>Cookies et durées</h2>
    <ul>
      <li>
        Votre navigateur garde sur votre appareil l’établissement que vous suivez, si vous en ouvrez un ; la
        page des établissements l’efface.
      </li>
      <li>
        Deux cookies par connexion, strictement nécessaires : ni mesure d’audience, ni publicité, donc pas de
        bandeau.
      </li>
      <li>
        Journaux techniques : 12 mois. Journal des choix : conservé pour faire foi, il ne contient aucun nom.
      </li>
    </ul>
    <h2>Vos droits</h2>
    <p>
      Vous pouvez demander l’accès à vos données ou leur rectification, et vous adresser à la{' '}
      <a href="https://www.cnil.fr/fr/plaintes">CNIL</a>.
    </p>
    <Contact />
  </TextPage>
);
