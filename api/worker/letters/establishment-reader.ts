/** The letter to a person whom a moderator has named: the link that opens the list of their establishment. */
import type { Ms } from '../../../machines/ids.ts';
import type { Sql } from '../../../migrations/open.ts';
import { readerToken } from '../../documents/reader-token.ts';
import { semesterName } from '../../documents/semester-name.ts';
import type { MailRow } from '../mail-row.ts';
import { parisHour } from '../paris-time.ts';
import type { Letter } from './letter.tsx';

interface GrantedRow {
  readonly id: number;
  readonly name: string;
  readonly establishment: string;
  readonly semester: string;
  readonly grantedAt: Ms;
  readonly expiresAt: Ms;
}

/**
 * The token stands after `#`: browsers keep that part to themselves, no log ever sees it.
 * @returns null where the grant was ended before the letter left.
 */
export async function establishmentReader(
  sql: Sql,
  { data }: MailRow,
  publicUrl: string,
  tokenSecret: string,
): Promise<Letter | null> {
  const [row] = await sql<GrantedRow>(
    `select reader.id, reader.name, establishment.name as establishment, semester.code as semester,
      (extract(epoch from reader.granted_at) * 1000)::float8 as "grantedAt",
      (extract(epoch from reader.expires_at) * 1000)::float8 as "expiresAt"
    from establishment_reader reader
    join establishment on establishment.id = reader.establishment_id
    join semester on semester.id = reader.semester_id
    where reader.id = ?::int and reader.ended_at is null`,
    [data.reader ?? null],
  );
  if (row === undefined) return null;
  const token = readerToken(tokenSecret, row.id, row.grantedAt);
  return {
    linkFirst: true,
    subject: `Internes attendus\u00a0: ${row.establishment}`,
    greeting: `Bonjour ${row.name},`,
    paragraphs: [
      'L’ARS vous ouvre la liste des internes qui ont choisi un poste dans votre établissement. Elle suit les choix\u00a0: téléchargez-la de nouveau quand vous voulez la dernière.',
      'Ce lien est personnel et nominatif\u00a0: ne le transférez pas. Chaque téléchargement est enregistré.',
      'Vous n’attendiez rien\u202f? N’ouvrez pas la liste, et appelez-nous.',
    ],
    particulars: [
      ['Établissement', row.establishment],
      ['Choix de postes', semesterName(row.semester)],
      ['Lien valable jusqu’au', parisHour(row.expiresAt - 1)],
    ],
    link: {
      label: 'Ouvrir la liste',
      href: `${publicUrl}/etablissement-affectations#${token}`,
    },
  };
}
