/** The words of `npm run semester`, read and checked before the database is opened. */
import { parseArgs } from 'node:util';
import { parseSemester } from '../../machines/rank/semester.ts';

export const USAGE = `Utilisation\u00a0:
  npm run semester -- --open 2027-11

  --open  le semestre à ouvrir, par le mois où il commence\u00a0: 2027-05 ou 2027-11.
          Le semestre en cours est clos\u00a0: procurations et comptes de mandataires effacés,
          types de choix de nouveau classiques. Attestations et listes sont gardées.
`;

/** @returns the semester's code, or every problem of the words given, in French. */
export function readCommandLine(
  words: readonly string[],
): { readonly open: string } | { readonly problems: readonly string[] } {
  const { values, tokens } = parseArgs({
    args: [...words],
    options: { open: { type: 'string' } },
    strict: false,
    tokens: true,
  });
  const strange = tokens.flatMap(token => {
    if (token.kind === 'positional') return [`«\u00a0${token.value}\u00a0» n’est pas attendu.`];
    return token.kind === 'option' && token.name !== 'open'
      ? [`L’option ${token.rawName} n’existe pas.`]
      : [];
  });
  const open = typeof values.open === 'string' ? values.open.trim() : '';
  if (strange.length > 0) return { problems: strange };
  if (open === '') return { problems: ['Il manque --open, avec le semestre à ouvrir.'] };
  if (parseSemester(open) === null)
    return { problems: [`«\u00a0${open}\u00a0» n’est pas un semestre\u00a0: 2027-05 ou 2027-11.`] };
  return { open };
}
