/** The import's answer as a terminal shows it, in French: a table of what was done, or every fault. */
import type { ImportFault } from './fault.ts';
import { parisHour } from './first-hour.ts';
import type { ChangeKind } from './ledger.ts';
import type { AmphitheatreSummary, ImportSummary } from './summary.ts';

/** One line for each fault, those of a file together. */
export function faultsText(faults: readonly ImportFault[]): string {
  const count = faults.length === 1 ? '1 erreur' : `${faults.length} erreurs`;
  return [`${count}, rien n’est importé.`, '', ...faults.map(faultText), ''].join('\n');
}

function faultText({ file, line, column, reason }: ImportFault): string {
  const place = [
    file,
    ...(line === null ? [] : [`ligne ${line}`]),
    ...(column === null ? [] : [`colonne ${column}`]),
  ];
  return `${place.join(', ')}\u00a0: ${reason}`;
}

export function summaryText(summary: ImportSummary): string {
  const verdict = summary.changed
    ? 'import fait.'
    : 'rien à changer, les fichiers disent ce qui est déjà en base.';
  const rows = summary.amphitheatres.map(one => [
    one.title,
    `${one.people}`,
    `${one.notChoosing}`,
    `${one.posts}`,
    one.sessions === 0 ? 'pas de découpage' : `${one.sessions}`,
    one.firstAt === null ? '–' : parisHour(one.firstAt),
    one.published ? 'oui' : 'non',
    changesText(one),
  ]);
  const notices = summary.amphitheatres.flatMap(noticesOf);
  return [
    `Semestre ${summary.semester}\u00a0: ${verdict}`,
    '',
    ...table([TITLES, ...rows]),
    ...(notices.length > 0 ? ['', ...notices] : []),
    ...(summary.openNow === null ? [] : ['', notOpenText(summary.semester, summary.openNow)]),
    '',
  ].join('\n');
}

const notOpenText = (semester: string, openNow: string): string =>
  semester < openNow
    ? `Le semestre en cours est ${openNow}\u00a0: ces listes sont celles d’un semestre clos.`
    : `Le semestre en cours est encore ${openNow}. Pour l’ouvrir\u00a0: npm run semester -- --open ${semester}`;

const TITLES = [
  'Amphithéâtre',
  'Liste d’appel',
  'Sans choix',
  'Postes',
  'Sessions',
  'Première session (Paris)',
  'Publication',
  'Changements',
];

const CHANGE_TEXTS: Readonly<Record<ChangeKind, (count: number) => string>> = {
  peopleAdded: count => `+${count} à l’effectif`,
  peopleRemoved: count => `−${count} à l’effectif`,
  peopleChanged: count => `internes modifiés\u00a0: ${count}`,
  particulars: count => `coordonnées ou effectifs\u00a0: ${count}`,
  absences: count => `absences prévues\u00a0: ${count}`,
  postsAdded: count => `+${count} postes`,
  postsRemoved: count => `−${count} postes`,
  postsChanged: count => `postes modifiés\u00a0: ${count}`,
  services: count => `services modifiés\u00a0: ${count}`,
  callOrder: () => 'ordre d’appel',
  sessions: () => 'découpage',
  published: () => 'publication',
};

function changesText({ outcome, changes }: AmphitheatreSummary): string {
  if (outcome === 'made') return 'nouveau';
  if (outcome === 'unchanged') return 'aucun';
  return (Object.keys(CHANGE_TEXTS) as ChangeKind[])
    .filter(kind => changes[kind] > 0)
    .map(kind => CHANGE_TEXTS[kind](changes[kind]))
    .join(', ');
}

/** What is allowed and probably not meant. */
function noticesOf({ title, people, posts }: AmphitheatreSummary): readonly string[] {
  if (people > 0 && posts === 0) return [`À vérifier\u00a0: aucun poste pour «\u00a0${title}\u00a0».`];
  if (posts > 0 && people === 0) return [`À vérifier\u00a0: liste d’appel vide pour «\u00a0${title}\u00a0».`];
  return [];
}

function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = TITLES.map((_title, column) => Math.max(...rows.map(row => (row[column] ?? '').length)));
  const lines = rows.map(row =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const rule = widths.map(width => '─'.repeat(width)).join('  ');
  return [...lines.slice(0, 1), rule, ...lines.slice(1)];
}
