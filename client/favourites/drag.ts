/**
 * Dragging a row of the favourites by its grip, with a mouse, a finger or a pen: an extra beside number field, buttons
 * and keys (WCAG 2.5.7). The others make room as it goes, and the page scrolls at its edges. By pointer events: the
 * browsers' own drag and drop knows no finger. Loaded when a list is arranged; used by use-drag.ts.
 */
import { placeUnder } from './place-under.ts';
import type { Span } from './place-under.ts';

/** The row that was let go, the one whose place it takes, and whether it comes behind that one. */
export type Moved = (key: string, over: string, behind: boolean) => void;

/** @returns what ends it; a row that is held then goes back. */
export function dragRows(list: HTMLElement, moved: Moved): () => void {
  let held: Held | null = null;
  const letGo = (): Held | null => {
    const before = held;
    held = null;
    before?.end();
    return before;
  };
  const down = (event: PointerEvent): void => {
    const grip = event.target instanceof Element ? event.target.closest('[data-grip]') : null;
    const row = grip?.closest<HTMLElement>('[data-key]') ?? null;
    if (held !== null || !event.isPrimary || event.button !== 0 || grip === null || row === null) return;
    event.preventDefault(); // no text is selected on the way
    grip.setPointerCapture(event.pointerId);
    held = hold(list, row, event);
  };
  const move = ({ pointerId, clientY }: PointerEvent): void => {
    if (held?.pointer === pointerId) held.to(clientY);
  };
  const up = ({ pointerId }: PointerEvent): void => {
    if (held?.pointer !== pointerId) return;
    const drop = letGo()?.drop() ?? null;
    if (drop !== null) moved(drop.key, drop.over, drop.behind);
  };
  const cancel = ({ pointerId }: PointerEvent): void => {
    if (held?.pointer === pointerId) letGo();
  };
  const escape = ({ key }: KeyboardEvent): void => {
    if (key === 'Escape') letGo();
  };
  // A long press would open the browser's own menu under the finger.
  const menu = (event: Event): void => {
    if (held !== null) event.preventDefault();
  };
  const ends = [
    on(list, 'pointerdown', down),
    on(list, 'pointermove', move),
    on(list, 'pointerup', up),
    on(list, 'pointercancel', cancel),
    on(list, 'contextmenu', menu),
    on(document, 'keydown', escape),
  ];
  return () => {
    letGo();
    for (const end of ends) end();
  };
}

interface Held {
  readonly pointer: number;
  /** The pointer is there, in px of the window. */
  to(clientY: number): void;
  /** Null where it is over its own place. */
  drop(): { readonly key: string; readonly over: string; readonly behind: boolean } | null;
  end(): void;
}

const EDGE_PX = 110; // the strips of a room stand at the top
const FASTEST_PX = 16; // a frame

function hold(list: HTMLElement, row: HTMLElement, { pointerId, clientY }: PointerEvent): Held {
  const rows = [...list.querySelectorAll<HTMLElement>('[data-key]')];
  const spans = rows.map(spanOf);
  const from = rows.indexOf(row);
  const startY = clientY + window.scrollY;
  const step = stepOf(spans, from);
  let at = clientY;
  let place = from;
  let frame = 0;
  const show = (): void => {
    const by = at + window.scrollY - startY;
    place = placeUnder(spans, from, by);
    for (const [index, other] of rows.entries())
      other.style.transform = index === from ? `translateY(${by}px)` : shifted(index, from, place, step);
  };
  const scroll = (): void => {
    const speed = speedAt(at, window.innerHeight);
    if (speed !== 0) {
      window.scrollBy({ top: speed, behavior: 'instant' });
      show();
    }
    frame = requestAnimationFrame(scroll);
  };
  row.setAttribute('data-dragged', '');
  frame = requestAnimationFrame(scroll);
  return {
    pointer: pointerId,
    to(next) {
      at = next;
      show();
    },
    drop() {
      const [key, over] = [row.getAttribute('data-key'), rows[place]?.getAttribute('data-key') ?? null];
      return place === from || key === null || over === null ? null : { key, over, behind: place > from };
    },
    end() {
      cancelAnimationFrame(frame);
      row.removeAttribute('data-dragged');
      for (const other of rows) other.style.removeProperty('transform');
    },
  };
}

function spanOf(row: HTMLElement): Span {
  const { top, height } = row.getBoundingClientRect();
  return { top: top + window.scrollY, height };
}

/** How far the others go to make room: the row, and what stands between two. */
function stepOf(spans: readonly Span[], from: number): number {
  const [first, second] = spans;
  const between = first && second ? second.top - first.top - first.height : 0;
  return (spans[from]?.height ?? 0) + between;
}

function shifted(index: number, from: number, place: number, step: number): string {
  if (index > from && index <= place) return `translateY(${-step}px)`;
  return index < from && index >= place ? `translateY(${step}px)` : '';
}

/** Faster the nearer the edge; 0 away from it. */
function speedAt(y: number, height: number): number {
  const into = y < EDGE_PX ? y - EDGE_PX : Math.max(0, y - height + EDGE_PX);
  return Math.round(Math.max(-1, Math.min(1, into / EDGE_PX)) * FASTEST_PX);
}

function on<Name extends keyof DocumentEventMap>(
  target: HTMLElement | Document,
  name: Name,
  act: (event: DocumentEventMap[Name]) => void,
): () => void {
  target.addEventListener(name, act as EventListener);
  return () => target.removeEventListener(name, act as EventListener);
}
