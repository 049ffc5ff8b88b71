/** The words of `npm run import`, read and checked before any file is opened. */
import { parseArgs } from 'node:util';

export interface ImportCommand {
  readonly semester: string;
  /** Paths. */
  readonly interns: string;
  readonly posts: string;
  readonly perSession: number | null;
  readonly first: string | null;
  readonly publish: boolean;
  readonly strictSeniority: boolean;
}

export const USAGE = `Utilisation\u00a0:
  npm run import -- --semester 2027-05 --interns interns.csv --posts posts.csv
                    [--per-session 60] [--first 2027-03-22T09:00] [--publish] [--strict-seniority]

  --semester          mois où commence le semestre\u00a0: 2027-05 ou 2027-11
  --interns, --posts  les deux fichiers CSV
  --per-session       découpe chaque liste d’appel en sessions de cette taille au plus
  --first             heure de Paris de la première session
  --publish           publie l’offre, le calendrier et la liste d’appel
  --strict-seniority  l’ancienneté passe avant la promotion théorique et le rang
`;

const OPTIONS = {
  semester: { type: 'string' },
  interns: { type: 'string' },
  posts: { type: 'string' },
  'per-session': { type: 'string' },
  first: { type: 'string' },
  publish: { type: 'boolean', default: false },
  'strict-seniority': { type: 'boolean', default: false },
} as const;

/** @returns every problem of the words given, in French; values are judged by the import itself. */
export function readCommandLine(
  words: readonly string[],
): { readonly command: ImportCommand } | { readonly problems: readonly string[] } {
  const { values, tokens } = parseArgs({ args: [...words], options: OPTIONS, strict: false, tokens: true });
  const text = (name: keyof typeof OPTIONS): string => {
    const value = values[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  const perSession = text('per-session');
  const problems = [
    ...tokens.flatMap(token => {
      if (token.kind === 'positional') return [`«\u00a0${token.value}\u00a0» n’est pas attendu.`];
      if (token.kind !== 'option') return [];
      if (!Object.hasOwn(OPTIONS, token.name)) return [`L’option ${token.rawName} n’existe pas.`];
      const { type } = OPTIONS[token.name as keyof typeof OPTIONS];
      if (type === 'boolean' && token.value !== undefined) return [`${token.rawName} n’a pas de valeur.`];
      return type === 'string' && (token.value ?? '').trim() === ''
        ? [`${token.rawName} attend une valeur.`]
        : [];
    }),
    ...(['semester', 'interns', 'posts'] as const)
      .filter(name => !tokens.some(token => token.kind === 'option' && token.name === name))
      .map(name => `Il manque --${name}.`),
    ...(perSession !== '' && !/^\d+$/.test(perSession) ? ['--per-session attend un nombre entier.'] : []),
  ];
  if (problems.length > 0) return { problems };
  return {
    command: {
      semester: text('semester'),
      interns: text('interns'),
      posts: text('posts'),
      perSession: perSession === '' ? null : Number(perSession),
      first: text('first') || null,
      publish: values.publish === true,
      strictSeniority: values['strict-seniority'] === true,
    },
  };
}
