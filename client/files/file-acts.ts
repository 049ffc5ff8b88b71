/** What may be done about a file on the telephone, and the words of each; an act that is not possible has no button. Pure. */
import type { PersonFile } from '../http/answers.ts';

export type FileAct = 'confirm' | 'password-reset' | 'confirmation' | 'see-as' | 'delete-account';

export interface FileActWords {
  readonly button: string;
  readonly title: string;
  readonly told: string;
  readonly act: string;
  readonly done: string;
}

const WORDS: Readonly<Record<FileAct, FileActWords>> = {
  confirm: {
    button: 'Confirmer le compte…',
    title: 'Confirmer ce compte\u202f?',
    told: 'Après avoir vérifié l’identité de la personne. Elle pourra choisir et donner procuration.',
    act: 'Confirmer le compte',
    done: 'Compte confirmé.',
  },
  'password-reset': {
    button: 'Envoyer un lien de mot de passe…',
    title: 'Envoyer un lien de mot de passe\u202f?',
    told: 'Le lien part à l’adresse du compte. Il sert une fois, pendant une heure.',
    act: 'Envoyer le lien',
    done: 'Lien de mot de passe envoyé.',
  },
  confirmation: {
    button: 'Renvoyer le lien d’inscription…',
    title: 'Renvoyer le lien d’inscription\u202f?',
    told: 'Le lien part à l’adresse avec laquelle l’inscription a commencé. Le précédent n’ouvre plus rien.',
    act: 'Renvoyer le lien',
    done: 'Lien d’inscription renvoyé.',
  },
  'see-as': {
    button: 'Voir comme cet interne…',
    title: 'Voir comme cet interne\u202f?',
    told: 'Pendant 30 minutes, ce navigateur montre ses pages, en lecture seule\u00a0: rien ne peut y être changé, et il n’est pas compté comme présent.',
    act: 'Voir ses pages',
    done: 'Vous voyez ses pages, en lecture seule.',
  },
  'delete-account': {
    button: 'Supprimer ce compte à confirmer…',
    title: 'Supprimer ce compte à confirmer\u202f?',
    told: 'Si quelqu’un d’autre l’a créé, ou si la personne ne peut plus l’ouvrir. Ses favoris et sa demande de type de choix en attente sont effacés, ses appareils déconnectés, et son adresse est prévenue. La personne peut alors s’inscrire avec son INE.',
    act: 'Supprimer le compte',
    done: 'Compte supprimé.',
  },
};

export const wordsOfAct = (act: FileAct): FileActWords => WORDS[act];

export function actsOfFile({
  account,
  signingUp,
}: Pick<PersonFile, 'account' | 'signingUp'>): readonly FileAct[] {
  if (account === null) return signingUp === null ? [] : ['confirmation'];
  if (!account.toBeConfirmed) return ['password-reset', 'see-as'];
  return ['confirm', 'password-reset', 'see-as', 'delete-account'];
}
