/**
 * Updated rank (*rang actualisé*): a person's place among those they choose with now (domain §5).
 * It is a fraction, `localRank × presentHeadcount / localHeadcount`, and stays one: shown rounded up, compared by cross
 * products. All figures are whole and positive; a product too large for a safe integer is taken as a BigInt, so that
 * no rank is ever decided by rounding.
 */

export interface LocalPlace {
  /** Among the same initial promotion and specialty group, from 1; fixed for life. */
  readonly localRank: number;
  readonly localHeadcount: number;
}

/** The number that is shown: the ceiling `(r·H + e − 1) div e`. Several people may show the same. */
export function updatedRank(place: LocalPlace, presentHeadcount: number): number {
  const { localRank, localHeadcount } = place;
  const raised = localRank * presentHeadcount + localHeadcount - 1;
  if (Number.isSafeInteger(raised)) return (raised - (raised % localHeadcount)) / localHeadcount;
  const exact = BigInt(localRank) * BigInt(presentHeadcount) + BigInt(localHeadcount) - 1n;
  return Number(exact / BigInt(localHeadcount));
}

/**
 * Which of two updated ranks is the better, exactly: r₁·e₂ against r₂·e₁. The present headcount is the same for both
 * (they are compared within one theoretical promotion of one group), so it falls out.
 * @returns negative where `a` is the better (lower) one, 0 where they are equal.
 */
export function compareUpdatedRank(a: LocalPlace, b: LocalPlace): number {
  const left = a.localRank * b.localHeadcount;
  const right = b.localRank * a.localHeadcount;
  // A product past 2^53 rounds to 2^53 or more, so "both are safe" also means "both are exact".
  if (Number.isSafeInteger(left) && Number.isSafeInteger(right)) return left - right;
  const difference =
    BigInt(a.localRank) * BigInt(b.localHeadcount) - BigInt(b.localRank) * BigInt(a.localHeadcount);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
