/** What `npm start` prints once the house is open: the address, the demonstration's sign-ins, what to try. */
import { DEMO_PASSWORD } from '../../api/demo-accounts.ts';
import type { DemoAccount } from '../../api/answers.ts';

const REALMS = { moderator: 'gestion', intern: 'interne', mandatary: 'mandataire' } as const;

export function welcome(url: string, demo: readonly DemoAccount[], startedInMs: number): string {
  const seconds = (startedInMs / 1_000).toLocaleString('fr-FR', { maximumFractionDigits: 1 });
  const lines = ['', `  Prêt en ${seconds} s\u00A0: ${url}`, ''];
  if (demo.length > 0) lines.push(...signIns(demo), '', ...WHAT_TO_TRY, '');
  return `${lines.join('\n')}\n`;
}

function signIns(demo: readonly DemoAccount[]): readonly string[] {
  const width = Math.max(...demo.map(({ email }) => email.length));
  return [
    `  Comptes de démonstration (mot de passe\u00A0: ${DEMO_PASSWORD})`,
    ...demo.map(({ realm, email, name, callOrder }) => {
      const order = callOrder === null ? '' : `, ${realm === 'mandatary' ? 'pour le ' : ''}n° ${callOrder}`;
      return `    ${REALMS[realm].padEnd(10)} ${email.padEnd(width)}  ${name}${order}`;
    }),
  ];
}

const WHAT_TO_TRY = [
  '  À essayer',
  '    1. Dans une fenêtre, entrez comme gestion\u00A0: validez, ouvrez, puis lancez la session de 12 personnes.',
  '    2. Dans d’autres fenêtres (navigation privée), entrez comme internes\u00A0: à votre tour, 90 secondes pour choisir.',
  '    3. «\u00A0npm run simulate -- --join\u00A0» connecte des robots pour toutes les autres personnes de la session.',
  '    4. Les courriels partent dans la boîte de développement, sur /courriers.',
  '  Ctrl-C arrête tout\u202F; au prochain «\u00A0npm start\u00A0», tout reprend où c’était.',
];
