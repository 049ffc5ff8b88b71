/** The certificate of one choice: who, which post, which semester, and the code by which anyone can check it. */
import type { Ms } from '../../../machines/ids.ts';
import type { Sql } from '../../../migrations/open.ts';
import { spelled } from '../../documents/code.ts';
import { semesterName } from '../../documents/semester-name.ts';
import type { Config } from '../../kit/config.ts';
import { parisEvidence } from '../paris-time.ts';
import { fileNameOf } from './file-name.ts';
import type { Written } from './list.ts';
import { heading, paragraph, QUIET, writePdf } from './pdf.ts';
import { writeFacts } from './pdf-facts.ts';
import { writeLink } from './pdf-link.ts';

interface Certified {
  readonly code: string;
  readonly name: string;
  readonly firstName: string;
  readonly specialty: string;
  readonly semester: string;
  readonly post: string;
  readonly accreditation: string;
  readonly service: string;
  readonly head: string;
  readonly establishment: string;
  readonly city: string;
  readonly department: string;
  readonly session: number;
  readonly seq: number;
  readonly at: Ms;
}

/** @throws where the choice no longer stands: it was corrected between the asking and now. */
export async function certificate(
  sql: Sql,
  { agency, publicUrl }: Pick<Config, 'agency' | 'publicUrl'>,
  assignment: number,
  now: Ms,
): Promise<Written> {
  const certified = await readCertified(sql, assignment);
  const title = `Attestation d’affectation, ${certified.firstName} ${certified.name}`;
  const foot = `Attestation établie le ${parisEvidence(now)}`;
  const content = await writePdf({ title, agency: agency.name, foot }, pdf => {
    paragraph(pdf, agency.name, { face: 'bold', size: 12, colour: QUIET });
    heading(pdf, 'Attestation d’affectation', 1, 28);
    paragraph(
      pdf,
      `${agency.name} atteste que le poste ci-dessous a été choisi par ${certified.firstName} ${certified.name} pour le ${semesterName(certified.semester)}, lors du choix de postes des internes.`,
      { size: 12, space: 12 },
    );
    heading(pdf, 'Le choix', 2, 18);
    writeFacts(pdf, factsOf(certified));
    heading(pdf, 'Vérifier cette attestation', 2, 22);
    paragraph(
      pdf,
      'Toute personne qui reçoit ce document peut vérifier qu’il est authentique et toujours valable, avec ce code\u00a0:',
      { space: 6 },
    );
    paragraph(pdf, spelled(certified.code), { face: 'bold', size: 17, space: 8 });
    writeLink(pdf, 'Page de vérification\u00a0:', `${publicUrl}/attestation#${spelled(certified.code)}`);
    paragraph(
      pdf,
      'La page dit le nom, le semestre, le service et la date, sans le numéro de poste. Si le choix est corrigé ou retiré, elle dit que cette attestation n’est plus valable.',
      { size: 10, colour: QUIET, space: 8 },
    );
    paragraph(pdf, `${agency.phone} · ${agency.email} · ${agency.hours}`, {
      size: 10,
      colour: QUIET,
      space: 28,
    });
  });
  const fileName = `${fileNameOf('attestation', certified.name, certified.firstName, certified.semester)}.pdf`;
  return { fileName, mediaType: 'application/pdf', content };
}

async function readCertified(sql: Sql, assignment: number): Promise<Certified> {
  const [row] = await sql<Certified>(
    `select certificate.code, intern.name, intern.first_name as "firstName", specialty.name as specialty,
      semester.code as semester, post.number as post, post.accreditation, service.name as service, service.head,
      establishment.name as establishment, establishment.city, establishment.department,
      session.number as session, assignment.seq, (extract(epoch from assignment.at) * 1000)::float8 as at
    from assignment
    join certificate on certificate.assignment_id = assignment.id
    join roster_entry on roster_entry.id = assignment.roster_entry_id
    join intern on intern.id = roster_entry.intern_id
    join specialty on specialty.id = roster_entry.specialty_id
    join semester on semester.id = assignment.semester_id
    join post on post.id = assignment.post_id
    join service on service.id = post.service_id
    join establishment on establishment.id = service.establishment_id
    join session on session.id = assignment.session_id
    where assignment.id = ?::int and assignment.ended_at is null`,
    [assignment],
  );
  if (row === undefined) throw new Error(`assignment ${assignment} has no certificate, or stands no more`);
  return row;
}

const factsOf = (certified: Certified): readonly (readonly [label: string, value: string])[] => [
  ['Interne', `${certified.firstName} ${certified.name}`],
  ['DES', certified.specialty],
  ['Semestre', semesterName(certified.semester)],
  ['Poste', `n°\u00a0${certified.post}`],
  ...(certified.accreditation === '' ? [] : ([['Agrément', certified.accreditation]] as const)),
  ['Service', certified.service],
  ...(certified.head === '' ? [] : ([['Chef de service', certified.head]] as const)),
  ['Établissement', `${certified.establishment}, ${certified.city} (${certified.department})`],
  ['Enregistré', parisEvidence(certified.at)],
  ['Numéro du choix', `session\u00a0${certified.session}, ligne\u00a0${certified.seq} du procès-verbal`],
];
