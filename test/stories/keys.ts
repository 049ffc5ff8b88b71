/** A page used by keys alone: the way by Tab, and whether the place one is at can be seen. */
import type { Locator, Page } from 'playwright-core';

const MOST_TABS = 150;

/** Tab until `target` has the focus; there it must be seen (WCAG 2.4.7, 2.4.11). */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let left = MOST_TABS; left > 0; left--) {
    if (await isFocused(target)) return seen(page);
    await page.keyboard.press('Tab');
  }
  throw new Error(`no way by Tab to ${String(target)}`);
}

/** Notes from now on each change of the page that leaves the focus nowhere: whoever reads aloud would begin anew. */
export const watchFocus = (page: Page): Promise<void> =>
  page.evaluate<undefined>(`{
    window.focusLost = [];
    new MutationObserver(([{ removedNodes: [gone] }]) => {
      if (document.activeElement === document.body) focusLost.push(String(gone?.textContent).slice(0, 80));
    }).observe(document.body, { subtree: true, childList: true });
  }`);

/** What went with the focus inside, since `watchFocus`. */
export const focusLost = (page: Page): Promise<readonly string[]> => page.evaluate('focusLost');

export const isFocused = (target: Locator): Promise<boolean> =>
  target.evaluate(element => element === (globalThis as unknown as Window).document.activeElement);

export async function seen(page: Page): Promise<void> {
  const fault = await page.evaluate<string | null>(FOCUS_FAULT);
  if (fault !== null) throw new Error(fault);
}

/** An outline of 2 px at least, and the middle of what has it on the screen, under nothing that stays. */
const FOCUS_FAULT = `{
  const field = document.activeElement;
  const element = field.matches('[type=radio], [type=checkbox]') ? (field.closest('label') ?? field) : field;
  const name = element.tagName + ' «' + (element.textContent || element.getAttribute('aria-label') || element.name || '').trim() + '»';
  const ring = [element, ...element.querySelectorAll('*'), element.parentElement]
    .map(one => getComputedStyle(one))
    .some(style => (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none');
  const box = element.getBoundingClientRect();
  const on = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  ring ? (on !== null && (element.contains(on) || on.contains(element)) ? null : name + ' has the focus and cannot be seen')
    : name + ' has the focus and does not show it';
}`;

/** As much of the browser's window as is asked here: these tests are compiled without its types. */
interface Window {
  readonly document: { readonly activeElement: unknown };
}

/**
 * From where the page begins, by Tab, until the focus has left it: each stop must be seen.
 * @returns what each is called. @throws where the focus is held in one place, or never comes out.
 */
export async function tabThrough(page: Page): Promise<readonly string[]> {
  await page.evaluate(
    'document.activeElement.blur(), scrollTo(0, 0), getSelection().collapse(document.body, 0)',
  );
  const stops: string[] = [];
  for (let left = MOST_TABS; left > 0; left--) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate<string | null>(STOP);
    if (stop === null) return stops;
    await seen(page);
    stops.push(stop);
  }
  throw new Error(`Tab never leaves the page: ${stops.slice(-3).join(', ')}`);
}

const STOP = `{
  const element = document.activeElement;
  element === document.body ? null : (element.getAttribute('aria-label') || element.textContent || element.name || element.tagName).trim();
}`;
