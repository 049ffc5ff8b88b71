/** Who comes to which post of one establishment: for the people whom a moderator has named, and the agency. */
import type { Ms } from '../../../machines/ids.ts';
import type { Sql } from '../../../migrations/open.ts';
import { semesterName } from '../../documents/semester-name.ts';
import { counted } from './counted.ts';
import { fileNameOf } from './file-name.ts';
import type { List } from './list.ts';

export interface ComingRow {
  readonly service: string;
  readonly head: string;
  readonly post: string;
  readonly accreditation: string;
  readonly name: string;
  readonly firstName: string;
  readonly specialty: string;
  readonly at: Ms;
}

/** No status, no contact, no rank (domain §8): the establishment learns who comes, where, and of which DES. */
export async function establishmentList(
  sql: Sql,
  establishment: number,
  semester: number,
): Promise<List<ComingRow>> {
  const [about] = await sql<{ name: string; semester: string }>(
    `select establishment.name, semester.code as semester from establishment, semester
    where establishment.id = ?::int and semester.id = ?::int`,
    [establishment, semester],
  );
  if (about === undefined) throw new Error(`no establishment ${establishment}`);
  const rows = await sql<ComingRow>(
    `select service.name as service, service.head, post.number as post, post.accreditation,
      intern.name, intern.first_name as "firstName", specialty.name as specialty,
      (extract(epoch from assignment.at) * 1000)::float8 as at
    from assignment
    join post on post.id = assignment.post_id
    join service on service.id = post.service_id
    join roster_entry on roster_entry.id = assignment.roster_entry_id
    join intern on intern.id = roster_entry.intern_id
    join specialty on specialty.id = roster_entry.specialty_id
    where assignment.ended_at is null and service.establishment_id = ?::int and assignment.semester_id = ?::int
    order by service.name collate "fr-x-icu", length(post.number), post.number, intern.name collate "fr-x-icu"`,
    [establishment, semester],
  );
  return {
    title: `Internes attendus, ${about.name}`,
    notes: [
      `Choix de postes du ${semesterName(about.semester)}. ${counted(rows.length, 'affectation', 'affectations')}.`,
      'Document nominatif, remis à une personne désignée par l’ARS\u00a0: ne le publiez pas.',
    ],
    fileName: fileNameOf('internes attendus', about.name, about.semester),
    rows,
    none: 'Aucun poste de cet établissement n’est encore choisi.',
    printed: [
      { title: 'Service', share: 24, text: ({ service }) => service },
      { title: 'Poste', share: 10, text: ({ post }) => post },
      { title: 'Agrément', share: 14, text: ({ accreditation }) => accreditation },
      { title: 'Interne', share: 26, header: true, text: ({ name, firstName }) => `${name} ${firstName}` },
      { title: 'DES', share: 26, text: ({ specialty }) => specialty },
    ],
    listed: [
      { title: 'service', text: ({ service }) => service },
      { title: 'chef_de_service', text: ({ head }) => head },
      { title: 'numero_poste', text: ({ post }) => post },
      { title: 'agrement', text: ({ accreditation }) => accreditation },
      { title: 'nom', text: ({ name }) => name },
      { title: 'prenom', text: ({ firstName }) => firstName },
      { title: 'des', text: ({ specialty }) => specialty },
    ],
  };
}
