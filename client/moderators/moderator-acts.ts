/** What an administrator may do about one moderator, in words: the row's buttons and the dialog that asks once more. Pure. */
import type { ListedModerator } from '../http/answers.ts';

export type ModeratorAct = 'resend' | 'give' | 'take' | 'factor' | 'remove';

export interface ActWords {
  readonly button: string;
  readonly title: string;
  readonly text: string;
  /** Said once it is done. */
  readonly done: string;
}

/** @param name of the moderator. */
export function wordsOf(act: ModeratorAct, name: string): ActWords {
  switch (act) {
    case 'resend':
      return {
        button: 'Renvoyer l’invitation…',
        title: 'Renvoyer l’invitation\u202f?',
        text: `${name} reçoit un nouveau lien, valable 72 heures. Le précédent n’ouvre plus rien.`,
        done: `Invitation renvoyée à ${name}.`,
      };
    case 'give':
      return {
        button: 'Donner le droit d’administrateur…',
        title: 'Donner le droit d’administrateur\u202f?',
        text: `${name} pourra inviter et retirer des gestionnaires, et donner ce droit à son tour.`,
        done: `${name} est administrateur.`,
      };
    case 'take':
      return {
        button: 'Retirer le droit d’administrateur…',
        title: 'Retirer le droit d’administrateur\u202f?',
        text: `${name} reste gestionnaire. Ses appareils sont déconnectés tout de suite.`,
        done: `${name} n’est plus administrateur.`,
      };
    case 'factor':
      return {
        button: 'Réinitialiser le second facteur…',
        title: 'Réinitialiser le second facteur\u202f?',
        text: `Après avoir vérifié de vive voix qu’il s’agit bien de ${name}\u00a0: clés, application et codes de secours sont oubliés, ses appareils déconnectés. La prochaine connexion en demande de nouveaux.`,
        done: `Second facteur de ${name} réinitialisé.`,
      };
    case 'remove':
      return {
        button: 'Retirer le compte…',
        title: 'Retirer ce compte\u202f?',
        text: `${name} ne peut plus se connecter, et ses écrans ouverts se ferment tout de suite. Son nom reste dans les journaux.`,
        done: `Compte de ${name} retiré.`,
      };
    default:
      return act satisfies never;
  }
}

/** The last administrator keeps right and account: the server says no, and here there is no button. */
export function actsOf(
  moderator: Pick<ListedModerator, 'administrator' | 'state' | 'secondFactor'>,
  administrators: number,
): readonly ModeratorAct[] {
  const { administrator, state, secondFactor } = moderator;
  const pending = state === 'invited' || state === 'expired';
  const last = administrator && !pending && administrators <= 1;
  return [
    ...(pending ? (['resend'] as const) : []),
    ...(administrator ? (last ? [] : (['take'] as const)) : (['give'] as const)),
    ...(secondFactor ? (['factor'] as const) : []),
    ...(last ? [] : (['remove'] as const)),
  ];
}

/** Of those who can sign in. */
export const administratorsAmong = (
  listed: readonly Pick<ListedModerator, 'administrator' | 'state'>[],
): number =>
  listed.filter(({ administrator, state }) => administrator && (state === 'active' || state === 'demo'))
    .length;
