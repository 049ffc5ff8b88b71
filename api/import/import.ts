/**
 * Two CSV files become amphitheatres with their offer, call list and hours (domain §11): the door of the import, called
 * by `npm run import`, the demo set and the simulator. All or nothing: one bad row and nothing is written.
 */
import { parseSemester } from '../../machines/rank/semester.ts';
import { currentSemester } from '../current-semester.ts';
import type { Database } from '../../migrations/open.ts';
import { bringUpToDate } from './bring-up-to-date.ts';
import { ImportRefused, type ImportFault } from './fault.ts';
import { fold } from './files/fold.ts';
import { internsFaults } from './files/interns-agree.ts';
import { INTERN_COLUMNS, readInterns } from './files/interns.ts';
import { amphitheatreKey, postsFaults } from './files/posts-agree.ts';
import { POST_COLUMNS, readPosts } from './files/posts.ts';
import { readTable } from './files/table.ts';
import { parseFirstHour } from './first-hour.ts';
import type { SoundImport } from './sound-import.ts';
import type { ImportSummary } from './summary.ts';

export interface ImportOptions {
  /** `2027-05`. */
  readonly semester: string;
  readonly interns: Uint8Array;
  readonly posts: Uint8Array;
  /** People in one session; null leaves the cut as it is (a new amphitheatre is then not cut). */
  readonly perSession: number | null;
  /** Hour of the first session in Paris, `2027-03-22T09:00`; null leaves it as it is. */
  readonly first: string | null;
  /** Publishes offer, timetable and call list. */
  readonly publish: boolean;
  /** As the faults are to name them. */
  readonly fileNames?: { readonly interns: string; readonly posts: string };
  /** Domain §5; off by default. */
  readonly strictSeniority?: boolean;
  /** Of the Message-ID of the mails to people whose published hour moves; without it nobody is written to. */
  readonly mailDomain?: string;
}

export type ImportResult = { readonly faults: readonly ImportFault[] } | { readonly summary: ImportSummary };

/** @returns every fault, in the order of files and lines; or what was done. Throws only what is our fault. */
export async function importAmphitheatres(database: Database, options: ImportOptions): Promise<ImportResult> {
  const read = readFiles(options);
  if ('faults' in read) return read;
  try {
    const amphitheatres = await database.transaction(sql => bringUpToDate(sql, read.sound));
    const changed = amphitheatres.some(one => one.outcome !== 'unchanged');
    const { semester } = options;
    const now = await currentSemester(database.sql);
    const openNow = now === null || now.code === semester ? null : now.code;
    return { summary: { semester, changed, openNow, amphitheatres } };
  } catch (error) {
    if (error instanceof ImportRefused) return { faults: inOrder(error.faults) };
    throw error;
  }
}

/** Everything that can be judged without the database. */
function readFiles(
  options: ImportOptions,
): { readonly faults: readonly ImportFault[] } | { readonly sound: SoundImport } {
  const names = options.fileNames ?? { interns: 'interns.csv', posts: 'posts.csv' };
  const semester = parseSemester(options.semester);
  const firstAt = options.first === null ? null : parseFirstHour(options.first);
  const internTable = readTable({ name: names.interns, bytes: options.interns }, INTERN_COLUMNS);
  const postTable = readTable({ name: names.posts, bytes: options.posts }, POST_COLUMNS, ['places']);
  const year = semester?.year ?? FAR_YEAR;
  const interns = readInterns(internTable, year);
  const posts = readPosts(postTable);
  const agree = internTable.rows.length > 0; // else every post would contradict the interns that could not be read
  const known = {
    specialties: new Set(internTable.rows.map(({ values }) => fold(values.des))),
    amphitheatres: new Set(
      internTable.rows.map(({ values }) => amphitheatreKey(values.groupe, values.phase)),
    ),
  };
  const faults = [
    ...optionFaults(options, semester !== null, options.first === null || firstAt !== null),
    ...internTable.faults,
    ...interns.faults,
    ...internsFaults(names.interns, interns.rows),
    ...postTable.faults,
    ...posts.faults,
    ...(agree ? postsFaults(names.posts, posts.rows, known) : []),
  ];
  if (faults.length > 0 || semester === null) return { faults: inOrder(faults) };
  const { perSession, publish, strictSeniority = false, mailDomain = null } = options;
  return {
    sound: {
      code: options.semester,
      semester,
      interns: { file: names.interns, rows: interns.rows },
      posts: { file: names.posts, rows: posts.rows },
      perSession,
      firstAt,
      publish,
      settings: { strictSeniority },
      mailDomain,
    },
  };
}

const FAR_YEAR = 9999; // the semester cannot be read: its fault is enough
const PER_SESSION_MOST = 5_000; // more than any call list

function optionFaults(
  options: ImportOptions,
  semesterIsSound: boolean,
  firstIsSound: boolean,
): readonly ImportFault[] {
  const fault = (option: string, reason: string): ImportFault => ({
    file: option,
    line: null,
    column: null,
    reason,
  });
  const { perSession } = options;
  const faults: ImportFault[] = [];
  if (!semesterIsSound)
    faults.push(
      fault(
        '--semester',
        `«\u00a0${options.semester}\u00a0» n’est pas un semestre\u00a0: 2027-05 ou 2027-11.`,
      ),
    );
  if (
    perSession !== null &&
    !(Number.isInteger(perSession) && perSession >= 1 && perSession <= PER_SESSION_MOST)
  )
    faults.push(fault('--per-session', `Un nombre d’internes entre 1 et ${PER_SESSION_MOST} est attendu.`));
  if (!firstIsSound)
    faults.push(
      fault(
        '--first',
        `«\u00a0${options.first}\u00a0» n’est pas une heure de Paris écrite comme 2027-03-22T09:00.`,
      ),
    );
  return faults;
}

/** Options, then file by file as they come, each by line; what concerns a whole file before its lines. */
function inOrder(faults: readonly ImportFault[]): readonly ImportFault[] {
  const files = [...new Set(faults.map(fault => fault.file))];
  return faults.toSorted(
    (a, b) => files.indexOf(a.file) - files.indexOf(b.file) || (a.line ?? 0) - (b.line ?? 0),
  );
}
