/** One house, one browser, and people with a window each: what every story opens before and closes after. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.ts';
import { type House, openHouse, type Wanted as WantedHouse } from '../support/house.ts';

export interface Theatre {
  readonly house: House;
  /** A new window of somebody who has not signed in. */
  visitor(device?: Device): Promise<Page>;
  /** What pages complained of: exceptions, refused scripts, errors in the console. */
  readonly complaints: string[];
  /** @param journals `madeUp`: they are not verified (test/support/house.ts). */
  close(journals?: 'madeUp'): Promise<void>;
}

export type Device = 'desktop' | 'phone';

const DEVICES: Record<Device, BrowserContextOptions> = {
  desktop: { viewport: { width: 1280, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
};

const PATIENCE_MS = 15_000;

export interface Wanted {
  /** `new`: the house starts on nothing (test/support/house.ts). */
  readonly data?: WantedHouse['data'];
  /** Windows keep the pages as a device does (service worker). Each costs a process and a copy of the whole application. */
  readonly installs?: boolean;
}

export async function openTheatre({ data = 'copied', installs = false }: Wanted = {}): Promise<Theatre> {
  const [house, browser] = await Promise.all([openHouse({ data }), openBrowser()]);
  const complaints: string[] = [];
  const serviceWorkers = installs ? 'allow' : 'block';
  return {
    house,
    complaints,
    visitor: (device = 'desktop') =>
      newWindow(browser, house.url, { ...DEVICES[device], serviceWorkers }, complaints),
    async close(journals) {
      await browser.close();
      await house.remove(journals);
    },
  };
}

async function newWindow(
  browser: Browser,
  baseURL: string,
  device: BrowserContextOptions,
  complaints: string[],
): Promise<Page> {
  const context = await browser.newContext({
    ...device,
    baseURL,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  page.on('pageerror', error => complaints.push(`exception: ${error.message}`));
  page.on('console', message => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()} (${message.location().url})`);
  });
  return page;
}
