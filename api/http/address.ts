/** The person's network address: the socket's, or the header that only the trusted proxy can set. */
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/** @param header setting TRUSTED_PROXY_HEADER; of a list (`x-forwarded-for`) the last is the one our proxy wrote. */
export function addressOf(context: Context, header: string | null): string {
  const told = header === null ? undefined : context.req.header(header)?.split(',').at(-1)?.trim();
  return told ?? getConnInfo(context).remote.address ?? 'unknown';
}
