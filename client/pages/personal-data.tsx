/** «Données personnelles»: what is shown to whom, what is kept, and the rights (domain §8). */
import type { VNode } from 'preact';
import { settings } from '../http/account.ts';
import { plural } from '../ui/format.ts';
import { Contact } from './contact.tsx';
import { NOT_GIVEN } from './given.ts';
import { OwnDataParts } from './own-data-parts.tsx';
import { TextPage } from './text-page.tsx';

export const PersonalData = (): VNode => (
  <TextPage title="Données personnelles">
    <p>
      {settings.value?.agency.name ?? 'L’agence régionale de santé'}
      {settings.value?.legal.address ? ` (${settings.value.legal.address})` : ''}, responsable du traitement,
      traite ces données pour organiser les choix de stage des internes, mission d’intérêt public (RGPD,
      article 6.1.e). Elles viennent des universités, de l’ARS et de vous-même.
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
      INE, adresse e-mail, téléphone, adresse postale, date de naissance, UFR, type de choix, rangs et
      ancienneté, motif d’une absence ou d’une demande. De votre mot de passe et de la réponse à votre
      question secrète n’est gardée qu’une empreinte : au téléphone, l’ARS tape la réponse et lit oui ou non.
      Chaque lecture de votre dossier par l’ARS est enregistrée. Votre mandataire, si vous en avez, voit votre
      type de choix. Ces données ne sont jamais envoyées aux autres écrans, même cachées.
    </p>
    <p>
      Sont aussi à vous seul : vos favoris, vos recherches sauvegardées, vos réglages de notifications, ce que
      votre cloche a reçu et lu. Personne d’autre ne les voit, la personne mandatée pour vos favoris exceptée.
    </p>
    <p>
      Une notification sur un appareil passe par le service de son navigateur (Apple, Google, Microsoft ou
      Mozilla), qui n’en reçoit qu’un texte chiffré. L’écran verrouillé n’affiche ni nom, ni poste, ni motif.
    </p>
    <h2>Combien de temps</h2>
    <Durations />
    <h2>Sur votre appareil</h2>
    <ul>
      <li>
        Deux cookies par compte connecté (interne, procuration, gestionnaire), strictement nécessaires à la
        connexion : ni mesure d’audience, ni publicité, donc pas de bandeau.
      </li>
      <li>
        Pour servir sans réseau : les pages de l’application et une copie de vos favoris, effacée quand vous
        vous déconnectez.
      </li>
      <li>
        De petits réglages, sans votre nom : son coupé, établissement suivi (la page des établissements
        l’efface), heure de session déjà vue, test de l’appareil déjà fait, raccourcis des gestionnaires, et
        une déconnexion demandée sans réseau, jusqu’à ce qu’elle soit faite.
      </li>
      <li>
        Une inscription commencée, dans son onglet et jusqu’à sa fermeture : l’étape et l’adresse du mail,
        pour la reprendre ; ni mot de passe, ni INE.
      </li>
    </ul>
    <h2>Vos droits</h2>
    <p>
      Vous téléchargez vos données vous-même, depuis <a href="/profil">votre profil</a> (accès et
      portabilité). Vous pouvez aussi demander à l’ARS leur rectification, et vous adresser à la{' '}
      <a href="https://www.cnil.fr/fr/plaintes">CNIL</a>.
    </p>
    <p>
      Délégué à la protection des données{'\u00a0'}: <Officer />.
    </p>
    <Contact />
    <OwnDataParts />
  </TextPage>
);

function Officer(): VNode {
  const dpo = settings.value?.legal.dpo ?? null;
  return dpo === null ? <>{NOT_GIVEN}</> : <a href={`mailto:${dpo}`}>{dpo}</a>;
}

/** As the worker deletes them: the periods are this installation's settings (api/kit/kept-days.ts). */
function Durations(): VNode {
  const kept = settings.value?.keptDays;
  const after = (of: keyof NonNullable<typeof kept>): string =>
    kept === undefined ? '…' : plural(kept[of], 'jour', 'jours');
  return (
    <ul>
      <li>
        Mails envoyés : {after('mails')}. De ceux qui confirment ou corrigent un choix reste la preuve de
        l’envoi, sans votre adresse.
      </li>
      <li>Cloche et marques de lecture : {after('notifications')}.</li>
      <li>
        Motifs et preuves que lit l’ARS (absence, temps allongé, demande, correction, procès-verbal) :{' '}
        {after('reasons')}, et au moins jusqu’à la fin du semestre.
      </li>
      <li>Demandes des gestionnaires à une session, une fois traitées : {after('requests')}.</li>
      <li>
        Appareils connectés et leur abonnement aux notifications : le temps de la connexion (30 jours sans
        visite au plus), puis 30 jours pour la seule liste des connexions.
      </li>
      <li>Documents préparés (PDF, CSV) : dix minutes, deux s’ils sont privés.</li>
      <li>
        Listes d’appel et affectations : publiques pendant leur semestre ; ensuite lues par vous, si vous y
        étiez, et par l’ARS.
      </li>
      <li>
        Journal des choix et actes des gestionnaires : conservés pour faire foi, sans aucun nom. Compte,
        dossier de l’interne, affectations, attestations et messages de l’ARS : conservés d’un semestre à
        l’autre, sans effacement automatique.
      </li>
      <li>
        Procurations, comptes des mandataires et demandes de changement de statut en attente : ce semestre.
      </li>
      <li>
        Liens envoyés par mail : quelques heures ou jours selon leur objet, et une seule fois ; il n’en est
        gardé qu’une empreinte.
      </li>
      <li>Comptes de gestion invités et jamais ouverts : 30 jours.</li>
      <li>Journaux techniques, sans nom ni adresse e-mail : 12 mois au plus, chez l’hébergeur.</li>
    </ul>
  );
}
