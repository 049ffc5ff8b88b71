/** Why a socket is closed and what the client does about it (architecture §3): come back, sign in again, or stop. */

export type CloseAct = 'comeBack' | 'signIn' | 'stop';

export const CLOSE_CODES = {
  /** The server stops or hands over; the reason text is `afterMs` to wait, in milliseconds. */
  RESTART: { code: 4000, act: 'comeBack' },
  /** Read too slowly; comes back by resume. uWS itself closes with 1006 in that case. */
  SLOW: { code: 4001, act: 'comeBack' },
  /** Something on our side; the reason text is the incident number. */
  FAULT: { code: 4002, act: 'comeBack' },
  /** No `hello` within 10 s, or silent past the idle timeout. */
  SILENT: { code: 4003, act: 'comeBack' },
  /** The login was ended, or the account lost its right. */
  SIGNED_OUT: { code: 4010, act: 'signIn' },
  /** The same of a holder, as their mandate ends: signing in again would open nothing. */
  MANDATE_ENDED: { code: 4011, act: 'signIn' },
  /** Unreadable, unknown or oversized frame. */
  BAD_FRAME: { code: 4020, act: 'stop' },
  /** Too many frames from one socket. */
  TOO_MANY: { code: 4021, act: 'stop' },
  /** The server no longer speaks this protocol: reload the page. */
  PROTOCOL: { code: 4022, act: 'stop' },
} as const satisfies Record<string, { readonly code: number; readonly act: CloseAct }>;

/** What the client does after a close: every code that is not in the table (1001, 1006 …) means come back. */
export function actAfterClose(code: number): CloseAct {
  return Object.values(CLOSE_CODES).find(entry => entry.code === code)?.act ?? 'comeBack';
}
