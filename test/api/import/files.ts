/** Small files in the import's format: a base row with what a test is about on top. */
import { INTERN_COLUMNS, type InternColumn } from '../../../api/import/files/interns.ts';
import { POST_COLUMNS, type PostColumn } from '../../../api/import/files/posts.ts';
import type { ImportOptions } from '../../../api/import/import.ts';

export type InternValues = Partial<Record<InternColumn, string | number>>;
export type PostValues = Partial<Record<PostColumn, string | number>>;

/** The `number`th of one promotion, without lost time at the choices of spring 2027. */
export function intern(number: number, over: InternValues = {}): InternValues {
  return {
    ine: `INE${String(number).padStart(4, '0')}`,
    nom: `Nom${number}`,
    prenom: 'Camille',
    courriel: `interne${number}@exemple.fr`,
    concours: 'EDN',
    promotion: 2024,
    des: 'Psychiatrie',
    groupe: 'Psychiatrie',
    phase: 'socle',
    semestres_valides: 5,
    rang_national: 100 + number,
    rang_local: number,
    effectif_local: 40,
    type_de_choix: 'classique',
    choisit: 'oui',
    ...over,
  };
}

export function post(number: number | string, over: PostValues = {}): PostValues {
  return {
    numero: number,
    departement: '75',
    etablissement: 'Hôpital Cochin',
    finess: '750100166',
    ville: 'Paris 14e',
    service: 'Psychiatrie de liaison',
    chef_de_service: 'Pr Irène Fontanel',
    groupe: 'Psychiatrie',
    phase: 'socle',
    agrement: 'Psychiatrie',
    bloque: 'non',
    ...over,
  };
}

export const internsCsv = (rows: readonly InternValues[]): Buffer => csv(INTERN_COLUMNS, rows);
export const postsCsv = (rows: readonly PostValues[]): Buffer => csv(POST_COLUMNS, rows);

/** Cut by 2 from 9 h on, not published. */
export function wanted(
  interns: readonly InternValues[],
  posts: readonly PostValues[],
  over: Partial<ImportOptions> = {},
): ImportOptions {
  return {
    semester: '2027-05',
    interns: internsCsv(interns),
    posts: postsCsv(posts),
    perSession: 2,
    first: '2027-03-22T09:00',
    publish: false,
    ...over,
  };
}

function csv<Column extends string>(
  columns: readonly Column[],
  rows: readonly Partial<Record<Column, string | number>>[],
): Buffer {
  const lines = rows.map(row => columns.map(column => row[column] ?? '').join(';'));
  return Buffer.from([columns.join(';'), ...lines, ''].join('\r\n'));
}
