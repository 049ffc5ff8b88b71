/** The application on a slow phone: bytes, time to usable, a delta in a room of 1,000 with 12,000 posts, search and scroll. */
import type { Browser, Page } from 'playwright-core';
import { openAccounts } from '../load/stage.ts';
import { signIn } from '../stories/people.ts';
import { openBrowser } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { type House, openHouse } from '../support/house.ts';
import { spread, type Spread } from './fan-out.ts';
import { noted, openPhone, type Phone } from './phone.ts';
import { openRoom, type Room } from './room.ts';
import type { Seated } from './choosers.ts';

export interface ClientFigures {
  /** Compressed scripts of each page, as they come over the line, in kB. */
  readonly scripts: Readonly<Record<string, number>>;
  /** The intern's room of the largest amphitheatre, empty cache, slow line and processor: until it is live with its offer. */
  readonly usableMs: number;
  readonly largest: number;
  /** The same, were the whole region's posts offered in it. */
  readonly usableAllMs: number;
  /** From a delta's arrival to its picture, slow processor. */
  readonly delta: Spread;
  readonly deltas: number;
  /** From a key to the picture of what it found among all posts. */
  readonly found: Spread;
  /** Between two pictures while the offer is scrolled through. */
  readonly longestFrameMs: number;
  readonly interns: number;
  readonly posts: number;
}

interface Wanted {
  readonly interns: number;
  readonly posts: number;
  readonly postsOfLargest: number;
  readonly choices: number;
}

const PACE_MS = 400;
const WORDS = ['service 12', 'service 300', 'simulation'];
const KEY_MS = 250; // between two keys: a slow typist, each answer is drawn
const SCROLLS = 40;
const STEP_PX = 700;
const PATIENCE_MS = 60_000;

export async function clientFigures(wanted: Wanted): Promise<ClientFigures> {
  const [house, browser] = await Promise.all([openHouse(), openBrowser()]);
  try {
    const port = Number(new URL(house.url).port);
    const door = { database: house.database, socketUrl: `ws://localhost:${port + 1}`, origin: house.url };
    const [room, choosers] = await openRoom(door, wanted.interns, 1, wanted.choices, wanted.posts);
    const cookies = await cookiesOfLast(house, browser, room);
    const scripts = await scriptsOf(house, browser, cookies);
    const [largest, seated] = await openRoom(door, wanted.interns, 2, 1, wanted.postsOfLargest);
    const usableMs = await timeToUsable(house, browser, await cookiesOfLast(house, browser, largest));
    for (const one of [...seated, largest.moderator]) one.leave();
    const usableAllMs = await timeToUsable(house, browser, cookies);
    const deltas = await applied({ house, browser, cookies, room, choosers });
    const offer = await inTheOffer(house, browser);
    for (const one of [...choosers, room.moderator]) one.leave();
    return {
      scripts,
      usableMs,
      largest: largest.stage.posts.length,
      usableAllMs,
      delta: spread(deltas),
      deltas: deltas.length,
      found: spread(offer.answers),
      longestFrameMs: Math.round(Math.max(...offer.frames)),
      interns: wanted.interns,
      posts: room.stage.posts.length,
    };
  } finally {
    await browser.close();
    await house.remove();
  }
}

type Cookies = Awaited<ReturnType<ReturnType<Page['context']>['cookies']>>;

/** Of the last of the call list, who waits while the others choose. */
async function cookiesOfLast(house: House, browser: Browser, room: Room): Promise<Cookies> {
  const last = room.stage.people.at(-1);
  if (last === undefined) throw new Error('nobody on the call list');
  const { password } = await openAccounts(house.database.sql, [last]);
  const phone = await openPhone(browser, { baseURL: house.url });
  const { page } = phone;
  await signIn(page, 'intern', { email: last.email, password });
  await page.waitForURL('**/ma-session');
  const cookies = await page.context().cookies();
  await phone.close();
  return cookies;
}

/** Under which its scripts stand. */
export const ROOM = 'intern’s room';
const PAGES: Readonly<Record<string, string>> = {
  [ROOM]: '/ma-session',
  'first page': '/',
  offer: '/postes',
  favourites: '/favoris',
  'my amphitheatre': '/mon-amphitheatre',
};

async function scriptsOf(house: House, browser: Browser, cookies: Cookies): Promise<Record<string, number>> {
  const sizes: Record<string, number> = {};
  for (const [name, path] of Object.entries(PAGES)) {
    const phone = await openPhone(browser, { baseURL: house.url, cookies });
    await phone.page.goto(path);
    await phone.page.getByRole('heading', { level: 1 }).or(live(phone)).first().waitFor();
    await phone.page.waitForLoadState('networkidle');
    sizes[name] = Math.round(phone.scriptBytes() / 100) / 10;
    await phone.close();
  }
  return sizes;
}

const live = ({ page }: Phone) => page.getByText('En direct').first();

async function timeToUsable(house: House, browser: Browser, cookies: Cookies): Promise<number> {
  const phone = await openPhone(browser, {
    baseURL: house.url,
    cookies,
    slowLine: true,
    slowProcessor: true,
  });
  phone.page.setDefaultTimeout(PATIENCE_MS);
  await phone.page.goto('/ma-session', { waitUntil: 'commit' });
  const at = await phone.page.waitForFunction(USABLE, undefined, { polling: 'raf', timeout: PATIENCE_MS });
  const ms = await at.jsonValue();
  await phone.close();
  return Math.round(Number(ms));
}

/** Where the session stands, and the offer with its first row. */
const USABLE = `document.querySelector('.strip-live') && document.querySelector('.offer-row .offer-open') && performance.now()`;

interface Scene {
  readonly house: House;
  readonly browser: Browser;
  readonly cookies: Cookies;
  readonly room: Room;
  readonly choosers: readonly Seated[];
}

async function applied({ house, browser, cookies, room, choosers }: Scene): Promise<number[]> {
  const phone = await openPhone(browser, { baseURL: house.url, cookies, slowProcessor: true });
  phone.page.setDefaultTimeout(PATIENCE_MS);
  await phone.page.goto('/ma-session');
  await live(phone).waitFor();
  await phone.page.locator('.offer-row').first().waitFor();
  await noted(phone.page, 'deltas');
  await room.choose(0, choosers, PACE_MS);
  const deltas: number[] = [];
  await eventually(`${choosers.length} deltas drawn`, async () => {
    deltas.push(...(await noted(phone.page, 'deltas')));
    return deltas.length >= choosers.length;
  });
  await phone.close();
  return deltas;
}

async function inTheOffer(house: House, browser: Browser): Promise<{ answers: number[]; frames: number[] }> {
  const phone = await openPhone(browser, { baseURL: house.url, slowProcessor: true });
  const { page } = phone;
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto('/postes');
  await page.locator('.offer-row').first().waitFor();
  const search = page.getByLabel('Chercher dans l’offre').first();
  await noted(page, 'answers');
  for (const words of WORDS) {
    await search.pressSequentially(words, { delay: KEY_MS });
    await search.fill('');
  }
  await page.locator('.offer-row').first().waitFor();
  const answers = await noted(page, 'answers');
  await noted(page, 'frames');
  for (let step = 0; step < SCROLLS; step++)
    await page.evaluate(`new Promise(done => { scrollBy(0, ${STEP_PX}); requestAnimationFrame(done); })`);
  const frames = await noted(page, 'frames');
  await phone.close();
  return { answers, frames };
}
