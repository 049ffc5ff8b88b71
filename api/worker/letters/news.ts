/** The letters of what was said to many or changed in the offer: the words of the bell's entry, as it stands when they leave. */
import type { AccountId } from '../../../machines/ids.ts';
import type { Sql } from '../../../migrations/open.ts';
import { placeOf, readEntry } from '../../notifications/bell.ts';
import type { MailRow } from '../mail-row.ts';
import { parisEvidence } from '../paris-time.ts';
import type { Letter } from './letter.tsx';

const SUBJECTS = {
  message: 'Message de l’ARS',
  messageToMe: 'Message de l’ARS, pour vous',
  postsAdded: 'Postes ajoutés parmi vos favoris',
  postBlocked: 'Un de vos favoris est retiré de l’offre',
  postOffered: 'Un de vos favoris est remis dans l’offre',
} as const;

const isNews = (kind: string): kind is keyof typeof SUBJECTS => kind in SUBJECTS;

/** @returns null where the bell has it no more: a mandate that ended, a text that was purged. */
export async function news(sql: Sql, { data }: MailRow, publicUrl: string): Promise<Letter | null> {
  const place = placeOf(data.place ?? '');
  if (place === null || data.account === undefined) return null;
  const entry = await readEntry(sql, data.account as AccountId, place);
  if (entry === null || !isNews(entry.kind)) return null;
  const isMessage = entry.kind === 'message' || entry.kind === 'messageToMe';
  if (isMessage && entry.text === null) return null;
  return {
    subject: SUBJECTS[entry.kind],
    greeting: 'Bonjour,',
    paragraphs: [
      ...(isMessage
        ? (entry.text ?? '').split('\n')
        : ['L’offre de votre amphithéâtre a changé\u00a0: cela concerne vos favoris.']),
      `Vous choisissez ce que vous recevez par mail\u00a0: ${publicUrl}/notifications/reglages`,
    ],
    particulars: [
      ...entry.posts.map(
        ({ number, service, establishment }) =>
          ['Poste', `n° ${number}, ${service}, ${establishment}`] as const,
      ),
      ...(isMessage || entry.text === null ? [] : ([['Motif', entry.text]] as const)),
      [isMessage ? 'Écrit' : 'Changé', parisEvidence(entry.at)],
    ],
    link: { label: 'Ouvrir l’application', href: `${publicUrl}/notifications` },
  };
}
