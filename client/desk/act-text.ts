/** An act of the amphitheatre's record as the moderators read it, in French. Pure. */
import type { RecordedAct } from '../http/answers.ts';
import { duration } from '../ui/format.ts';
import { STATUS_WORDS } from '../ui/status-words.ts';
import { withDe } from './french.ts';
import { quoted } from './journal-text.ts';
import type { Names } from './names.ts';

type ActText = Pick<RecordedAct, 'act' | 'person' | 'status' | 'post' | 'blocked' | 'seconds' | 'reason'>;

/** With why it was done, where that is on record. */
export const actText = (act: ActText, names: Names): string => `${whatText(act, names)}${quoted(act.reason)}`;

function whatText({ act, person, status, post, blocked, seconds }: ActText, names: Names): string {
  const name = person === null ? 'personne inconnue' : names.name(person);
  switch (act) {
    case 'setStatus':
      return `${name}\u00a0: ${status === null ? 'type de choix changé' : STATUS_WORDS[status].toLocaleLowerCase('fr')}`;
    case 'refuseStatus':
      return `${name}\u00a0: demande de changement refusée${status === null ? '' : ` (${STATUS_WORDS[status].toLocaleLowerCase('fr')})`}`;
    case 'excuse':
      return `${name}\u00a0: absence prévue`;
    case 'lift':
      return `${name}\u00a0: absence prévue levée`;
    case 'extraTurn':
      return `${name}\u00a0: ${seconds === null || seconds === 0 ? 'tour de la durée commune' : `tour plus long de ${duration(seconds * 1_000)}`}`;
    case 'askMandate':
      return `${name}\u00a0: procuration demandée`;
    case 'acceptMandate':
      return `${name}\u00a0: procuration acceptée`;
    case 'declineMandate':
      return `${name}\u00a0: procuration refusée ou rendue`;
    case 'cancelMandate':
      return `${name}\u00a0: procuration annulée`;
    case 'addPerson':
      return `${name} dans la liste d’appel`;
    case 'correctRoster':
      return `${name}\u00a0: fiche corrigée, liste d’appel recalculée`;
    case 'readPhone':
      return `affiche le téléphone ${withDe(name)}`;
    case 'setPost':
      return `${post === null ? 'poste' : names.post(post)}\u00a0: ${blocked === true ? 'retiré de l’offre' : 'remis dans l’offre'}`;
    default:
      return WORDS[act];
  }
}

/** Of the whole amphitheatre. */
const WORDS = {
  import: 'fichiers importés',
  publish: 'offre, horaires et liste d’appel publiés',
  cut: 'liste d’appel découpée en sessions',
  validate: 'amphithéâtre validé',
  open: 'amphithéâtre ouvert, les internes prévenus',
  withdraw: 'amphithéâtre ramené d’une étape',
  settings: 'réglages changés',
  addPosts: 'postes ajoutés à l’offre',
  rehearse: 'amphi blanc préparé',
  takeBackRehearsal: 'amphi blanc retiré',
  mergeDuplicate: 'fiche en double retirée, liste d’appel recalculée',
} as const satisfies Partial<Record<RecordedAct['act'], string>>;
