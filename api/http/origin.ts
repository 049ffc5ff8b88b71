/**
 * Who may act: pages of our own origins only. `hono/csrf` lets JSON pass, and a SameSite cookie alone lets sister
 * subdomains act; every browser sends Origin with an unsafe method, so one without it is not a page of ours.
 */
import type { MiddlewareHandler } from 'hono';
import { problem } from './problem.ts';

export const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

export function ownOriginOnly(origins: readonly string[]): MiddlewareHandler {
  return async (context, next) => {
    if (SAFE_METHODS.has(context.req.method)) return next();
    const origin = context.req.header('origin');
    const site = context.req.header('sec-fetch-site');
    const own = origin === undefined ? site === 'same-origin' : origins.includes(origin);
    return own && site !== 'cross-site' ? next() : problem(context, 'FOREIGN_ORIGIN');
  };
}
