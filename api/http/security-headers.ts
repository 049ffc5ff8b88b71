/** The headers of every answer: a strict policy that names the sockets' address, no index, no frame (facts §9). */
import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { twin } from '../kit/config.ts';
import type { Config } from '../kit/config.ts';

const ONE_YEAR_S = 31_536_000;

export function securityHeaders(config: Config): readonly MiddlewareHandler[] {
  const sockets = config.production
    ? [config.socketUrl]
    : [...new Set([config.socketUrl, twin(config.socketUrl)])];
  const headers = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      fontSrc: ["'self'"],
      connectSrc: ["'self'", ...sockets],
      // The development mailbox alone shows a page in a frame: a mail.
      ...(config.production ? {} : { frameSrc: ["'self'"] }),
      manifestSrc: ["'self'"],
      workerSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
    // On http://localhost it would reach every other project of the developer for a year.
    strictTransportSecurity: config.production ? `max-age=${ONE_YEAR_S}; includeSubDomains` : false,
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
  });
  const noIndex: MiddlewareHandler = async (context, next) => {
    await next();
    // Domain §8. Not `context.header`, which after the answer makes another of it, a web stream, several times as dear.
    context.res.headers.set('x-robots-tag', 'noindex, nofollow');
  };
  return [headers, noIndex];
}

/**
 * For a mail's own page in the development mailbox: styled inline as mails are, in a frame of ours, and able to do
 * nothing. Mounted outside `securityHeaders`, which would have the last word.
 */
export const mailPageHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  context.header(
    'content-security-policy',
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox",
  );
  context.header('x-frame-options', 'SAMEORIGIN');
  context.header('origin-agent-cluster', undefined); // sandboxed, its origin is nobody's: the browser would complain
};

/** For the page that shows the API's description: its reader writes styles of its own into the page. Mounted as the mail's. */
export const docsPageHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  context.header(
    'content-security-policy',
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  );
};
