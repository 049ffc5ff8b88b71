/** What the bell says of a request for another kind of choice, and of a mandate, to the intern and to the holder. Pure. */
import type { BellEntry } from '../http/answers.ts';
import { STATUS_WORDS } from '../ui/status-words.ts';

type About = Pick<BellEntry, 'request' | 'mandate' | 'erased' | 'text'>;

const wantedOf = ({ request }: About): string =>
  request === null ? '' : `\u00a0: ${STATUS_WORDS[request.status].toLocaleLowerCase('fr')}`;

export const statusAskedText = (about: About): string =>
  about.request === null
    ? 'Vous aviez demandé un autre type de choix\u202f; cette demande n’existe plus.'
    : `Votre demande est reçue${wantedOf(about)}. L’ARS répondra ici et par e-mail.`;

export function statusDecidedText(about: About): string {
  if (about.erased) return 'Votre demande, restée sans réponse, est effacée avec le semestre.';
  const { request, text } = about;
  if (request === null || request.decision === null) return 'L’ARS a répondu à votre demande.';
  if (request.decision === 'approved') return `Votre demande est acceptée${wantedOf(about)}.`;
  return `Votre demande est refusée${wantedOf(about)}.${text === null ? '' : ` Motif\u00a0: ${text}`}`;
}

const whoOf = ({ mandate }: About): string => mandate?.who ?? 'La personne mandatée';

export const mandateAskedText = (about: About): string =>
  `Procuration demandée. ${whoOf(about)} doit l’accepter\u202f; d’ici là, c’est vous qui choisissez.`;

export const mandateAcceptedText = (about: About): string =>
  about.mandate?.toHolder === true
    ? `Vous choisissez à la place de ${whoOf(about)}\u00a0: votre présence compte.`
    : `Votre procuration est acceptée. ${whoOf(about)} choisit à votre place.`;

export function mandateEndedText(about: About): string {
  const { mandate, erased } = about;
  if (erased || mandate?.endedBy === 'semester') return 'La procuration est effacée avec le semestre.';
  const byHolder = mandate?.endedBy === 'mandatary';
  if (mandate?.toHolder === true)
    return byHolder
      ? `Vous avez renoncé à la procuration de ${whoOf(about)}.`
      : `${whoOf(about)} a annulé sa procuration\u00a0: vous n’avez plus rien à faire.`;
  if (!byHolder) return 'Votre procuration est annulée. C’est vous qui choisissez.';
  const what = mandate.accepted ? 'a renoncé à' : 'a refusé';
  return `${whoOf(about)} ${what} votre procuration. C’est vous qui choisissez.`;
}
