/** Opens the live line as the room does (ticket, socket, pings), measures it for a moment, and lets it go. */
import type { Ms } from '../../machines/ids.ts';
import type { Realm } from '../../machines/wire/frames.ts';
import { offsetOf } from '../live/clock-offset.ts';
import { Link, nameOf } from '../live/link.ts';
import type { LinkSnapshot } from '../live/link.ts';
import type { LiveParts } from '../live/parts.ts';
import type { LineOutcome } from './judge-line.ts';

/** The link's first pings go within a second: by then they are back on any line that is good for something. */
const MEASURED_MS = 1_600;
const SILENT_AFTER_MS = 5_000;
/** A firewall that drops what it does not know says nothing: the wait itself is the answer. */
const GIVEN_UP_MS = 13_000;
/** One refusal may be a server that restarts. */
const TRIES = 2;

/** @returns what ends it early; `done` is called once, never after that. It says no `hello`: nobody is present by it. */
export function probeLine(parts: LiveParts, realm: Realm, done: (outcome: LineOutcome) => void): () => void {
  let losses = 0;
  let hasTicket = false;
  let askedAt: Ms = parts.now();
  let openMs: Ms | null = null;
  const timers = new Set<() => void>();
  const later = (ms: Ms, act: () => void): void => {
    const cancel = parts.after(ms, () => {
      timers.delete(cancel);
      act();
    });
    timers.add(cancel);
  };
  const end = (): void => {
    for (const cancel of timers) cancel();
    timers.clear();
    const open = link;
    link = null; // before it is closed: its own end is nothing to conclude from
    open?.close();
  };
  const conclude = (outcome: LineOutcome): void => {
    if (link === null) return;
    end();
    done(outcome);
  };
  const look = (last: boolean): void => {
    const measures = link?.measures() ?? [];
    if (measures.length > 0)
      conclude({
        kind: 'open',
        openMs: openMs ?? 0,
        roundTrips: measures.map(({ within }) => within * 2),
        offset: offsetOf(measures),
      });
    else if (last) conclude({ kind: 'silent' });
  };
  const changed = (snapshot: LinkSnapshot): void => {
    const name = nameOf(snapshot);
    if (name === 'ticket') hasTicket = false;
    if (name === 'connecting') {
      hasTicket = true;
      askedAt = parts.now();
    }
    if (name === 'signedOut') conclude({ kind: 'signedOut' });
    if (name === 'stopped') conclude({ kind: 'cut' });
    if (name !== 'lost') return;
    losses++;
    if (losses >= TRIES) conclude(lostOutcome(openMs !== null, hasTicket));
  };

  let link: Link | null = new Link(parts, realm, {
    changed,
    opened() {
      openMs = parts.now() - askedAt;
      later(MEASURED_MS, () => look(false));
      later(SILENT_AFTER_MS, () => look(true));
    },
    heard: () => undefined,
  });
  later(GIVEN_UP_MS, () => conclude(lostOutcome(openMs !== null, hasTicket)));
  link.tell({ type: 'start' });
  return end;
}

function lostOutcome(opened: boolean, hasTicket: boolean): LineOutcome {
  if (opened) return { kind: 'cut' };
  return { kind: hasTicket ? 'blocked' : 'noServer' };
}
