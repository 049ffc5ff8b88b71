/** What `npm run verify` prints: what was looked at and agrees, and each thing that does not, with the row it is about. */
import type { Ms } from '../../machines/ids.ts';
import { clockTime } from '../../machines/french-time.ts';
import type { AssignmentField, Disagreement, Report } from '../journal/verify/report.ts';

export const USAGE = `Utilisation\u00a0:
  npm run verify -- <numéro de la session>

Recalcule la session à partir de son procès-verbal et compare tout ce qui a été écrit à côté.
Sortie\u00a0: 0 si tout concorde, 1 s’il y a un écart, 2 si rien n’a pu être vérifié.
`;

type Subject = Disagreement['about'];

export function reportText(report: Report): string {
  const { session, number, rehearsal, rows, span, purged, disagreements } = report;
  const kind = rehearsal ? ' (amphi blanc)' : '';
  const head = `Session ${session}, n° ${number} de l’amphithéâtre ${report.amphitheatre}${kind}\u00a0: ${count(rows, 'ligne')}`;
  const from = span === null ? '' : `, du ${momentOf(span.from)} au ${momentOf(span.to)} (heure de Paris)`;
  const wrong = new Set(disagreements.map(({ about }) => about));
  return [
    `${head}${from}.`,
    '',
    ...checks(report)
      .filter(([about]) => !wrong.has(about))
      .map(([, text]) => `  ✓ ${text}`),
    ...(purged === 0
      ? []
      : [
          `  – Partie privée effacée de ${count(purged, 'ligne')}\u00a0: les empreintes tiennent sans elle, ce n’est pas un écart.`,
        ]),
    ...disagreements.map(each => `  ✗ ${place(each)}${sentence(each)}`),
    '',
    disagreements.length === 0 ? 'Tout concorde.' : `${count(disagreements.length, 'écart')}.`,
  ].join('\n');
}

const checks = (report: Report): readonly (readonly [Subject, string])[] => [
  ['chain', `Chaîne des empreintes\u00a0: entière, de la ligne 1 à la ligne ${report.rows}.`],
  ['session', 'État de la session dans sa table\u00a0: celui du procès-verbal.'],
  ['pub', 'Numéros publics\u00a0: un par ligne publique, sans trou.'],
  ['rules', 'Règles\u00a0: chaque décision, reprise, donne les mêmes faits.'],
  ['state', `États conservés (${report.states}) et session restaurée\u00a0: ceux du procès-verbal.`],
  ['assignment', `Affectations (${report.assignments})\u00a0: celles du procès-verbal.`],
  ['mail', `Courriels (${report.mails})\u00a0: ceux qui sont dus, aucun de trop.`],
  ['message', `Messages (${report.messages})\u00a0: ceux du procès-verbal.`],
  ['callList', `Liste d’appel (${report.outcomes} sans poste)\u00a0: celle du procès-verbal.`],
];

const place = ({ seq }: Disagreement): string => (seq === null ? '' : `Ligne ${seq}\u00a0: `);

function sentence(each: Disagreement): string {
  switch (each.about) {
    case 'chain':
      return CHAIN[each.why];
    case 'session':
      return `La table des sessions ne dit pas comme le procès-verbal\u00a0: ${SESSION[each.why]}.`;
    case 'pub':
      return PUB[each.why];
    case 'rules':
      if (each.why === 'unreadable') return 'la commande est illisible.';
      if (each.why === 'otherFacts') return 'la décision, reprise, donne d’autres faits.';
      return `la décision, reprise, serait refusée (${each.why.refusedNow}).`;
    case 'state':
      return each.why === 'stored'
        ? 'l’état conservé n’est pas celui que donnent les lignes.'
        : 'la session restaurée n’est pas celle que donnent les lignes.';
    case 'assignment':
      if (each.why === 'missing') return 'l’affectation manque.';
      if (each.why === 'surplus') return 'une affectation que rien ne fonde.';
      return `l’affectation est autre\u00a0: ${ASSIGNMENT[each.why]}.`;
    case 'mail':
      return each.why === 'missing'
        ? `le courriel ${each.which === 'intern' ? 'à l’interne' : 'au mandataire'} manque.`
        : `un courriel que rien ne fonde (${each.which}).`;
    case 'message':
      return MESSAGE[each.why];
    case 'callList':
      return each.why === 'missing'
        ? 'la personne ajoutée n’est pas sur la liste d’appel.'
        : 'la liste d’appel dit autre chose de la personne sans poste.';
    default:
      return each satisfies never;
  }
}

type Why<About extends Subject> = Extract<Disagreement, { about: About }>['why'];

const CHAIN: Readonly<Record<Why<'chain'>, string>> = {
  missing: 'elle manque\u202f; au-delà, rien n’est prouvé.',
  hash: 'elle n’est pas telle qu’elle a été écrite (empreinte)\u202f; au-delà, rien n’est prouvé.',
  private: 'sa partie privée n’est pas telle qu’elle a été écrite.',
};

const SESSION: Readonly<Record<Why<'session'>, string>> = {
  seq: 'numéro de la dernière ligne',
  hash: 'empreinte de la dernière ligne',
  state: 'état',
  pub: 'dernier numéro public',
};

const PUB: Readonly<Record<Why<'pub'>, string>> = {
  missing: 'le numéro public manque.',
  surplus: 'un numéro public, alors que rien n’y est public.',
  order: 'le numéro public ne suit pas le précédent.',
  hole: 'il manque un numéro public avant le sien.',
};

const ASSIGNMENT: Readonly<Record<AssignmentField, string>> = {
  person: 'la personne',
  post: 'le poste',
  status: 'le statut',
  by: 'qui a choisi',
  at: 'l’heure',
  offline: 'la mention «\u00a0hors ligne\u00a0»',
  ended: 'sa fin',
};

const MESSAGE: Readonly<Record<Why<'message'>, string>> = {
  missing: 'le message manque.',
  surplus: 'un message que rien ne fonde.',
  text: 'le texte du message est autre.',
  to: 'le message est adressé à quelqu’un d’autre.',
};

const day = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', dateStyle: 'long' });
const momentOf = (at: Ms): string => `${day.format(at)} à ${clockTime(at)}`;
const count = (number: number, noun: string): string => `${number}\u00a0${noun}${number > 1 ? 's' : ''}`;
