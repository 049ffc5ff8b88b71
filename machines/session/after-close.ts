/** What the API asks a closed session for, beside corrections and assignments: it asks here (api/live/change.ts). */
import type { Command } from './commands.ts';

/**
 * Whether the amphitheatre's last closed session is asked, none being live. Status and offer are what it judges
 * corrections and assignments by; a session still to start reads everything else in the tables. Once none is to start,
 * a planned absence is the closed one's to refuse: everybody without a post stands there as they are (domain §2, §3).
 */
export function isAskedOfClosed(type: Command['type'], anyToStart: boolean): boolean {
  switch (type) {
    case 'setStatus':
    case 'setPost':
      return true;
    case 'excuse':
    case 'lift':
      return !anyToStart;
    default:
      return false;
  }
}
