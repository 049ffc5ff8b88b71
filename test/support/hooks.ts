/**
 * Root hooks of every run: what a suite opens, it closes. Counts the handles that keep the process alive before each
 * top-level suite and after its last hook (not after each test: a pool opened in `before` connects when first used,
 * in a test); what is left over fails that suite, and so does a setting changed in the environment: the child
 * processes of the next suites would have it. The test server stops at the end; its own handles do not count.
 */
import { SETTINGS } from '../../api/kit/settings.ts';
import { endAll } from './at-the-end.ts';

const WATCHED = ['TCPSocketWrap', 'TCPServerWrap', 'Timeout', 'ProcessWrap', 'MessagePort'];
const GRACE_MS = 5_000; // a socket's goodbye takes a moment, on a busy machine seconds; what is forgotten stays

export const mochaHooks = {
  async beforeAll(this: Mocha.Context): Promise<void> {
    await nextTurn(); // from here on mocha's own timer counts, as it does below
    let before = handles();
    const environment = { ...process.env };
    for (const suite of this.test?.parent?.suites ?? [])
      suite.afterAll('leaves nothing open, and the settings as they were', async () => {
        const left = [...(await leftOver(before)), ...putBack(environment)];
        before = handles(); // one suite's fault is not the next one's
        if (left.length > 0) throw new Error(`left by "${suite.title}": ${left.join(', ')}`);
      });
  },

  afterAll(): Promise<void> {
    return endAll();
  },
};

const nextTurn = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

type Handles = ReadonlyMap<string, number>;

function handles(): Handles {
  const counts = new Map<string, number>();
  for (const kind of process.getActiveResourcesInfo()) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}

async function leftOver(before: Handles): Promise<string[]> {
  await nextTurn();
  const end = Date.now() + GRACE_MS;
  while (surplus(before).length > 0 && Date.now() < end)
    await new Promise(resolve => setTimeout(resolve, 10));
  return surplus(before);
}

function surplus(before: Handles): string[] {
  const now = handles();
  const more = (kind: string): number => (now.get(kind) ?? 0) - (before.get(kind) ?? 0);
  return WATCHED.filter(kind => more(kind) > 0).map(kind => `${more(kind)} ${kind}`);
}

/** @returns the settings that were not as they now are again; libraries keep variables of their own. */
function putBack(environment: NodeJS.ProcessEnv): string[] {
  const changed = SETTINGS.map(({ name }) => name).filter(name => process.env[name] !== environment[name]);
  for (const name of changed)
    if (environment[name] === undefined) delete process.env[name];
    else process.env[name] = environment[name];
  return changed;
}
