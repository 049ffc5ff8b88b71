/** What is said of one's situation, in a title and a sentence: the card of the home page and the page say it alike. Pure. */
import { hour } from '../../machines/french-time.ts';
import type { Ms } from '../../machines/ids.ts';
import type { MyAmphitheatre } from '../http/answers.ts';
import { startWords } from '../room/words.ts';
import type { Part, Situation } from './situation.ts';

const startsWords = (at: Ms | null): string =>
  at === null ? 'L’heure de votre session est à fixer.' : `Votre session commence ${startWords(at)}.`;

const provisional = (at: Ms | null): string =>
  at === null
    ? 'Les horaires paraîtront ici et par e-mail.'
    : `Heure provisoire\u00a0: ${startWords(at)}. Elle peut encore changer.`;

/** The amphitheatre's state in a word (M §9.1), before anything else of it. */
export function stateWord(situation: Situation): string {
  switch (situation.kind) {
    case 'unlisted':
      return 'Aucun amphithéâtre';
    case 'unpublished':
    case 'notCut':
    case 'draft':
      return 'Non validé';
    case 'validated':
      return 'Validé';
    case 'open':
      return 'Ouvert';
    case 'live':
      return situation.state === 'paused' ? 'En pause' : 'En cours';
    case 'chosen':
      return 'Choix fait';
    case 'passed':
    case 'over':
      return 'Terminé';
    default:
      return situation satisfies never;
  }
}

export interface Told {
  readonly title: string;
  readonly text: string;
}

export function situationWords(situation: Situation, part: Part): Told {
  switch (situation.kind) {
    case 'unlisted':
      return {
        title: 'Votre nom n’est dans aucune liste d’appel',
        text: 'Vous êtes dans l’effectif du semestre, sans amphithéâtre. Si vous devez choisir un poste, contactez l’ARS.',
      };
    case 'unpublished':
      return {
        title: 'Votre liste d’appel n’est pas encore publiée',
        text:
          situation.firstAt === null
            ? 'Votre ordre et votre heure paraîtront ici dès leur publication par l’ARS.'
            : provisional(situation.firstAt),
      };
    case 'notCut':
      return {
        title: 'Votre session n’est pas encore fixée',
        text: `L’amphithéâtre n’est pas découpé en sessions. ${provisional(situation.firstAt)}`,
      };
    case 'draft':
      return { title: 'Session non validée', text: provisional(situation.session.startsAt) };
    case 'validated':
      return {
        title: 'Session validée',
        text: [
          startsWords(situation.session.startsAt),
          situation.opensAt === null
            ? 'L’amphithéâtre ouvrira avant cette date.'
            : `L’amphithéâtre ouvre le ${startWords(situation.opensAt)}, ou plus tôt.`,
        ].join(' '),
      };
    case 'open':
      return openWords(situation, part);
    case 'live':
      return situation.state === 'paused'
        ? { title: 'Session en pause', text: 'Le temps est arrêté, personne ne perd sa place.' }
        : {
            title: 'Votre session est en cours',
            text: LIVE_WORDS[part],
          };
    case 'chosen':
      return {
        title: 'Votre choix est enregistré',
        text: `Le ${startWords(situation.choice.at)}. Il est définitif.`,
      };
    case 'passed':
      return {
        title: 'Aucun poste n’était possible à votre tour',
        text: 'Votre tour est passé, sans absence. L’ARS vous appellera après la dernière session.',
      };
    case 'over':
      return {
        title: 'La session est close',
        text: situation.settled
          ? 'L’ARS a noté que vous restez sans poste. Une question\u202f? Appelez-la.'
          : 'L’ARS vous appellera pour choisir parmi les postes restants.',
      };
    default:
      return situation satisfies never;
  }
}

const LIVE_WORDS: Readonly<Record<Part, string>> = {
  chooses: 'Restez en ligne\u00a0: votre tour peut venir plus tôt que prévu.',
  heldByAnother: 'La personne mandatée choisit à votre place\u00a0: vous pouvez suivre les choix.',
  excused: 'Votre absence est prévue\u00a0: vous pouvez suivre les choix.',
};

function openWords(
  { session, carriedOver, soon, overdue }: Extract<Situation, { kind: 'open' }>,
  part: Part,
): Told {
  const starts = overdue
    ? `Votre session devait commencer ${startWords(session.startsAt)}. Elle est en attente\u00a0: le départ est donné par l’ARS.`
    : startsWords(session.startsAt);
  if (carriedOver)
    return {
      title: 'Vous restez dans l’appel de la session suivante',
      text:
        session.startsAt === null
          ? 'La vôtre est close. L’heure de la suivante est à fixer.'
          : `La vôtre est close. La suivante commence ${startWords(session.startsAt)}.`,
    };
  if (part === 'excused')
    return { title: 'Amphithéâtre ouvert', text: `${starts} Votre absence est prévue.` };
  if (part === 'heldByAnother')
    return { title: 'Amphithéâtre ouvert', text: `${starts} La personne mandatée choisira à votre place.` };
  return soon
    ? { title: 'C’est bientôt', text: `${starts} Entrez maintenant et restez en ligne.` }
    : { title: 'Amphithéâtre ouvert', text: `${starts} Préparez vos favoris d’ici là.` };
}

/** «vers 9 h 56, entre 9 h 53 et 9 h 59». */
export const turnWords = ({
  at,
  from,
  to,
}: NonNullable<NonNullable<MyAmphitheatre['place']>['turn']>): string =>
  `vers ${hour(at)}, entre ${hour(from)} et ${hour(to)}`;
