/** What tells a post from the others, in words: for the summary window and for the sheet after the choice. Pure. */
import type { Directory, DirectoryPost, DirectoryService } from '../../machines/directory.ts';
import type { SpecialtyId } from '../../machines/ids.ts';

type Row = readonly [string, string];

export function postFacts(
  post: DirectoryPost,
  service: DirectoryService,
  directory: Directory | null,
  specialty: (id: SpecialtyId) => string | null,
): readonly Row[] {
  const reserved = post.reservedFor === null ? null : specialty(post.reservedFor);
  return [
    ...(service.head === '' ? [] : [['Chef de service', service.head] as const]),
    ...(post.accreditation === '' ? [] : [['Agrément', post.accreditation] as const]),
    ['Fléchage', post.earmark ?? 'Aucun'],
    ['Réservation', post.reservedFor === null ? 'Aucune' : `DES\u00a0: ${reserved ?? 'le vôtre'}`],
    ['Poste', `n°\u00a0${post.number}`],
    ...(directory === null ? [] : [['Stage', internship(directory.semester)] as const]),
  ];
}

/** «Chirurgie viscérale, Hôpital Cochin». */
export const postTitle = ({ name, establishment }: DirectoryService): string => `${name}, ${establishment}`;

/** «c•••••@exemple.fr»: enough to know it by, with somebody looking over the shoulder. */
export const masked = (email: string): string => email.replace(/^(.).*(?=@)/u, '$1•••••');

/** `2027-05` → «mai – novembre 2027»: the day of the handover is each hospital's. */
function internship(semester: string): string {
  const [year = 0, month = 0] = semester.split('-').map(Number);
  return month === 11 ? `novembre ${year} – mai ${year + 1}` : `mai – novembre ${year}`;
}
