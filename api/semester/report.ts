/** What `npm run semester` did, or why it did nothing, in French. Pure. */
import type { Erased } from './erase.ts';
import type { NamedSession, Opened } from './open-semester.ts';

/** @returns the text, and whether it is a refusal. */
export function reportOf(opened: Opened): { readonly text: string; readonly refused: boolean } {
  switch (opened.kind) {
    case 'opened':
      return { text: openedText(opened), refused: false };
    case 'already': {
      const left = erasedLines(opened.erased);
      const text = [`Le semestre ${opened.code} est déjà ouvert, rien à changer.`, ...left].join('\n');
      return { text, refused: false };
    }
    case 'live':
      return {
        text: [
          `Le semestre ${opened.current} ne peut pas être clos\u00a0: une session est en cours ou en pause.`,
          ...opened.sessions.map(line),
          'Fermez-la, puis recommencez. Rien n’est changé.',
        ].join('\n'),
        refused: true,
      };
    case 'earlier':
      return {
        text: `Le semestre ${opened.current} est en cours\u00a0: un semestre plus ancien ne s’ouvre plus. Rien n’est changé.`,
        refused: true,
      };
    default:
      return opened satisfies never;
  }
}

function openedText({
  closed,
  code,
  erased,
  withdrawn,
  people,
}: Extract<Opened, { kind: 'opened' }>): string {
  return [
    `${closed === null ? '' : `Semestre ${closed} clos. `}Semestre ${code} ouvert.`,
    ...erasedLines(erased),
    'Types de choix\u00a0: classiques, sauf ce que dit le fichier du nouveau semestre.',
    'Attestations, affectations, listes et journaux sont gardés.',
    ...(withdrawn.length === 0
      ? []
      : ['Ces sessions n’avaient pas commencé et ne commenceront plus\u00a0:', ...withdrawn.map(line)]),
    people === 0
      ? `Importez maintenant les internes et les postes\u00a0: npm run import -- --semester ${code} …`
      : `${people} internes sont déjà dans l’effectif de ce semestre.`,
  ].join('\n');
}

const erasedLines = ({ mandates, holders, requests }: Erased): readonly string[] => [
  ...(mandates === 0 ? [] : [`Procurations effacées\u00a0: ${mandates}.`]),
  ...(holders === 0 ? [] : [`Comptes de mandataires effacés, et déconnectés\u00a0: ${holders}.`]),
  ...(requests === 0 ? [] : [`Demandes de statut restées sans réponse, effacées\u00a0: ${requests}.`]),
];

const line = ({ title, number, rehearsal }: NamedSession): string =>
  `- ${title}, ${rehearsal ? 'amphi blanc' : 'session'} ${number}`;
