/** What a field asks for, in French, beside its path in an answer (input.ts): from the limits of its schema alone. */
import type { z } from 'zod';

/** Never a word of what was sent: it may be private. */
export function fieldText(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'too_small':
      return atLeast(issue.origin, Number(issue.minimum));
    case 'too_big':
      return atMost(issue.origin, Number(issue.maximum));
    case 'invalid_value':
      return 'Choisissez une des valeurs proposées.';
    case 'unrecognized_keys':
      return 'Ce champ n’est pas attendu.';
    case 'invalid_type':
      return issue.expected === 'int' ? 'Indiquez un nombre entier.' : 'Ce champ est à remplir.';
    default:
      return 'Ce champ n’a pas la forme attendue.';
  }
}

function atLeast(origin: string, least: number): string {
  if (origin === 'string') return least <= 1 ? 'Ce champ est à remplir.' : `Au moins ${least} caractères.`;
  if (origin === 'array') return `Au moins ${least}.`;
  return `Indiquez un nombre à partir de ${least}.`;
}

function atMost(origin: string, most: number): string {
  if (origin === 'string') return `Au plus ${most} caractères.`;
  if (origin === 'array') return `Au plus ${most}.`;
  return `Indiquez un nombre jusqu’à ${most}.`;
}
