/** A call list of 1,500 on a slow phone: until it is read, a delta into it, scrolled through; and its documents from the worker. */
import type { Browser, Page } from 'playwright-core';
import { openAccounts } from '../load/stage.ts';
import { signIn } from '../stories/people.ts';
import { openBrowser } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { type House, openHouse } from '../support/house.ts';
import type { Seated } from './choosers.ts';
import { spread, type Spread } from './fan-out.ts';
import { noted, openPhone, type Phone } from './phone.ts';
import { openRoom, type Room } from './room.ts';

export interface CallListFigures {
  readonly people: number;
  /** Empty cache, slow processor: until the first rows are drawn; until all are. */
  readonly firstMs: number;
  readonly wholeMs: number;
  /** From a delta's arrival to its picture, on the public list and on «Mon amphithéâtre». */
  readonly delta: Spread;
  readonly deltaOnMine: Spread;
  /** Between two pictures while the whole list is scrolled through. */
  readonly longestFrameMs: number;
  readonly pdfMs: number;
  readonly csvMs: number;
}

const PACE_MS = 400;
const SCROLLS = 60;
const STEP_PX = 1_400;
const PATIENCE_MS = 60_000;

/** @param choices made while each of the two pages is looked at. */
export async function callListFigures(people: number, choices: number): Promise<CallListFigures> {
  const [house, browser] = await Promise.all([openHouse(), openBrowser()]);
  try {
    const port = Number(new URL(house.url).port);
    const door = { database: house.database, socketUrl: `ws://localhost:${port + 1}`, origin: house.url };
    const [room, choosers] = await openRoom(door, people, 3, choices * 2);
    const list = `/amphitheatres/${room.stage.amphitheatre}`;
    const pdfMs = await downloadMs(house, room, 'pdf');
    const csvMs = await downloadMs(house, room, 'csv');
    const phone = await openPhone(browser, { baseURL: house.url, slowProcessor: true });
    phone.page.setDefaultTimeout(PATIENCE_MS);
    const times = await opened(phone, list, people);
    const delta = await applied(phone.page, room, choosers.slice(0, choices), 0);
    const longestFrameMs = await scrolled(phone.page);
    await phone.close();
    const mine = await onMine(house, browser, room);
    const deltaOnMine = await applied(mine.page, room, choosers.slice(choices), choices);
    await mine.close();
    for (const one of [...choosers, room.moderator]) one.leave();
    return {
      people,
      ...times,
      delta: spread(delta),
      deltaOnMine: spread(deltaOnMine),
      longestFrameMs,
      pdfMs,
      csvMs,
    };
  } finally {
    await browser.close();
    await house.remove();
  }
}

/** From the question to the last byte: asked of the API, written by the worker. */
async function downloadMs(house: House, { stage }: Room, format: 'pdf' | 'csv'): Promise<number> {
  const at = performance.now();
  const answer = await fetch(`${house.url}/api/documents/call-list/${stage.amphitheatre}/${format}`);
  const bytes = await answer.arrayBuffer();
  if (!answer.ok || bytes.byteLength === 0) throw new Error(`the ${format} did not come: ${answer.status}`);
  return Math.round(performance.now() - at);
}

async function opened(
  { page }: Phone,
  list: string,
  people: number,
): Promise<Pick<CallListFigures, 'firstMs' | 'wholeMs'>> {
  await page.goto(list, { waitUntil: 'commit' });
  const when = async (condition: string): Promise<number> => {
    const at = await page.waitForFunction(`${condition} && performance.now()`, undefined, {
      polling: 'raf',
      timeout: PATIENCE_MS,
    });
    return Math.round(Number(await at.jsonValue()));
  };
  const rows = `document.querySelectorAll('.call-list tbody tr').length`;
  const firstMs = await when(`document.querySelector('.strip-live') && ${rows} > 0`);
  return { firstMs, wholeMs: await when(`${rows} >= ${people}`) };
}

async function applied(
  page: Page,
  room: Room,
  choosers: readonly Seated[],
  from: number,
): Promise<readonly number[]> {
  await noted(page, 'deltas');
  await room.choose(from, choosers, PACE_MS);
  const deltas: number[] = [];
  await eventually(`${choosers.length} deltas drawn`, async () => {
    deltas.push(...(await noted(page, 'deltas')));
    return deltas.length >= choosers.length;
  });
  return deltas;
}

async function scrolled(page: Page): Promise<number> {
  await noted(page, 'frames');
  for (let step = 0; step < SCROLLS; step++)
    await page.evaluate(`new Promise(done => { scrollBy(0, ${STEP_PX}); requestAnimationFrame(done); })`);
  return Math.round(Math.max(...(await noted(page, 'frames'))));
}

/** Of the last of the call list, who waits while the others choose. */
async function onMine(house: House, browser: Browser, { stage }: Room): Promise<Phone> {
  const last = stage.people.at(-1);
  if (last === undefined) throw new Error('nobody on the call list');
  const { password } = await openAccounts(house.database.sql, [last]);
  const phone = await openPhone(browser, { baseURL: house.url, slowProcessor: true });
  phone.page.setDefaultTimeout(PATIENCE_MS);
  await signIn(phone.page, 'intern', { email: last.email, password });
  await phone.page.waitForURL('**/ma-session');
  await phone.page.goto('/mon-amphitheatre');
  await phone.page
    .getByText(/avant vous/u)
    .first()
    .waitFor();
  return phone;
}
