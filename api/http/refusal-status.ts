/** The one table from a refusal of the rules to an HTTP status (architecture §5). */
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { RefusalCode } from '../../machines/refusal.ts';

const CONFLICT = 409; // the present state does not take it: look again, then decide

export const REFUSAL_STATUS: Readonly<Record<RefusalCode, ContentfulStatusCode>> = {
  WRONG_STATE: CONFLICT,
  NOT_READY: CONFLICT,
  EARLIER_SESSION_OPEN: CONFLICT,
  STILL_TO_CHOOSE: CONFLICT,
  ALREADY_STARTED: CONFLICT,
  STALE: CONFLICT,
  NOT_YOUR_TURN: CONFLICT,
  PAUSED: CONFLICT,
  TOO_LATE: CONFLICT,
  ALREADY_CHOSEN: CONFLICT,
  FILLED: CONFLICT,
  FILLED_BY_BETTER_RANK: CONFLICT,
  RESERVED: CONFLICT,
  BLOCKED: CONFLICT,
  NOT_FREE: CONFLICT,
  NOT_ABSENT: CONFLICT,
  REASON_REQUIRED: 422,
  HELD_BY_MANDATARY: 403,
  RETURN_BY_MODERATOR_ONLY: 403,
  FORBIDDEN: 403,
  UNKNOWN_POST: 404,
  UNKNOWN_PERSON: 404,
  UNKNOWN_SESSION: 404,
  RETRY: 503,
};
