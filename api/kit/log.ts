/**
 * The one logger (style: an event name and fields, `log.info({session, seq, ms}, 'choice.recorded')`).
 * What must never be logged is taken out here too, should a caller forget (domain §8).
 */
import { pino } from 'pino';
import type { Logger } from 'pino';
import type { Config } from './config.ts';

export type Log = Logger;

/** @param part which process or room speaks: 'api', 'worker', 'gateway', 'host'. */
export function openLog(config: Pick<Config, 'logLevel'>, part: string): Log {
  return pino({
    level: config.logLevel,
    base: { part },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: label => ({ level: label }) },
    serializers: { err: describeError },
    redact: { paths: PRIVATE.flatMap(field => [field, `*.${field}`]), censor: '[private]' },
  });
}

const PRIVATE = [
  'name',
  'firstName',
  'birthName',
  'email',
  'recipient',
  'ine',
  'phone',
  'address',
  'reason',
  'password',
  'token',
  'ticket',
  'cookie',
  'authorization',
];

/**
 * What a log keeps of an error: PostgreSQL's `detail` and `where` quote the row itself (`Key (email)=(…)`), so only
 * named fields pass.
 */
function describeError(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, constraint, table } = error as { code?: unknown; constraint?: unknown; table?: unknown };
  return {
    type: error.name,
    message: error.message,
    stack: error.stack,
    code,
    constraint,
    table,
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}
