/** What is asked of every page in every state, beside axe: narrow and zoomed without sideways scroll, still, large enough to touch. */
import type { Page } from 'playwright-core';
import { axeFaults } from './axe.ts';

const PHONE = { width: 360, height: 780 };
const DESKTOP = { width: 1280, height: 900 };
const NARROWEST = { width: 320, height: 640 }; // CSS pixels (WCAG 1.4.10)
const ZOOMED = { width: 640, height: 450 }; // a desktop of 1,280 px at 200 % (WCAG 1.4.4)
const SMALLEST_TARGET = 44; // CSS pixels, both ways

/** @returns one line per fault; the page is left as wide as it was. */
export async function accessibilityFaults(page: Page): Promise<readonly string[]> {
  const before = page.viewportSize() ?? DESKTOP;
  const faults: string[] = [];
  for (const size of [DESKTOP, PHONE]) {
    await page.setViewportSize(size);
    faults.push(...(await axeFaults(page)).map(fault => `${size.width} px ${fault}`));
  }
  faults.push(...(await page.evaluate<string[]>(SMALL_TARGETS)).map(what => `too small to touch: ${what}`));
  for (const { width, height } of [NARROWEST, ZOOMED]) {
    await page.setViewportSize({ width, height });
    faults.push(...(await page.evaluate<string[]>(TOO_WIDE)).map(what => `wider than ${width} px: ${what}`));
  }
  faults.push(...(await page.evaluate<string[]>(MOVING)).map(what => `moves though asked not to: ${what}`));
  await page.setViewportSize(before);
  return faults;
}

const NAMED = `const named = element =>
  element.tagName.toLowerCase() + [...element.classList].map(name => '.' + name).join('') + ' «' + element.textContent.trim().slice(0, 40) + '»';`;

/** Whatever reaches beyond the right edge, where the document does. */
const TOO_WIDE = `{
  ${NAMED}
  const width = document.documentElement.clientWidth;
  document.documentElement.scrollWidth <= width ? [] : [document.documentElement.scrollWidth + ' px', ...[...document.body.querySelectorAll('*')]
    .filter(element => element.getBoundingClientRect().right > width + 1 && element.childElementCount === 0)
    .slice(0, 3).map(named)];
}`;

/** The page was asked for less motion: nothing may run but what is over at once. */
const MOVING = `{
  ${NAMED}
  document.getAnimations()
    .filter(one => one.playState === 'running' && one.effect.getComputedTiming().activeDuration > 50)
    .map(one => named(one.effect.target));
}`;

/** Buttons and what looks like one; a link inside a sentence is as high as its line. */
const SMALL_TARGETS = `{
  ${NAMED}
  const wanted = 'button, summary, select, input:not([type=radio], [type=checkbox], [type=hidden]), [role=tab], a.ds-button';
  const high = element => element.getBoundingClientRect();
  [...document.querySelectorAll(wanted)]
    .filter(element => element.checkVisibility({ visibilityProperty: true }) && high(element).height > 1)
    .filter(element => high(element).height < ${SMALLEST_TARGET} - 0.5 || high(element).width < ${SMALLEST_TARGET} - 0.5)
    .map(element => named(element) + ' ' + Math.round(high(element).width) + ' × ' + Math.round(high(element).height));
}`;
