/** What moderators did to a file, as its record shows it, in French. Pure. */
import type { PersonFile } from '../http/answers.ts';

type FileAct = PersonFile['acts'][number];

const WORDS: Readonly<Record<string, string>> = {
  readFile: 'fiche lue',
  resendConfirmation: 'lien d’inscription renvoyé',
  startReset: 'lien de mot de passe envoyé',
  mergeDuplicate: 'fiche en double fusionnée',
  confirmAccount: 'compte confirmé',
  deleteAccount: 'compte à confirmer supprimé',
  seeAs: 'compte vu en lecture seule',
};

const FIELDS: Readonly<Record<string, string>> = {
  name: 'nom',
  firstName: 'prénom',
  birthName: 'nom de naissance',
  email: 'e-mail',
  phone: 'téléphone',
  faculty: 'UFR',
  validatedSemesters: 'semestres validés',
  supernumerarySemesters: 'semestres en surnombre non validant',
  researchYearSemesters: 'année-recherche',
  researchLeaveSemesters: 'disponibilité de recherche',
  nationalRank: 'rang national',
  localRank: 'rang local',
  localHeadcount: 'effectif local',
  specialtyId: 'DES',
  promotion: 'promotion',
};

export const fieldWord = (field: string): string => FIELDS[field] ?? field;

export function actWords({ act, detail }: Pick<FileAct, 'act' | 'detail'>): string {
  if (act === 'checkSecretAnswer')
    return detail['matches'] === true ? 'réponse secrète juste' : 'réponse secrète fausse';
  const fields = detail['fields'];
  if (act === 'correctRoster' && Array.isArray(fields))
    return `corrigé\u00a0: ${fields.map(field => fieldWord(String(field))).join(', ')}`;
  return WORDS[act] ?? act;
}
