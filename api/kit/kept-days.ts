/** How long the worker keeps what has served: settings, in days; `api/worker/purge.ts` deletes, «Données personnelles» tells. */

export interface KeptDays {
  /** Mails, and to whom they went. */
  readonly mails: number;
  /** What stands in the bells. */
  readonly notifications: number;
  /** Private reasons, of moderators' acts and about people, once their semester is over. */
  readonly reasons: number;
  /** What the API asked of a session, once answered. */
  readonly requests: number;
}

export const USUAL_KEPT_DAYS: KeptDays = { mails: 90, notifications: 180, reasons: 365, requests: 30 };

/** Below it a letter that waits for its mail server, or a question to a session, would be deleted under way. */
const FEWEST = 7;
const MOST = 3_650;

export const KEPT_DAYS_EXPECTED = `a number of days, ${FEWEST} to ${MOST}`;

/** @returns null for what is no such number. */
export function parseKeptDays(value: string): number | null {
  const days = /^\d{1,4}$/.test(value) ? Number(value) : 0;
  return days >= FEWEST && days <= MOST ? days : null;
}
