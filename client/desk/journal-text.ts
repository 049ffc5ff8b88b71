/** A row of the journal as the moderators read it: French sentences made from its facts. Pure. */
import { STATUS_WORDS } from '../ui/status-words.ts';
import { clockTime } from '../../machines/french-time.ts';
import type { Fact } from '../../machines/session/facts.ts';
import type { AbsenceCause } from '../../machines/session/world.ts';
import type { DeskRow } from '../../machines/wire/frames.ts';
import { duration, plural } from '../ui/format.ts';
import type { Names } from './names.ts';

/** What a row comes to; null where nothing of it is worth a line. */
export function journalText(
  { who, facts, reason }: Pick<DeskRow, 'who' | 'facts' | 'reason'>,
  names: Names,
): string | null {
  const sentences = facts.flatMap(fact => sentence(fact, names) ?? []);
  if (sentences.length === 0) return null;
  const said = `${sentences.join('\u202f; ')}${quoted(reason?.sealed)}`;
  return who === 'Interne' || who === 'Mandataire' ? said : `${who}\u00a0: ${said}`;
}

/** Connections come and go by the hundred: shown only when asked for. */
export const isPresenceAlone = ({ facts }: Pick<DeskRow, 'facts'>): boolean =>
  facts.length > 0 && facts.every(({ kind }) => kind === 'presence');

export const CAUSE_WORDS: Readonly<Record<AbsenceCause, string>> = {
  notConnected: 'hors ligne à l’appel',
  timeRanOut: 'temps écoulé',
  byModerator: 'notée par l’ARS',
};

function sentence(fact: Fact, names: Names): string | null {
  switch (fact.kind) {
    case 'started':
      return `session démarrée, ${plural(fact.people.length, 'interne', 'internes')}`;
    case 'called':
      return `appel du ${names.order(fact.person)}, ${clockText(fact)}`;
    case 'clock':
      return `${names.order(fact.person)}, ${clockText(fact)}`;
    case 'chosen':
      return `${names.order(fact.person)}\u00a0: choisit ${names.service(fact.service)}`;
    case 'lateChoice':
      return `${names.order(fact.person)}\u00a0: choix reçu trop tard, à ${clockTime(fact.receivedAt)} (${names.post(fact.post)})`;
    case 'absent':
      return `${names.order(fact.person)}\u00a0: absence, ${CAUSE_WORDS[fact.cause]}${quoted(fact.reason?.sealed)}`;
    case 'returned':
      return `${names.order(fact.person)} de retour, ${RETURNS[fact.how]}${quoted(fact.reason?.sealed)}`;
    case 'waiting':
      return `${names.order(fact.person)}\u00a0: absence prévue levée, reprend sa place${quoted(fact.reason?.sealed)}`;
    case 'excused':
      return `${names.order(fact.person)}\u00a0: absence prévue${quoted(fact.reason.sealed)}`;
    case 'presence':
      return `${names.order(fact.person)} ${fact.connected ? 'en ligne' : 'hors ligne'}`;
    case 'status':
      return `${names.order(fact.person)}\u00a0: ${STATUS_WORDS[fact.status].toLocaleLowerCase('fr')}${quoted(fact.reason?.sealed)}`;
    case 'mandate':
      return `${names.order(fact.person)}\u00a0: procuration ${fact.held ? 'en vigueur' : 'sans effet désormais'}`;
    case 'postBlocked':
      return `${names.post(fact.post)}\u00a0: poste ${fact.blocked ? 'retiré de l’offre' : 'remis dans l’offre'}${quoted(fact.reason.sealed)}`;
    case 'paused':
      return pausedText(fact);
    case 'resumed':
      return 'reprise';
    case 'idle':
      return fact.closesAt === null
        ? 'plus personne à appeler'
        : `plus personne à appeler, clôture à ${clockTime(fact.closesAt)}`;
    case 'credit':
      return `incident de ${duration(fact.to - fact.from)} de notre côté, temps rendu`;
    case 'closed':
      return closedText(fact);
    case 'corrected':
      return `${names.order(fact.person)}\u00a0: choix ${correctedText(fact, names)}${quoted(fact.reason.sealed)}`;
    case 'prolonged':
      return `${names.order(fact.person)}\u00a0: tour prolongé de ${duration(fact.byMs)}${quoted(fact.reason.sealed)}`;
    case 'passed':
      return `${names.order(fact.person)}\u00a0: tour passé, aucun poste possible${quoted(fact.reason.sealed)}`;
    case 'withoutPost':
      return `${names.order(fact.person)}\u00a0: sans poste${quoted(fact.reason.sealed)}`;
    case 'joined':
      return `${names.order(fact.person)} dans la liste d’appel${fact.state === 'absent' ? ', en absence' : ''}`;
    case 'postsAdded':
      return `${plural(fact.posts.length, 'poste ajouté', 'postes ajoutés')} à l’offre${quoted(fact.reason.sealed)}`;
    case 'message':
      return `message ${fact.to === null ? 'à tous' : `au ${names.order(fact.to)}`}${quoted(fact.text.sealed)}`;
    case 'phoneRead':
      return `affiche le téléphone du ${names.order(fact.person)}`;
    case 'possible':
      return fact.any
        ? `${names.order(fact.person)}\u00a0: un poste est de nouveau possible`
        : `${names.order(fact.person)}\u00a0: aucun poste possible`;
    case 'stateChanged': // before `start`, when there is no journal yet
    case 'seat':
    case 'assigned': // said by `chosen`, but for whose hand it was
      return fact.kind === 'assigned' && fact.by === 'moderator' ? byHand(fact) : null;
    default:
      return fact satisfies never;
  }
}

const correctedText = ({ to }: Extract<Fact, { kind: 'corrected' }>, names: Names): string =>
  to === null ? 'retiré' : `corrigé en ${names.post(to)}`;

/** By a moderator, in somebody's place or without a turn. */
function byHand({ turn, offline, reason }: Extract<Fact, { kind: 'assigned' }>): string {
  const how = turn === null ? 'affectation par l’ARS' : 'choix fait à sa place';
  return `${how}${offline === true ? ', hors ligne' : ''}${quoted(reason?.sealed)}`;
}

const RETURNS = {
  connection: 'à la connexion',
  button: 'à sa demande',
  moderator: 'par l’ARS',
} as const satisfies Record<Extract<Fact, { kind: 'returned' }>['how'], string>;

function clockText({ mode, endsAt, leftMs }: Extract<Fact, { kind: 'called' | 'clock' }>): string {
  const until = endsAt === null ? `${duration(leftMs)} gardées` : clockTime(endsAt);
  switch (mode) {
    case 'awaited':
      return endsAt === null ? `hors ligne, ${until}` : `hors ligne, absence à ${until}`;
    case 'choosing':
      return endsAt === null ? `en ligne, ${until}` : `en ligne, fin à ${until}`;
    case 'recovering':
      return `reprise après incident, ${duration(leftMs)} gardées`;
    default:
      return mode satisfies never;
  }
}

function pausedText({ reason, automatic, leftMs }: Extract<Fact, { kind: 'paused' }>): string {
  const kept = leftMs === null ? '' : `, ${duration(leftMs)} gardées`;
  if (automatic === 'absences') return `pause automatique, absences en série${kept}`;
  if (automatic === 'incident') return `pause automatique, incident${kept}`;
  return `pause${kept}${quoted(reason?.sealed)}`;
}

function closedText({ how, carried, reason }: Extract<Fact, { kind: 'closed' }>): string {
  const left = carried.length === 0 ? '' : `, ${plural(carried.length, 'interne', 'internes')} sans choix`;
  const by = how === 'finished' ? 'session close d’elle-même' : 'session close';
  return `${by}${left}${quoted(reason?.sealed)}`;
}

/** A reason as a sentence ends with it. */
export const quoted = (reason: string | null | undefined): string =>
  reason === null || reason === undefined || reason === '' ? '' : `, «\u00a0${reason}\u00a0»`;
