/**
 * How far this gateway's clock is from that of each session's owner (domain §3: `receivedAt` is converted by it). Asked
 * over the bus each few seconds; the answer with the shortest way there and back is the best one.
 */
import type { Clock } from '../../api/kit/clock.ts';
import type { Ms, SessionId } from '../../machines/ids.ts';
import type { Bus } from '../bus/bus.ts';

const MEASURE_EVERY_MS = 5_000;
/** Old ones are forgotten, for clocks drift and are set. */
const SAMPLES = 8;

export interface OwnerClocks {
  /** To be added to a time of ours; 0 where it was never measured. */
  offsetOf(session: SessionId): Ms;
  /** Asks each owner, where the last answer is old; forgets all other sessions. */
  measure(sessions: readonly SessionId[]): Promise<void>;
}

interface Sample {
  readonly offset: Ms;
  /** There and back. */
  readonly tripMs: Ms;
}

interface Measured {
  readonly host: string;
  readonly askedAt: Ms;
  /** Newest last. */
  readonly samples: readonly Sample[];
}

export function ownerClocks(bus: Bus, clock: Clock): OwnerClocks {
  const measured = new Map<SessionId, Measured>();

  const measureOne = async (session: SessionId): Promise<void> => {
    const askedAt = clock.now();
    const known = measured.get(session);
    if (known && askedAt - known.askedAt < MEASURE_EVERY_MS) return;
    const answer = await bus.view({ kind: 'clock', session }).catch(() => null);
    if (answer?.kind !== 'clock') return;
    const sample = sampleOf(askedAt, answer.now, clock.now());
    const before = known?.host === answer.host ? known.samples : []; // another owner has another clock
    measured.set(session, { host: answer.host, askedAt, samples: [...before, sample].slice(-SAMPLES) });
  };

  return {
    offsetOf(session) {
      const samples = measured.get(session)?.samples ?? [];
      return samples.reduce<Sample | null>(better, null)?.offset ?? 0;
    },
    async measure(sessions) {
      for (const known of measured.keys()) if (!sessions.includes(known)) measured.delete(known);
      await Promise.all(sessions.map(measureOne));
    },
  };
}

/** Clocks that may agree, as far as the way there and back can tell, do: in one process the offset is 0. */
function sampleOf(sent: Ms, there: Ms, back: Ms): Sample {
  const tripMs = back - sent;
  const offset = there - (sent + back) / 2;
  return { tripMs, offset: Math.abs(offset) * 2 <= tripMs ? 0 : Math.round(offset) };
}

const better = (best: Sample | null, sample: Sample): Sample =>
  best && best.tripMs < sample.tripMs ? best : sample;
