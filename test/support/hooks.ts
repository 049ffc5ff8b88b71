/**
 * Root hooks of every suite: what a test opens, it closes. Counts the handles that keep the process alive before each
 * test and after it; what is left over is reported once at the end, each with its test's title, and fails the run.
 */
import { stopTestServer } from './database-server.ts';

const WATCHED = ['TCPSocketWrap', 'TCPServerWrap', 'Timeout', 'ProcessWrap', 'MessagePort'];
const GRACE_MS = 1_000; // a socket's goodbye takes a moment

const left: string[] = [];
let before = new Map<string, number>();

export const mochaHooks = {
  beforeEach(): void {
    before = open();
  },

  async afterEach(this: Mocha.Context): Promise<void> {
    const end = Date.now() + GRACE_MS;
    while (surplus().length > 0 && Date.now() < end) await new Promise(resolve => setTimeout(resolve, 10));
    const kinds = surplus();
    if (kinds.length > 0) left.push(`${this.currentTest?.fullTitle()}: ${kinds.join(', ')}`);
  },

  async afterAll(): Promise<void> {
    await stopTestServer();
    const found = left.splice(0);
    if (found.length > 0) throw new Error(`left open by a test:\n${found.join('\n')}`);
  },
};

function open(): Map<string, number> {
  const counts = new Map<string, number>();
  for (const kind of process.getActiveResourcesInfo()) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}

function surplus(): string[] {
  const now = open();
  return WATCHED.filter(kind => (now.get(kind) ?? 0) > (before.get(kind) ?? 0));
}
