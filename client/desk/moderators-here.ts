/** Who moderates this room besides the reader: «Vous et Marc Ollivier». Pure. */

export function moderatorsHere(names: readonly string[], own: string): string {
  const others = names.filter(name => name !== own);
  const all = others.length < names.length ? ['Vous', ...others] : others;
  const last = all.at(-1) ?? '';
  return all.length < 2 ? last : `${all.slice(0, -1).join(', ')} et ${last}`;
}
