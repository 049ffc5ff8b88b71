/** A slow phone of the bench: a small screen, a slow line, a slow processor; and what its pages note of their own speed. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

const SCREEN: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
  locale: 'fr-FR',
  timezoneId: 'Europe/Paris',
  bypassCSP: true, // what waits in the page for a condition does so by eval
};

/** Good 3G, as Lighthouse throttles: 150 ms there and back, 1.6 Mbit/s down, 0.75 up. */
const LINE = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };
const SLOWER = 4; // times, the processor

export interface Phone {
  readonly page: Page;
  /** Compressed bytes of the scripts that came over the line so far. */
  scriptBytes(): number;
  close(): Promise<void>;
}

interface Wanted {
  readonly baseURL: string;
  /** Of somebody signed in; nothing else is kept, so the cache is empty. */
  readonly cookies?: Awaited<ReturnType<ReturnType<Page['context']>['cookies']>>;
  readonly slowLine?: boolean;
  readonly slowProcessor?: boolean;
}

export async function openPhone(browser: Browser, wanted: Wanted): Promise<Phone> {
  const context = await browser.newContext({ ...SCREEN, baseURL: wanted.baseURL, serviceWorkers: 'block' });
  if (wanted.cookies !== undefined) await context.addCookies([...wanted.cookies]);
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  const scripts = new Set<string>();
  let bytes = 0;
  devtools.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId);
  });
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  if (wanted.slowLine === true) await devtools.send('Network.emulateNetworkConditions', LINE);
  if (wanted.slowProcessor === true) await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.addInitScript(NOTES);
  return { page, scriptBytes: () => bytes, close: () => context.close() };
}

/** What the page noted under this name, in milliseconds, and forgets. */
export const noted = (page: Page, name: 'deltas' | 'answers' | 'frames'): Promise<number[]> =>
  page.evaluate<number[]>(`notes.${name}.splice(0)`);

/**
 * `deltas`: from a frame of the socket to the picture that shows it. `answers`: from a key in a search field to the
 * picture of what it found. `frames`: between two pictures. A picture is drawn after the frame's callbacks, so the task
 * behind it ends the measure.
 */
const NOTES = `
  window.notes = { deltas: [], answers: [], frames: [] };
  const painted = then => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = then;
    port2.postMessage(0);
  });
  const Plain = window.WebSocket;
  window.WebSocket = class extends Plain {
    constructor(...given) {
      super(...given);
      this.addEventListener('message', ({ data }) => {
        if (!String(data).startsWith('{"type":"delta"')) return;
        const at = performance.now();
        painted(() => notes.deltas.push(performance.now() - at));
      });
    }
  };
  let typedAt = null;
  addEventListener('input', () => { typedAt = performance.now(); }, true);
  new MutationObserver(changes => {
    if (typedAt === null || !changes.some(({ target }) => target.nodeType === 1 && target.closest('main'))) return;
    const at = typedAt;
    typedAt = null;
    painted(() => notes.answers.push(performance.now() - at));
  }).observe(document, { subtree: true, childList: true });
  let last = null;
  const frame = now => {
    if (last !== null) notes.frames.push(now - last);
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
`;
