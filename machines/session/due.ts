/** When the called one's clock is acted on: later than it shows, for what is still on its way (domain §3). */
import type { Ms } from '../ids.ts';
import type { Called } from './state.ts';
import type { SessionSettings } from './world.ts';

/**
 * `choosing`: after the hidden grace and the transit of the last frame. `awaited`: after the transit, for a connection
 * made within the window whose report is on its way; no grace, nobody sees that clock as theirs. `recovering`: at
 * once, its end takes nothing from anybody.
 */
export function dueAt({ mode }: Called, endsAt: Ms, { graceMs, transitMs }: SessionSettings): Ms {
  switch (mode) {
    case 'choosing':
      return endsAt + graceMs + transitMs;
    case 'awaited':
      return endsAt + transitMs;
    case 'recovering':
      return endsAt;
    default:
      return mode satisfies never;
  }
}
