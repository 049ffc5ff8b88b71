/** What the banner says when a moderator's action was not applied: what, who did what before, on which line. Pure. */
import { clockTime } from '../../machines/french-time.ts';
import type { Refusal } from '../../machines/refusal.ts';
import { refusalText } from '../../machines/refusal-text.ts';
import type { Fact } from '../../machines/session/facts.ts';
import type { DeskRow } from '../../machines/wire/frames.ts';
import { textOf } from '../http/call.ts';
import type { RecordedAct } from '../http/answers.ts';
import type { Answer } from '../http/call.ts';
import type { CommandAnswer } from '../live/pending-commands.ts';
import { duration } from '../ui/format.ts';
import type { DeskCommand } from './desk-command.ts';
import { deedText } from './deeds.ts';
import { withDe } from './french.ts';
import { actText } from './act-text.ts';
import { isPresenceAlone, journalText } from './journal-text.ts';
import { STATUS_WORDS } from '../ui/status-words.ts';
import type { Names } from './names.ts';

export interface Conflict {
  /** `waits`: asked of its session, which has not answered yet; the screen learns what it says. */
  readonly kind: 'refused' | 'waits';
  readonly title: string;
  readonly text: string;
  /** What was not applied, for «Recommencer…». */
  readonly command: DeskCommand;
}

/** What a change over HTTP answers; `pending`: asked of the live session, which has not answered yet. */
export type ChangeAnswer =
  | { readonly answer: 'done' }
  | { readonly answer: 'pending'; readonly detail: string; readonly request: number };

/** What came of an act, whichever way it went. `said`: no rule spoke, the sentence is all there is. */
export type Outcome =
  | Exclude<CommandAnswer, { kind: 'accepted' | 'refused' }>
  /** `changed`: what came before it, where no row of a journal tells it. */
  | (Extract<CommandAnswer, { kind: 'refused' }> & { readonly changed?: RecordedAct })
  | { readonly kind: 'accepted' }
  /** `request` is asked after until the session has answered. */
  | { readonly kind: 'waits'; readonly text: string; readonly request: number }
  | { readonly kind: 'said'; readonly text: string };

export function outcomeOf(answer: Answer<ChangeAnswer>): Outcome {
  if (answer.kind === 'ok')
    return answer.value.answer === 'done'
      ? { kind: 'accepted' }
      : { kind: 'waits', text: answer.value.detail, request: answer.value.request };
  if (answer.kind === 'refused' && answer.refusal !== null)
    return { kind: 'refused', refusal: answer.refusal, ...(answer.changed && { changed: answer.changed }) };
  return { kind: 'said', text: textOf(answer) };
}

/** «constater l’absence d’Élodie Rambaud». */
export function commandText(command: DeskCommand, names: Names): string {
  switch (command.type) {
    case 'start':
      return 'démarrer la session';
    case 'pause':
      return 'mettre en pause';
    case 'resume':
      return 'reprendre';
    case 'close':
      return 'fermer la session';
    case 'message':
      return command.to === null
        ? 'envoyer un message à tous'
        : `envoyer un message à ${names.name(command.to)}`;
    case 'choose':
      return 'choisir';
    case 'rejoin':
      return 'reprendre le tour';
    default:
      return aboutPerson(command, names);
  }
}

type AboutPerson = Exclude<
  DeskCommand,
  { readonly type: 'start' | 'pause' | 'resume' | 'close' | 'message' | 'choose' | 'rejoin' }
>;

function aboutPerson(command: AboutPerson, names: Names): string {
  const name = names.name(command.person);
  const of = withDe(name);
  switch (command.type) {
    case 'prolong':
      return `prolonger de ${duration(command.byMs)} le tour ${of}`;
    case 'chooseOnBehalf':
      return `choisir ${names.post(command.post)} à la place ${of}`;
    case 'markAbsent':
      return `constater l’absence ${of}`;
    case 'pass':
      return `passer le tour ${of}`;
    case 'excuse':
      return `noter l’absence prévue ${of}`;
    case 'lift':
      return `lever l’absence prévue ${of}`;
    case 'callBack':
      return `rappeler ${name}`;
    case 'setStatus':
      return `changer le type de choix ${of} en ${STATUS_WORDS[command.status].toLocaleLowerCase('fr')}`;
    case 'setExtraTurn':
      return command.seconds === 0
        ? `revenir à la durée habituelle du tour ${of}`
        : `donner ${duration(command.seconds * 1000)} de plus à chaque tour ${of}`;
    case 'assign':
      return `affecter ${names.post(command.post)} à ${name}`;
    case 'correct':
      return command.to === null
        ? `retirer le choix ${of}`
        : `corriger le choix ${of} en ${names.post(command.to)}`;
    default:
      return command satisfies never;
  }
}

/**
 * @param seen number of the last journal row on the screen when the dialog opened.
 * @param rows the journal as it is now: what came after `seen` is what changed meanwhile.
 */
export function conflictOf(
  command: DeskCommand,
  outcome: Exclude<Outcome, { kind: 'accepted' }>,
  seen: number,
  rows: readonly DeskRow[],
  names: Names,
): Conflict {
  const waits = outcome.kind === 'waits';
  const title = `${waits ? 'Réponse attendue' : 'Action non appliquée'}\u00a0: ${commandText(command, names)}`;
  const text = whyNot(command, outcome, seen, rows, names);
  return { kind: waits ? 'waits' : 'refused', title, text, command };
}

function whyNot(
  command: DeskCommand,
  outcome: Exclude<Outcome, { kind: 'accepted' }>,
  seen: number,
  rows: readonly DeskRow[],
  names: Names,
): string {
  switch (outcome.kind) {
    case 'refused':
      if (outcome.changed !== undefined) return changedText(outcome.changed, names);
      return refusedText(
        outcome.refusal,
        whatChanged(command, outcome.refusal, seen, rows, names),
        seen,
        names,
      );
    case 'fault':
      return `Une erreur de notre côté a empêché cette action. Réessayez\u202f; incident ${outcome.incident}.`;
    case 'ended':
      return 'La connexion a pris fin avant la réponse. Rechargez la page, regardez le journal.';
    case 'said':
    case 'waits':
      return outcome.text;
    default:
      return outcome satisfies never;
  }
}

function refusedText(refusal: Refusal, meanwhile: DeskRow | undefined, seen: number, names: Names): string {
  if (refusal.code !== 'STALE' || meanwhile === undefined)
    return `${refusalText(refusal, names)} Rien n’a été fait.`;
  return `${deedAt(meanwhile, names)} (ligne ${meanwhile.seq}). Votre action portait sur la ligne ${seen}\u00a0: rien n’a été fait, rien ne l’a été deux fois.`;
}

/** «Marc Ollivier, 09:49:26 : Élodie Rambaud : tour plus long de 60 s.» */
const changedText = (changed: RecordedAct, names: Names): string =>
  `${changed.who}, ${clockTime(changed.at)}\u00a0: ${actText(changed, names)}. Votre action portait sur l’état d’avant\u00a0: rien n’a été fait.`;

function deedAt(row: DeskRow, names: Names): string {
  const deed = deedText(row, names);
  return deed === null
    ? `${clockTime(row.at)}, ${journalText(row, names) ?? ''}`
    : `${deed} à ${clockTime(row.at)}`;
}

const OF_THE_SESSION: readonly Fact['kind'][] = ['started', 'paused', 'resumed', 'closed'];

/** The session as a whole is another than the act was decided on: it was paused, or taken up again, under the dialog. */
const isOfTheSession = (command: DeskCommand, refusal: Refusal): boolean =>
  !('person' in command) ||
  (refusal.code === 'STALE' && (refusal.now === 'paused' || refusal.now === 'running'));

/** The last row since that is about the same person or the same session; else the last that says anything at all. */
function whatChanged(
  command: DeskCommand,
  refusal: Refusal,
  seen: number,
  rows: readonly DeskRow[],
  names: Names,
): DeskRow | undefined {
  const since = rows.filter(
    row => row.seq > seen && !isPresenceAlone(row) && journalText(row, names) !== null,
  );
  const concerned = (fact: Fact): boolean =>
    isOfTheSession(command, refusal)
      ? OF_THE_SESSION.includes(fact.kind)
      : 'person' in command && 'person' in fact && fact.person === command.person;
  return since.findLast(({ facts }) => facts.some(concerned)) ?? since.at(-1);
}
