/**
 * Private text on its way through commands and facts (architecture §2, journal row): whoever stores a row takes
 * the sealed values out into the row's private part and leaves their index, so that the row itself names nobody
 * and stays verifiable after the private part is purged. Machines carry sealed values and never read them.
 */

/** A value that must not stand in the journal row itself: a reason, evidence, a telephone read. */
export interface Sealed<T = string> {
  readonly sealed: T | null;
}

export const seal = <T>(value: T): Sealed<T> => ({ sealed: value });

/**
 * Takes every sealed value out of a JSON value.
 * @returns the same shape with `{sealed: <index>}` in place of each, and the values taken out, in order of appearance.
 */
export function takeSealed(value: unknown): { readonly bare: unknown; readonly taken: readonly unknown[] } {
  const taken: unknown[] = [];
  const bare = replaceSealed(value, content => taken.push(content) - 1);
  return { bare, taken };
}

/** Puts what `takeSealed` took out back in its place; after a purge (`taken` null) every sealed value is null. */
export function putSealed(bare: unknown, taken: readonly unknown[] | null): unknown {
  return replaceSealed(bare, index => taken?.[index as number] ?? null);
}

function replaceSealed(value: unknown, replace: (content: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map(item => replaceSealed(item, replace));
  if (value === null || typeof value !== 'object') return value;
  if (isSealed(value)) return value.sealed === null ? value : { sealed: replace(value.sealed) };
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replaceSealed(item, replace)]));
}

const isSealed = (value: object): value is Sealed<unknown> =>
  'sealed' in value && Object.keys(value).length === 1;
