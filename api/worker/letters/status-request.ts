/** The letters of a request for another kind of choice (M §5): received, to who wants it; and answered. */
import type { ChoiceStatus } from '../../../machines/session/world.ts';
import type { Sql } from '../../../migrations/open.ts';
import type { MailRow } from '../mail-row.ts';
import type { Letter } from './letter.tsx';

interface DecidedRow {
  readonly status: ChoiceStatus;
  readonly decision: 'approved' | 'refused';
  readonly reason: string | null;
}

const WORDS: Readonly<Record<ChoiceStatus, string>> = {
  classic: 'classique',
  supernumeraryValidating: 'surnombre validant',
  supernumeraryNonValidating: 'surnombre non validant',
};

/** @returns null where it was taken back before the letter left. */
export async function statusAsked(sql: Sql, { data }: MailRow, publicUrl: string): Promise<Letter | null> {
  const [row] = await sql<Pick<DecidedRow, 'status'>>('select status from status_request where id = ?::int', [
    data.statusRequest ?? null,
  ]);
  if (row === undefined) return null;
  return {
    subject: 'Votre demande de changement de type de choix est reçue',
    greeting: 'Bonjour,',
    paragraphs: [
      'Votre demande est reçue. Envoyez vos justificatifs à l’ARS, par e-mail ou par courrier\u00a0: elle vous répondra par e-mail.',
      'D’ici là votre type de choix ne change pas.',
      'Vous n’avez rien demandé\u202f? Retirez la demande sur votre page, changez votre mot de passe et appelez-nous.',
    ],
    particulars: [['Type de choix demandé', WORDS[row.status]]],
    link: { label: 'Voir ma demande', href: `${publicUrl}/mon-amphitheatre` },
  };
}

/** The reason of a refusal is the intern's to read; that of an approval is the agency's. */
export async function statusDecided(sql: Sql, { data }: MailRow, publicUrl: string): Promise<Letter | null> {
  const [row] = await sql<DecidedRow>(
    'select status, decision, reason from status_request where id = ?::int and decision is not null',
    [data.statusRequest ?? null],
  );
  if (row === undefined) return null;
  const { status, decision, reason } = row;
  const approved = decision === 'approved';
  return {
    subject: approved
      ? 'Votre changement de type de choix est accepté'
      : 'Votre demande de changement de type de choix est refusée',
    greeting: 'Bonjour,',
    paragraphs: approved
      ? [
          'Votre demande est acceptée. Le changement vaut dès maintenant, aussi dans votre amphithéâtre.',
          'Il vaut pour ce semestre\u00a0: au suivant, votre type de choix sera de nouveau classique.',
          'Vous n’avez rien demandé\u202f? Appelez-nous tout de suite.',
        ]
      : [
          'Votre demande n’est pas acceptée\u00a0: votre type de choix ne change pas.',
          'Une pièce manque, ou vous voulez en parler\u202f? Appelez-nous, puis faites une nouvelle demande si besoin.',
        ],
    particulars: [
      ['Type de choix demandé', WORDS[status]],
      ...(approved || reason === null ? [] : ([['Motif', reason]] as const)),
    ],
    link: { label: 'Voir mon amphithéâtre', href: `${publicUrl}/mon-amphitheatre` },
  };
}
