/**
 * The two live regions of the page, there from the start (a region that comes with its text is not read): `announce`
 * puts a sentence in one of them. The same sentence twice is spoken twice: an unseen mark alternates.
 */
import { signal } from '@preact/signals';
import type { VNode } from 'preact';

export type LiveRegion = 'status' | 'alert';

const said = { status: signal(''), alert: signal('') };
const MARK = '\u200b';

/** `alert` interrupts: turns, pauses, refusals; `status` waits for a silence. */
export function announce(region: LiveRegion, sentence: string): void {
  const before = said[region].peek();
  said[region].value = before === sentence ? sentence + MARK : sentence;
}

export function LiveRegions(): VNode {
  return (
    <div class="hidden-text">
      <div role="status">{said.status}</div>
      <div role="alert">{said.alert}</div>
    </div>
  );
}
