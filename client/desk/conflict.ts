/** What the banner says when a moderator's action was not applied: what, who did what before, on which line. Pure. */
import { clockTime } from '../../machines/french-time.ts';
import type { Refusal } from '../../machines/refusal.ts';
import { refusalText } from '../../machines/refusal-text.ts';
import type { DeskRow, WireCommand } from '../../machines/wire/frames.ts';
import { journalText } from './journal-text.ts';
import type { Names } from './names.ts';

export interface Conflict {
  readonly title: string;
  readonly text: string;
}

/** «constater l’absence d’Élodie Rambaud». */
export function commandText(command: WireCommand, names: Names): string {
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
    case 'choose':
      return 'choisir';
    case 'rejoin':
      return 'reprendre le tour';
    default:
      return command satisfies never;
  }
}

/**
 * @param seen number of the last journal row on the screen when the button was pressed.
 * @param rows the journal as it is now: what came after `seen` is what changed meanwhile.
 */
export function conflictOf(
  command: WireCommand,
  refusal: Refusal,
  seen: number,
  rows: readonly DeskRow[],
  names: Names,
): Conflict {
  const title = `Action non appliquée\u00a0: ${commandText(command, names)}`;
  const meanwhile = rows.findLast(row => row.seq > seen && journalText(row, names) !== null);
  if (refusal.code !== 'STALE' || meanwhile === undefined)
    return { title, text: `${refusalText(refusal, names)} Rien n’a été fait.` };
  return {
    title,
    text: `${clockTime(meanwhile.at)}, ${journalText(meanwhile, names) ?? ''} (ligne ${meanwhile.seq}). Votre action portait sur la ligne ${seen}\u00a0: rien n’a été fait, rien ne l’a été deux fois.`,
  };
}
