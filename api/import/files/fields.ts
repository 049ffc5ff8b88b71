/** Reads the values of one row, noting each fault where it stands: `null` from a reader means "already noted". */
import type { ImportFault } from '../fault.ts';
import { fold } from './fold.ts';
import type { Row } from './table.ts';

/** The values a column may have, each as the files write it in French. */
export interface Choices<Value extends string> {
  readonly french: readonly string[];
  readonly byFold: ReadonlyMap<string, Value>;
}

export function choicesOf<Value extends string>(french: Readonly<Record<Value, string>>): Choices<Value> {
  const entries = Object.entries<string>(french) as [Value, string][];
  return {
    french: entries.map(([, text]) => text),
    byFold: new Map(entries.map(([value, text]) => [fold(text), value])),
  };
}

const SPACES = /[\s\u00a0\u202f]+/g;

const YES_NO = choicesOf({ yes: 'oui', no: 'non' });

export interface Fields<Column extends string> {
  /** Spaces made single; a required one may not be empty. */
  required(column: Column): string | null;
  optional(column: Column): string;
  /** A whole number; an empty value is `empty` where one is given. */
  whole(
    column: Column,
    bounds: { readonly min: number; readonly max: number; readonly empty?: number },
  ): number | null;
  oneOf<Value extends string>(column: Column, choices: Choices<Value>): Value | null;
  yesNo(column: Column): boolean | null;
  /** Notes a fault of this row. */
  fault(column: Column, reason: string): null;
}

export function readFields<Column extends string>(
  file: string,
  row: Row<Column>,
  faults: ImportFault[],
): Fields<Column> {
  const value = (column: Column): string => row.values[column].replace(SPACES, ' ').trim();
  const fault = (column: Column, reason: string): null => {
    faults.push({ file, line: row.line, column, reason });
    return null;
  };
  const oneOf = <Value extends string>(column: Column, choices: Choices<Value>): Value | null => {
    const found = choices.byFold.get(fold(value(column)));
    if (found !== undefined) return found;
    const expected = choices.french.join(', ');
    return fault(column, `«\u00a0${value(column)}\u00a0» n’est pas une valeur attendue (${expected}).`);
  };
  return {
    fault,
    oneOf,
    required: column => value(column) || fault(column, 'Valeur manquante.'),
    optional: value,
    whole(column, { min, max, empty }) {
      const text = value(column);
      if (text === '' && empty !== undefined) return empty;
      if (text === '') return fault(column, 'Valeur manquante.');
      if (!/^-?\d+$/.test(text)) return fault(column, `«\u00a0${text}\u00a0» n’est pas un nombre entier.`);
      const number = Number(text);
      if (number < min || number > max)
        return fault(column, `${text} n’est pas compris entre ${min} et ${max}.`);
      return number;
    },
    yesNo(column) {
      const answer = oneOf(column, YES_NO);
      return answer === null ? null : answer === 'yes';
    },
  };
}
