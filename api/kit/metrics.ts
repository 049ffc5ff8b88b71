/** The metrics of one process: its own registry, with the event loop's lag (architecture §1: nothing above 20 ms). */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Gauge, Histogram, Registry } from 'prom-client';

export interface Metrics {
  readonly registry: Registry;
  /** Seconds from a request's first byte to its answer. */
  readonly requests: Histogram<'method' | 'route' | 'status'>;
  close(): void;
}

const NS_PER_S = 1e9;
const LAG_RESOLUTION_MS = 10;

export function openMetrics(part: string): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels({ part });
  const lag = monitorEventLoopDelay({ resolution: LAG_RESOLUTION_MS });
  lag.enable();
  // Node counts from one sample to the next: of an idle loop it tells the resolution itself.
  const secondsOf = (ns: number): number => Math.max(0, ns / NS_PER_S - LAG_RESOLUTION_MS / 1_000);
  const gauge = (name: string, help: string, read: () => number): void => {
    const shown: Gauge = new Gauge({ name, help, registers: [], collect: () => shown.set(read()) });
    registry.registerMetric(shown);
  };
  gauge('event_loop_lag_p99_seconds', 'Event loop lag since the last reading, 99th percentile', () =>
    secondsOf(lag.percentile(99)),
  );
  gauge('event_loop_lag_max_seconds', 'Event loop lag since the last reading, longest', () => {
    const longest = secondsOf(lag.max);
    lag.reset();
    return longest;
  });
  gauge('process_resident_memory_bytes', 'Resident memory', () => process.memoryUsage.rss());
  const requests = new Histogram({
    name: 'http_request_seconds',
    help: 'Time to answer, by route',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 1, 5],
    registers: [registry],
  });
  return { registry, requests, close: () => void lag.disable() };
}
