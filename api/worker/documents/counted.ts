/** How many, in a document's sentences: thousands apart as the French write them, one and none in the singular. */

/** @example counted(1500, 'interne', 'internes') → `1\u202f500\u00a0internes` */
export const counted = (count: number, one: string, many: string): string =>
  `${NUMBERS.format(count)}\u00a0${count < 2 ? one : many}`;

const NUMBERS = new Intl.NumberFormat('fr-FR');
