/** Assignments as lists: the public one, which names the service and never the post, and the agency's own, which has all. */
import { amphitheatreTitle } from '../../../machines/amphitheatre-title.ts';
import { callOrderText } from '../../../machines/call-order-text.ts';
import type { Phase } from '../../../machines/directory.ts';
import { clockTime } from '../../../machines/french-time.ts';
import type { Ms } from '../../../machines/ids.ts';
import type { ChoiceStatus } from '../../../machines/session/world.ts';
import type { Sql } from '../../../migrations/open.ts';
import { semesterName } from '../../documents/semester-name.ts';
import { ASSIGNMENTS, PUBLIC_ASSIGNMENT } from '../../public/assignment-rows.ts';
import { counted } from './counted.ts';
import { fileNameOf } from './file-name.ts';
import type { ListColumn } from './csv.ts';
import type { List } from './list.ts';

export interface PublicRow {
  readonly callOrder: number;
  readonly name: string;
  readonly firstName: string;
  readonly specialty: string;
  readonly group: string;
  readonly phase: Phase;
  readonly service: string;
  readonly establishment: string;
  readonly city: string;
  readonly department: string;
  readonly at: Ms;
}

interface Wanted {
  readonly semester: number;
  readonly amphitheatre: number | null;
}

const WHERE = `where assignment.ended_at is null and assignment.semester_id = ?::int
  and (?::int is null or amphitheatre.id = ?::int)`;

const ORDER = `order by specialty_group.name collate "fr-x-icu", amphitheatre.phase, call_list_entry.call_order`;

export async function publicAssignments(sql: Sql, wanted: Wanted): Promise<List<PublicRow>> {
  const { semester, amphitheatre } = wanted;
  const rows = await sql<PublicRow>(
    `select ${PUBLIC_ASSIGNMENT} from ${ASSIGNMENTS} ${WHERE} and amphitheatre.call_list_published_at is not null ${ORDER}`,
    [semester, amphitheatre, amphitheatre],
  );
  return {
    ...(await named(sql, wanted, 'Affectations', rows.length)),
    rows,
    printed: [
      { title: 'N°', share: 6, text: ({ callOrder }) => callOrderText(callOrder) },
      { title: 'Interne', share: 22, header: true, text: ({ name, firstName }) => `${name} ${firstName}` },
      { title: 'DES', share: 20, text: ({ specialty }) => specialty },
      ...(amphitheatre === null ? [{ title: 'Amphithéâtre', share: 18, text: titleOf }] : []),
      { title: 'Service', share: 18, text: ({ service }) => service },
      {
        title: 'Établissement',
        share: 20,
        text: ({ establishment, department }) => `${establishment} (${department})`,
      },
    ],
    listed: PUBLIC_COLUMNS,
  };
}

const PUBLIC_COLUMNS: readonly ListColumn<PublicRow>[] = [
  { title: 'amphitheatre', text: row => titleOf(row) },
  { title: 'ordre_appel', text: ({ callOrder }) => callOrderText(callOrder) },
  { title: 'nom', text: ({ name }) => name },
  { title: 'prenom', text: ({ firstName }) => firstName },
  { title: 'des', text: ({ specialty }) => specialty },
  { title: 'service', text: ({ service }) => service },
  { title: 'etablissement', text: ({ establishment }) => establishment },
  { title: 'ville', text: ({ city }) => city },
  { title: 'departement', text: ({ department }) => department },
  { title: 'date', text: ({ at }) => isoDay.format(at) },
  { title: 'heure_de_paris', text: ({ at }) => clockTime(at) },
];

interface AgencyRow extends PublicRow {
  readonly ine: string;
  readonly birthName: string | null;
  readonly exam: string;
  readonly promotion: number;
  readonly status: ChoiceStatus;
  readonly post: string;
  readonly accreditation: string;
  readonly reservedFor: string | null;
  readonly earmark: string | null;
  readonly head: string;
  readonly finess: string;
  readonly session: number;
  readonly seq: number;
  readonly madeBy: string;
  readonly offline: boolean;
}

export async function agencyAssignments(sql: Sql, wanted: Wanted): Promise<List<AgencyRow>> {
  const { semester, amphitheatre } = wanted;
  const rows = await sql<AgencyRow>(
    `select ${PUBLIC_ASSIGNMENT}, intern.ine, intern.birth_name as "birthName", intern.exam, intern.promotion,
      assignment.status, post.number as post, post.accreditation, reserved.name as "reservedFor", post.earmark,
      service.head, establishment.finess, session.number as session, assignment.seq, assignment.made_by as "madeBy",
      assignment.offline
    from ${ASSIGNMENTS}
    join session on session.id = assignment.session_id
    left join specialty reserved on reserved.id = post.reserved_for_id
    ${WHERE} ${ORDER}`,
    [semester, amphitheatre, amphitheatre],
  );
  return {
    ...(await named(sql, wanted, 'Affectations avec les postes', rows.length)),
    rows,
    landscape: true,
    printed: [
      { title: 'N°', share: 5, text: ({ callOrder }) => callOrderText(callOrder) },
      { title: 'Interne', share: 18, header: true, text: ({ name, firstName }) => `${name} ${firstName}` },
      { title: 'INE', share: 10, text: ({ ine }) => ine },
      { title: 'DES', share: 16, text: ({ specialty }) => specialty },
      ...(amphitheatre === null ? [{ title: 'Amphithéâtre', share: 16, text: titleOf }] : []),
      { title: 'Type de choix', share: 10, text: ({ status }) => STATUSES[status] },
      { title: 'Poste', share: 8, text: ({ post }) => post },
      { title: 'Service', share: 16, text: ({ service }) => service },
      { title: 'Établissement', share: 18, text: ({ establishment }) => establishment },
      { title: 'Enregistré', share: 12, text: ({ at }) => `${isoDay.format(at)} ${clockTime(at)}` },
    ],
    listed: [
      ...PUBLIC_COLUMNS,
      { title: 'ine', text: ({ ine }) => ine },
      { title: 'nom_de_naissance', text: ({ birthName }) => birthName ?? '' },
      { title: 'concours', text: ({ exam }) => exam },
      { title: 'promotion', text: ({ promotion }) => String(promotion) },
      { title: 'type_de_choix', text: ({ status }) => STATUSES[status] },
      { title: 'numero_poste', text: ({ post }) => post },
      { title: 'agrement', text: ({ accreditation }) => accreditation },
      { title: 'reserve', text: ({ reservedFor }) => reservedFor ?? '' },
      { title: 'flechage', text: ({ earmark }) => earmark ?? '' },
      { title: 'chef_de_service', text: ({ head }) => head },
      { title: 'finess', text: ({ finess }) => finess },
      { title: 'session', text: ({ session }) => String(session) },
      { title: 'ligne_du_journal', text: ({ seq }) => String(seq) },
      { title: 'choisi_par', text: ({ madeBy }) => MAKERS.get(madeBy) ?? madeBy },
      { title: 'hors_ligne', text: ({ offline }) => (offline ? 'oui' : 'non') },
    ],
  };
}

/** As `interns.csv` writes them (domain §11). */
const STATUSES: Readonly<Record<ChoiceStatus, string>> = {
  classic: 'classique',
  supernumeraryValidating: 'surnombre validant',
  supernumeraryNonValidating: 'surnombre non validant',
};

const MAKERS: ReadonlyMap<string, string> = new Map([
  ['intern', 'interne'],
  ['mandatary', 'mandataire'],
  ['moderator', 'ARS'],
]);

const isoDay = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', dateStyle: 'short' });
const titleOf = ({ group, phase }: PublicRow): string => amphitheatreTitle(group, phase);

async function named(
  sql: Sql,
  { semester, amphitheatre }: Wanted,
  word: string,
  count: number,
): Promise<Pick<List<never>, 'title' | 'notes' | 'fileName' | 'none'>> {
  const [about] = await sql<{ semester: string; group: string | null; phase: Phase | null }>(
    `select semester.code as semester, specialty_group.name as "group", amphitheatre.phase from semester
    left join amphitheatre on amphitheatre.id = ?::int
    left join specialty_group on specialty_group.id = amphitheatre.group_id where semester.id = ?::int`,
    [amphitheatre, semester],
  );
  if (about === undefined) throw new Error(`no semester ${semester}`);
  const { group, phase } = about;
  const title = group === null || phase === null ? 'tous les amphithéâtres' : amphitheatreTitle(group, phase);
  return {
    title: `${word}, ${title}`,
    notes: [
      `Choix de postes du ${semesterName(about.semester)}. ${counted(count, 'affectation', 'affectations')}, dans l’ordre d’appel de chaque amphithéâtre.`,
    ],
    fileName: fileNameOf(word, title, about.semester),
    none: 'Aucun choix n’est encore enregistré.',
  };
}
