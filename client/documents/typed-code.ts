/** A certificate's code as somebody types it: grouped as on paper, so that it can be compared by eye. Pure. */

const LENGTH = 20;
const GROUP = 5;

/** Letters and digits alone, in capitals, four groups of five. */
export function grouped(typed: string): string {
  const bare = typed
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/gu, '')
    .slice(0, LENGTH);
  return (bare.match(new RegExp(`.{1,${GROUP}}`, 'gu')) ?? []).join('-');
}

export const isWhole = (typed: string): boolean => typed.replaceAll(/[^0-9A-Z]/giu, '').length === LENGTH;
