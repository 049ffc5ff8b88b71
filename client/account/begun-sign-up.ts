/**
 * How far a sign-up has come, kept in its tab: a reload goes on with the same step. Neither the six fields nor a password
 * stays: what the server signed about them does, for its hour, and the address that a mail left for.
 */
import { keepInTab, keptInTab } from '../ui/storage.ts';

const KEY = 'sign-up';

export interface BegunSignUp {
  /** What the first step answered. */
  readonly matched: string;
  readonly sentTo: string | null;
}

/** @param begun null: over, or begun anew. */
export const keepBegun = (begun: BegunSignUp | null): void =>
  keepInTab(KEY, begun === null ? null : JSON.stringify(begun));

export function begunBefore(): BegunSignUp | null {
  const text = keptInTab(KEY);
  try {
    const begun = JSON.parse(text ?? 'null') as Partial<BegunSignUp> | null;
    if (typeof begun?.matched !== 'string') return null;
    return { matched: begun.matched, sentTo: typeof begun.sentTo === 'string' ? begun.sentTo : null };
  } catch {
    return null; // not ours
  }
}
