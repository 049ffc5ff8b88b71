/** What is asked of every page in every state, beside axe: narrow and zoomed without sideways scroll, still, large enough to touch. */
import type { Page } from 'playwright-core';
import { axeFaults } from './axe.ts';

const PHONE = { width: 360, height: 780 };
const DESKTOP = { width: 1280, height: 900 };
const NARROWEST = { width: 320, height: 640 }; // CSS pixels (WCAG 1.4.10)
const ZOOMED = { width: 640, height: 450 }; // a desktop of 1,280 px at 200 % (WCAG 1.4.4)
const MAIN_TARGET = 44; // CSS pixels, both ways: buttons, and what looks like one, on a phone
const ANY_TARGET = 24; // the same, of whatever may be touched (WCAG 2.5.8)

/** @returns one line per fault; the page is left as wide as it was. */
export async function accessibilityFaults(page: Page): Promise<readonly string[]> {
  const before = page.viewportSize() ?? DESKTOP;
  const faults: string[] = [];
  for (const size of [DESKTOP, PHONE]) {
    await page.setViewportSize(size);
    faults.push(...(await axeFaults(page)).map(fault => `${size.width} px ${fault}`));
  }
  for (const small of [SMALL_BUTTONS, SMALL_TARGETS])
    faults.push(...(await page.evaluate<string[]>(small)).map(what => `too small to touch: ${what}`));
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

const SEEN = `const shown = element => element.checkVisibility({ visibilityProperty: true, opacityProperty: false });
  const box = element => element.getBoundingClientRect();
  const isSmall = (element, least) => box(element).height < least - 0.5 || box(element).width < least - 0.5;
  const measured = element => named(element) + ' ' + Math.round(box(element).width) + ' × ' + Math.round(box(element).height);`;

const SMALL_BUTTONS = `{
  ${NAMED} ${SEEN}
  const wanted = 'button, summary, select, input:not([type=radio], [type=checkbox], [type=hidden]), [role=tab], a.ds-button';
  [...document.querySelectorAll(wanted)]
    .filter(element => shown(element) && box(element).height > 1 && isSmall(element, ${MAIN_TARGET}))
    .map(measured);
}`;

/** Links and boxes; a box is touched by its label too, and a link inside a sentence is as high as its line (2.5.8, «inline»). */
const SMALL_TARGETS = `{
  ${NAMED} ${SEEN}
  const touched = element => element.matches('a') ? [element] : [element, ...element.labels];
  const hasWords = node => node.nodeType === Node.TEXT_NODE && node.textContent.trim().length > 1;
  const inSentence = link => getComputedStyle(link).display.startsWith('inline') && !link.matches('.ds-button') &&
    [...(link.closest('p, li, dd, td, th, span, label') ?? link.parentElement).childNodes].some(hasWords);
  [...document.querySelectorAll('a[href], input:is([type=radio], [type=checkbox])')]
    .filter(element => touched(element).some(one => shown(one) && box(one).height > 1))
    .filter(element => !(element.matches('a') && inSentence(element)))
    .filter(element => touched(element).every(one => isSmall(one, ${ANY_TARGET})))
    .map(measured);
}`;
