/** What the banner says when a moderator's action was not applied: what, who did what before, on which line. Pure. */
import { clockTime } from '../../machines/french-time.ts';
import type { Refusal } from '../../machines/refusal.ts';
import { refusalText } from '../../machines/refusal-text.ts';
import type { Fact } from '../../machines/session/facts.ts';
import type { DeskRow } from '../../machines/wire/frames.ts';
import { textOf } from '../http/call.ts';
import type { Answer } from '../http/call.ts';
import type { CommandAnswer } from '../live/pending-commands.ts';
import type { DeskCommand } from './desk-command.ts';
import { isPresenceAlone, journalText, STATUS_WORDS } from './journal-text.ts';
import type { Names } from './names.ts';

export interface Conflict {
  readonly title: string;
  readonly text: string;
  /** What was not applied, for «Recommencer…». */
  readonly command: DeskCommand;
}

/** What a change over HTTP answers; `pending`: asked of the live session, which has not answered yet. */
export type ChangeAnswer =
  | { readonly answer: 'done' }
  | { readonly answer: 'pending'; readonly detail: string };

/** What came of an act, whichever way it went. `said`: no rule spoke, the sentence is all there is. */
export type Outcome =
  | Exclude<CommandAnswer, { kind: 'accepted' }>
  | { readonly kind: 'accepted' }
  | { readonly kind: 'said'; readonly text: string };

export function outcomeOf(answer: Answer<ChangeAnswer>): Outcome {
  if (answer.kind === 'ok')
    return answer.value.answer === 'done'
      ? { kind: 'accepted' }
      : { kind: 'said', text: answer.value.detail };
  if (answer.kind === 'refused' && answer.refusal !== null)
    return { kind: 'refused', refusal: answer.refusal };
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
    case 'markAbsent':
      return `constater l’absence du ${names.order(command.person)}`;
    case 'excuse':
      return `noter l’absence prévue du ${names.order(command.person)}`;
    case 'lift':
      return `lever l’absence prévue du ${names.order(command.person)}`;
    case 'callBack':
      return `rappeler le ${names.order(command.person)}`;
    case 'setStatus':
      return `changer le type de choix du ${names.order(command.person)} en ${STATUS_WORDS[command.status].toLocaleLowerCase('fr')}`;
    case 'choose':
      return 'choisir';
    case 'rejoin':
      return 'reprendre le tour';
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
  const title = `Action non appliquée\u00a0: ${commandText(command, names)}`;
  return { title, text: whyNot(command, outcome, seen, rows, names), command };
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
      return refusedText(outcome.refusal, whatChanged(command, seen, rows, names), seen, names);
    case 'fault':
      return `Une erreur de notre côté a empêché cette action. Réessayez\u202f; incident ${outcome.incident}.`;
    case 'ended':
      return 'La connexion a pris fin avant la réponse. Rechargez la page, regardez le journal.';
    case 'said':
      return outcome.text;
    default:
      return outcome satisfies never;
  }
}

function refusedText(refusal: Refusal, meanwhile: DeskRow | undefined, seen: number, names: Names): string {
  if (refusal.code !== 'STALE' || meanwhile === undefined)
    return `${refusalText(refusal, names)} Rien n’a été fait.`;
  return `${clockTime(meanwhile.at)}, ${journalText(meanwhile, names) ?? ''} (ligne ${meanwhile.seq}). Votre action portait sur la ligne ${seen}\u00a0: rien n’a été fait, rien ne l’a été deux fois.`;
}

const OF_THE_SESSION: readonly Fact['kind'][] = ['started', 'paused', 'resumed', 'closed'];

/** The last row since that is about the same person or the same session; else the last that says anything at all. */
function whatChanged(
  command: DeskCommand,
  seen: number,
  rows: readonly DeskRow[],
  names: Names,
): DeskRow | undefined {
  const since = rows.filter(
    row => row.seq > seen && !isPresenceAlone(row) && journalText(row, names) !== null,
  );
  const concerned = (fact: Fact): boolean =>
    'person' in command
      ? 'person' in fact && fact.person === command.person
      : OF_THE_SESSION.includes(fact.kind);
  return since.findLast(({ facts }) => facts.some(concerned)) ?? since.at(-1);
}
