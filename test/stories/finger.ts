/** A finger on a telephone's screen, as the browser itself is told of it: put down, moved in steps, held, lifted. */
import type { Page } from 'playwright-core';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Finger {
  down(at: Point): Promise<void>;
  /** In steps, as fingers do. */
  to(at: Point): Promise<void>;
  up(): Promise<void>;
}

const STEPS = 10;

export async function fingerOn(page: Page): Promise<Finger> {
  const session = await page.context().newCDPSession(page);
  let from: Point = { x: 0, y: 0 };
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly Point[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: [...points] });
  return {
    async down(at) {
      from = at;
      await touch('touchStart', [at]);
    },
    async to(at) {
      const part = (a: number, b: number, step: number): number => a + ((b - a) * step) / STEPS;
      for (let step = 1; step <= STEPS; step += 1)
        await touch('touchMove', [{ x: part(from.x, at.x, step), y: part(from.y, at.y, step) }]);
      from = at;
    },
    async up() {
      await touch('touchEnd', []);
      await session.detach();
    },
  };
}
