/** A session's chart over a socket of its own, for as long as `chart-page.tsx` is open: told anew with each row of the journal. */
import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { AmphitheatreId, SessionId } from '../../machines/ids.ts';
import type { Refusal } from '../../machines/refusal.ts';
import { PROTOCOL } from '../../machines/wire/frames.ts';
import type { Realm, ServerFrame, SessionChart } from '../../machines/wire/frames.ts';
import { Link } from '../live/link.ts';
import { shownLink } from '../live/link-state.ts';
import type { LinkState } from '../live/link-state.ts';
import { browserParts } from '../live/parts.ts';
import type { LiveParts } from '../live/parts.ts';

/** Time alone changes what is taken too, and no row says so. */
const EVERY_MS = 5_000;

export interface ChartLine {
  /** As last told; kept while the line is lost. */
  readonly chart: ReadonlySignal<SessionChart | null>;
  /** Why nothing is told: no administrator, no such session. */
  readonly refusal: ReadonlySignal<Refusal | null>;
  readonly link: ReadonlySignal<LinkState>;
  retryNow(): void;
  close(): void;
}

interface Asked {
  readonly amphitheatre: AmphitheatreId;
  readonly session: SessionId;
  /** A rehearsal has a stream of its own. */
  readonly rehearsal: boolean;
  readonly realm: Realm;
}

export function openChartLine(
  { amphitheatre, session, rehearsal, realm }: Asked,
  parts: LiveParts = browserParts,
): ChartLine {
  const chart = signal<SessionChart | null>(null);
  const refusal = signal<Refusal | null>(null);
  const link = signal<LinkState>({ kind: 'connecting' });
  let gone: Extract<ServerFrame, { type: 'gone' }>['code'] | null = null;
  let cancel: (() => void) | null = null;

  const line = new Link(parts, realm, {
    changed: snapshot => {
      link.value = shownLink(snapshot, { now: parts.now(), stoppedAt: null, gone, before: link.peek() });
    },
    opened: () =>
      line.send({
        type: 'hello',
        protocol: PROTOCOL,
        amphitheatre,
        ...(rehearsal ? { rehearsal: session } : {}),
        ...(realm === 'moderator' ? { aside: true } : {}),
        last: null,
      }),
    heard: hear,
  });

  function ask(): void {
    line.send({ type: 'inspect', id: parts.newId(), session });
  }

  function askLater(): void {
    cancel?.();
    cancel = parts.after(EVERY_MS, () => (parts.hidden() ? askLater() : ask()));
  }

  function hear(frame: ServerFrame): void {
    switch (frame.type) {
      case 'snapshot':
        line.tell({ type: 'greeted', behind: 0 });
        return ask();
      case 'gone':
        gone = frame.code;
        return line.tell({ type: 'gone' });
      case 'chart':
        chart.value = frame;
        refusal.value = null;
        return askLater();
      case 'refused':
        refusal.value = frame.refusal;
        return askLater();
      case 'fault':
        return askLater();
      default: // the streams of the amphitheatre are other pages' business
        return;
    }
  }

  line.tell({ type: 'start' });
  return {
    chart,
    refusal,
    link,
    retryNow: () => line.tell({ type: 'retry' }),
    close() {
      cancel?.();
      line.close();
    },
  };
}
