/** What `npm start` prints once the house is open: the address, the demonstration's sign-ins, what to try. Not in production. */
import { callOrderText } from '../../machines/call-order-text.ts';
import type { DemoAccount } from '../../api/answers.ts';
import { DEMO_PASSWORD } from '../../api/demo-accounts.ts';
import type { DemoSession } from '../../api/demo-session.ts';

export interface Opened {
  readonly url: string;
  /** Where it is not the one that commands of the terminal look at by themselves. */
  readonly otherPort: number | null;
  /** The same of the data folder. */
  readonly otherFolder: string | null;
  /** None on a database that another semester was imported into. */
  readonly accounts: readonly DemoAccount[];
  readonly session: DemoSession | null;
  readonly startedInMs: number;
}

const REALMS = { moderator: 'gestion', intern: 'interne', mandatary: 'mandataire' } as const;

export function welcome(opened: Opened): string {
  const seconds = (opened.startedInMs / 1_000).toLocaleString('fr-FR', { maximumFractionDigits: 1 });
  const lines = ['', `  Prêt en ${seconds}\u00a0s\u00a0: ${opened.url}`, ''];
  if (opened.accounts.length > 0) lines.push(...signIns(opened.accounts), '', ...whatToTry(opened), '');
  return `${lines.join('\n')}\n`;
}

function signIns(demo: readonly DemoAccount[]): readonly string[] {
  const width = Math.max(...demo.map(({ email }) => email.length));
  return [
    `  Comptes de démonstration (mot de passe\u00a0: ${DEMO_PASSWORD})`,
    ...demo.map(({ realm, email, name, callOrder }) => {
      const order =
        callOrder === null
          ? ''
          : `, ${realm === 'mandatary' ? 'pour le ' : ''}n° ${callOrderText(callOrder)}`;
      return `    ${REALMS[realm].padEnd(10)} ${email.padEnd(width)}  ${name}${order}`;
    }),
  ];
}

function whatToTry({ url, otherPort, otherFolder, session }: Opened): readonly string[] {
  const port = otherPort === null ? '' : `PORT=${otherPort} `;
  const folder = otherFolder === null ? '' : `DATA_DIR=${otherFolder} `;
  const robots = `${port}${folder}npm run simulate -- --join`;
  const steps = session === null || session.closed ? [] : stepsOf(session, url, robots);
  return [
    '  À essayer',
    ...steps.map((step, index) => `    ${index + 1}. ${step}`),
    ...(session?.closed === true ? [CLOSED, AGAIN] : []),
    `    Les choix se suivent en direct sur ${url}/affectations, les courriels arrivent sur ${url}/courriers.`,
    '  Ctrl-C arrête tout\u202F; au prochain «\u00a0npm start\u00A0», tout reprend où c’était.',
  ];
}

/** Everybody comes in before the start: who is not there when called has 20 seconds, too few to sign in by hand. */
const stepsOf = ({ title, people }: DemoSession, url: string, robots: string): readonly string[] => [
  `Sur ${url}/connexion, entrez comme gestion\u00a0: «\u00A0${title}\u00A0» (${people} internes), Valider, Ouvrir, Entrer.`,
  'Dans d’autres onglets, entrez comme interne et comme mandataire\u202F; un deuxième interne, en navigation privée, un troisième, dans un autre navigateur.',
  `Dans un autre terminal, «\u00a0${robots}\u00A0» connecte des robots pour toutes les autres personnes.`,
  'De retour à la gestion, démarrez la session\u00a0: à son tour, chaque interne a 90 secondes pour choisir.',
  'Qui n’est pas entré a 20 secondes, puis son tour passe\u202F; après trois absences de suite la session se met en pause, «\u00a0Reprendre\u00A0» la fait repartir.',
];

const CLOSED = '    La session de démonstration est close.';
const AGAIN =
  '    Pour recommencer à neuf\u00a0: Ctrl-C, puis «\u00A0npm start\u00A0» avec un dossier de données neuf (DATA_DIR=.data/2, .data/3…).';
