/** Takes each page at three widths: a phone, a tablet, a desktop. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { addressOf } from './addresses.ts';

export interface Picture {
  readonly scene: string;
  readonly name: string;
  /** As `client/app.tsx` has it. */
  readonly address: string;
  readonly pathname: string;
  readonly shots: readonly Shot[];
}

interface Shot {
  readonly width: number;
  readonly file: string;
  /** The page asks for more than the screen has: a fault. */
  readonly overflows: boolean;
}

const SIZES = [
  { width: 360, height: 780 },
  { width: 768, height: 1024 },
  { width: 1440, height: 900 },
] as const;

/** CSS pixels: a list of 266 people says no more below. */
const TALLEST = 3200;

/** @param folder emptied first. */
export function openCamera(folder: string): {
  take(scene: string, name: string, page: Page): Promise<void>;
  readonly pictures: readonly Picture[];
} {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const pictures: Picture[] = [];
  return {
    pictures,
    async take(scene, name, page) {
      const { pathname } = new URL(page.url());
      const number = String(pictures.length + 1).padStart(3, '0');
      const before = page.viewportSize();
      const shots: Shot[] = [];
      for (const size of SIZES) {
        const file = `${number}-${size.width}.png`;
        shots.push({ width: size.width, file, overflows: await shoot(page, size, join(folder, file)) });
      }
      if (before !== null) await page.setViewportSize(before);
      pictures.push({ scene, name, pathname, address: addressOf(pathname), shots });
    },
  };
}

/** @returns whether the page is wider than the screen. */
async function shoot(page: Page, size: (typeof SIZES)[number], path: string): Promise<boolean> {
  await page.setViewportSize(size);
  // Rows out of sight are not drawn until they are scrolled to: here all of them are looked at.
  await page.evaluate(
    `{ const sheet = new CSSStyleSheet(); sheet.replaceSync('* { content-visibility: visible !important; }');
      document.adoptedStyleSheets = [sheet]; }`,
  );
  // From the top: what sticks would lie across the middle of the picture.
  await page.evaluate(
    'new Promise(done => { scrollTo(0, 0); requestAnimationFrame(() => requestAnimationFrame(done)); })',
  );
  const { width, height } = await page.evaluate<{ width: number; height: number }>(
    '({ width: document.documentElement.scrollWidth, height: document.documentElement.scrollHeight })',
  );
  const clip = { x: 0, y: 0, width: size.width, height: Math.min(Math.max(height, size.height), TALLEST) };
  await page.screenshot({ path, fullPage: true, clip });
  return width > size.width;
}
