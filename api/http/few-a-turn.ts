/**
 * A crowd comes in a few at a time. Requests that arrive together are read in one turn of the event loop, and all begun
 * before the loop looks at anything else: forty sign-ins held it for 30 ms, and with it the sockets of those who choose
 * (architecture §1: nothing above 20 ms).
 */
import type { MiddlewareHandler } from 'hono';

/** @param most requests that begin in one turn of the loop; the others in the next ones, in the order they came. */
export function fewATurn(most: number): MiddlewareHandler {
  const waiting: (() => void)[] = [];
  let begun = 0;
  const nextTurn = (): void => {
    begun = 0;
    for (const enter of waiting.splice(0, most)) {
      begin();
      enter();
    }
  };
  const begin = (): void => {
    if (begun === 0) setImmediate(nextTurn);
    begun += 1;
  };
  return async (_context, next) => {
    if (begun >= most) await new Promise<void>(resolve => waiting.push(resolve));
    else begin();
    return next();
  };
}
