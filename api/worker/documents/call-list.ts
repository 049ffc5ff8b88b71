/** The call list of an amphitheatre as it stands: what domain §8 shows of each person to everybody, and no more. */
import { amphitheatreTitle } from '../../../machines/amphitheatre-title.ts';
import { callOrderText } from '../../../machines/call-order-text.ts';
import type { Phase } from '../../../machines/directory.ts';
import { hour } from '../../../machines/french-time.ts';
import type { Ms, PersonId, SessionId } from '../../../machines/ids.ts';
import { leftState } from '../../../machines/session/left.ts';
import type { LeftInTables, LeftState } from '../../../machines/session/left.ts';
import type { SessionRecord } from '../../../machines/session/record.ts';
import type { Sql } from '../../../migrations/open.ts';
import { lastRecordOf } from '../../desk/record-shelf.ts';
import type { RecordShelf } from '../../desk/record-shelf.ts';
import { semesterName } from '../../documents/semester-name.ts';
import { counted } from './counted.ts';
import { fileNameOf } from './file-name.ts';
import type { List } from './list.ts';

export interface CalledRow {
  readonly callOrder: number;
  readonly name: string;
  readonly firstName: string;
  readonly specialty: string;
  readonly session: number | null;
  readonly startsAt: Ms | null;
  readonly service: string | null;
  readonly establishment: string | null;
  readonly state: string;
}

/** @throws where there is no such amphitheatre: the route asked whether there is. */
export async function callList(
  sql: Sql,
  records: RecordShelf,
  amphitheatre: number,
): Promise<List<CalledRow>> {
  const [about] = await sql<{ group: string; phase: Phase; semester: string; cut: boolean }>(
    `select specialty_group.name as "group", amphitheatre.phase, semester.code as semester,
      amphitheatre.per_session is not null as cut
    from amphitheatre
    join specialty_group on specialty_group.id = amphitheatre.group_id
    join semester on semester.id = amphitheatre.semester_id where amphitheatre.id = ?::int`,
    [amphitheatre],
  );
  if (about === undefined) throw new Error(`no amphitheatre ${amphitheatre}`);
  // The journal before the tables: a choice between the two reads is then shown, and nobody as absent who has chosen.
  const sessions = await sql<{ id: SessionId }>(
    'select id from session where amphitheatre_id = ?::int and not rehearsal order by number desc',
    [amphitheatre],
  );
  const recorded = await records(sessions.map(({ id }) => id));
  const latestFirst = sessions.map(({ id }) => recorded.get(id));
  const people = await readPeople(sql, amphitheatre);
  const title = amphitheatreTitle(about.group, about.phase);
  const rows = people.map(person => ({ ...person, state: stateWords(person, latestFirst) }));
  return {
    title: `Liste d’appel, ${title}`,
    notes: [
      `Choix de postes du ${semesterName(about.semester)}. ${counted(rows.length, 'interne', 'internes')} dans l’ordre d’appel. Heures de Paris.`,
      ...(about.cut ? [] : ['Les sessions ne sont pas encore fixées\u00a0: la liste est provisoire.']),
    ],
    fileName: fileNameOf('liste d’appel', title, about.semester),
    rows,
    none: 'La liste d’appel est vide.',
    printed: [
      { title: 'N°', share: 6, text: ({ callOrder }) => callOrderText(callOrder) },
      { title: 'Interne', share: 20, header: true, text: ({ name, firstName }) => `${name} ${firstName}` },
      { title: 'DES', share: 18, text: ({ specialty }) => specialty },
      { title: 'Session', share: 15, text: sessionWords },
      { title: 'État', share: 11, text: ({ state }) => state },
      { title: 'Service choisi', share: 30, text: placeWords },
    ],
    listed: [
      { title: 'ordre_appel', text: ({ callOrder }) => callOrderText(callOrder) },
      { title: 'nom', text: ({ name }) => name },
      { title: 'prenom', text: ({ firstName }) => firstName },
      { title: 'des', text: ({ specialty }) => specialty },
      { title: 'session', text: ({ session }) => (session === null ? '' : String(session)) },
      { title: 'heure_de_paris', text: ({ startsAt }) => (startsAt === null ? '' : dayAndHour(startsAt)) },
      { title: 'etat', text: ({ state }) => state },
      { title: 'service_choisi', text: ({ service }) => service ?? '' },
      { title: 'etablissement', text: ({ establishment }) => establishment ?? '' },
    ],
  };
}

type PersonRow = Omit<CalledRow, 'state'> & LeftInTables & { readonly person: PersonId };

/** An hour only once the timetable is public; of a planned absence only that there is one, never its reason. */
const readPeople = (sql: Sql, amphitheatre: number): Promise<readonly PersonRow[]> =>
  sql<PersonRow>(
    `select roster_entry.person, call_list_entry.call_order as "callOrder", intern.name, intern.first_name as "firstName",
      specialty.name as specialty, call_list_entry.outcome, call_list_entry.joined_late as "joinedLate",
      case when amphitheatre.timetable_published_at is not null then session.number end as session,
      case when amphitheatre.timetable_published_at is not null
        then (extract(epoch from session.starts_at) * 1000)::float8 end as "startsAt",
      case when planned_absence.id is not null then '' end as "plannedAbsence",
      service.name as service, establishment.name as establishment
    from call_list_entry
    join amphitheatre on amphitheatre.id = call_list_entry.amphitheatre_id
    join roster_entry on roster_entry.id = call_list_entry.roster_entry_id
    join intern on intern.id = roster_entry.intern_id
    join specialty on specialty.id = roster_entry.specialty_id
    left join session on session.id = call_list_entry.session_id
    left join planned_absence on planned_absence.roster_entry_id = roster_entry.id and planned_absence.lifted_at is null
    left join assignment on assignment.roster_entry_id = roster_entry.id and assignment.ended_at is null
    left join post on post.id = assignment.post_id
    left join service on service.id = post.service_id
    left join establishment on establishment.id = service.establishment_id
    where call_list_entry.amphitheatre_id = ?::int order by call_list_entry.call_order`,
    [amphitheatre],
  );

const STATES: Readonly<Record<LeftState['kind'], string>> = {
  waiting: 'À venir',
  called: 'Appel en cours',
  returned: 'De retour',
  absent: 'Absence',
  excused: 'Ne choisit pas',
  passed: 'Ne choisit pas',
  withoutPost: 'Ne choisit pas',
};

function stateWords(
  person: PersonRow,
  latestFirst: readonly (Readonly<SessionRecord> | undefined)[],
): string {
  if (person.service !== null) return 'A choisi';
  return STATES[leftState(person, lastRecordOf(person.person, latestFirst)).kind];
}

const day = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', day: 'numeric', month: 'short' });
const dayAndHour = (at: Ms): string => `${day.format(at)}, ${hour(at)}`;

function sessionWords({ session, startsAt }: Pick<CalledRow, 'session' | 'startsAt'>): string {
  if (session === null) return '–';
  return startsAt === null ? `${session}` : `${session}\u00a0· ${dayAndHour(startsAt)}`;
}

const placeWords = ({ service, establishment }: Pick<CalledRow, 'service' | 'establishment'>): string =>
  service === null ? '–' : `${service}, ${establishment ?? ''}`;
