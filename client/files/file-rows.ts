/** What a file says, as pairs of a word and its value. Pure. */
import { callOrderText } from '../../machines/call-order-text.ts';
import { hour } from '../../machines/french-time.ts';
import type { Ms } from '../../machines/ids.ts';
import type { PersonFile } from '../http/answers.ts';
import type { FactRow } from '../ui/facts.tsx';
import { dayAndYear } from '../ui/format.ts';
import { PHASE_WORDS } from '../ui/phase-words.ts';
import { STATUS_WORDS } from '../ui/status-words.ts';

/** `lundi 22 mars 2027 à 9 h 56`. */
export const moment = (at: Ms): string => `${dayAndYear(at)} à ${hour(at)}`;

const orNone = (text: string | null): string => (text === null || text === '' ? 'aucun' : text);

export const whoRows = (file: PersonFile): readonly FactRow[] => [
  ['Nom', file.name],
  ['Prénom', file.firstName],
  ['Nom de naissance', orNone(file.birthName)],
  ['INE', file.ine],
  ['Concours', `${file.exam}, promotion ${file.promotion}`],
  ['DES', `${file.specialty} (${file.group}), ${PHASE_WORDS[file.phase].toLocaleLowerCase('fr')}`],
  ['UFR', orNone(file.faculty)],
  ['E-mail de l’ARS', orNone(file.email)],
  ['Téléphone de l’ARS', orNone(file.phone)],
];

export function accountRows({ account, signingUp, mandate }: PersonFile): readonly FactRow[] {
  const given: FactRow = [
    'Procuration',
    mandate === null
      ? 'aucune'
      : `${mandate.email}, ${mandate.acceptedAt === null ? 'demandée' : `acceptée le ${moment(mandate.acceptedAt)}`}`,
  ];
  if (account === null)
    return [
      ['Compte', signingUp === null ? 'aucun' : `inscription en cours, lien envoyé à ${signingUp}`],
      given,
    ];
  return [
    ['E-mail', account.email],
    ['Téléphone', orNone(account.phone)],
    ['Créé', moment(account.createdAt)],
    ['Dernière connexion', account.lastUsedAt === null ? 'aucune récente' : moment(account.lastUsedAt)],
    ['État', stateOf(account)],
    given,
  ];
}

function stateOf({ toBeConfirmed, confirmedAt }: NonNullable<PersonFile['account']>): string {
  if (toBeConfirmed) return 'à confirmer\u00a0: ne peut pas encore choisir';
  return confirmedAt === null ? 'actif' : `actif, confirmé le ${moment(confirmedAt)}`;
}

export function placeRows({ place, status }: PersonFile): readonly FactRow[] {
  const type: FactRow = ['Type de choix', STATUS_WORDS[status]];
  if (place === null) return [['Liste d’appel', 'sur aucune'], type];
  return [
    ['Ordre d’appel', `n° ${callOrderText(place.callOrder)}`],
    ['Session', place.session === null ? 'pas encore découpée' : `n° ${place.session}`],
    ['Heure', place.startsAt === null ? 'à fixer' : moment(place.startsAt)],
    type,
  ];
}

export const rankRows = (file: PersonFile): readonly FactRow[] => [
  ['Rang local', `${file.localRank} sur ${file.localHeadcount}`],
  ['Rang national', String(file.nationalRank)],
  ['Semestres validés', String(file.validatedSemesters)],
  ['Surnombre non validant', String(file.supernumerarySemesters)],
  ['Année-recherche', String(file.researchYearSemesters)],
  ['Disponibilité de recherche', String(file.researchLeaveSemesters)],
  ['Ancienneté', String(file.seniority)],
  ['Promotion théorique', String(file.theoreticalPromotion)],
  ['Effectif actuel', String(file.presentHeadcount)],
];
