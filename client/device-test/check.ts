/** What is tested of a device, what came out, and the sentence above it all. Pure. */

export const CHECK_IDS = [
  'http',
  'line',
  'clock',
  'browser',
  'sound',
  'vibration',
  'notifications',
  'sleep',
  'hidden',
] as const;
export type CheckId = (typeof CHECK_IDS)[number];

export const CHECK_TITLES: Readonly<Record<CheckId, string>> = {
  http: 'Accès au site',
  line: 'Liaison en direct',
  clock: 'Horloge',
  browser: 'Navigateur',
  sound: 'Son',
  vibration: 'Vibration',
  notifications: 'Notifications',
  sleep: 'Mise en veille et batterie',
  hidden: 'Page cachée',
};

export type Check =
  /** `by`: the test has not ended, or it is for the person to do. */
  | { readonly verdict: 'waiting'; readonly by: 'test' | 'person'; readonly told: string }
  | { readonly verdict: 'good'; readonly told: string }
  /** `attention`: one can choose all the same; `bad`: one cannot, or not in time. */
  | { readonly verdict: 'attention' | 'bad'; readonly told: string; readonly todo: readonly string[] };

export type Checks = Readonly<Record<CheckId, Check>>;

export const good = (told: string): Check => ({ verdict: 'good', told });
export const attention = (told: string, ...todo: readonly string[]): Check => ({
  verdict: 'attention',
  told,
  todo,
});
export const bad = (told: string, ...todo: readonly string[]): Check => ({ verdict: 'bad', told, todo });
export const underWay: Check = { verdict: 'waiting', by: 'test', told: 'Vérification en cours…' };
export const toDo = (told: string): Check => ({ verdict: 'waiting', by: 'person', told });

export interface Summary {
  readonly kind: 'waiting' | 'ready' | 'faults';
  readonly title: string;
  readonly text: string;
}

export function summaryOf(checks: Checks): Summary {
  const all = Object.values(checks);
  const count = (is: (check: Check) => boolean): number => all.filter(is).length;
  const faults = count(({ verdict }) => verdict === 'attention' || verdict === 'bad');
  const blocking = count(({ verdict }) => verdict === 'bad');
  const left = count(check => check.verdict === 'waiting' && check.by === 'person');
  const leftWords =
    left === 0 ? '' : `${left} ${left === 1 ? 'essai reste' : 'essais restent'} à faire par vous.`;
  if (count(check => check.verdict === 'waiting' && check.by === 'test') > 0)
    return { kind: 'waiting', title: 'Vérification en cours…', text: 'Quelques secondes.' };
  if (faults > 0)
    return {
      kind: 'faults',
      title: `${faults} ${faults === 1 ? 'point' : 'points'} à corriger`,
      text: [
        blocking === 0
          ? 'Vous pourriez choisir avec ce poste, mais corrigez cela avant le jour.'
          : 'Avec ce poste, vous ne pourriez pas choisir\u00a0: corrigez ce qui est bloquant, puis recommencez.',
        leftWords,
      ]
        .filter(part => part !== '')
        .join(' '),
    };
  return left === 0
    ? {
        kind: 'ready',
        title: 'Votre poste est prêt',
        text: 'Refaites ce test le jour de votre session, au même endroit.',
      }
    : { kind: 'ready', title: 'Votre poste est prêt pour choisir', text: leftWords };
}

/** As read to somebody on the telephone. */
export function verdictWord(check: Check): string {
  if (check.verdict === 'waiting') return check.by === 'test' ? 'En cours' : 'À faire';
  return { good: 'Bon', attention: 'Attention', bad: 'Bloquant' }[check.verdict];
}

/** For the ARS's telephone support: what was seen of the device, and nothing of the person. */
export function reportText(
  checks: Checks,
  { at, browser }: { readonly at: string; readonly browser: string },
): string {
  return [
    `Tester mon poste, ${at}`,
    `Navigateur\u00a0: ${browser}`,
    `Résultat\u00a0: ${summaryOf(checks).title}`,
    ...CHECK_IDS.map(
      id => `${CHECK_TITLES[id]}\u00a0: ${verdictWord(checks[id]).toUpperCase()}. ${checks[id].told}`,
    ),
  ].join('\n');
}
