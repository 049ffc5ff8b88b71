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

/** What a log keeps of an error: named fields only, and of the database's nothing that quotes a row or a parameter. */
function describeError(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { type: typeof error };
  const cause = error.cause === undefined ? {} : { cause: describeError(error.cause) };
  const at = error.stack?.split('\n').filter(line => /^\s+at /.test(line)); // its head is the message once more
  const told = isDatabaseError(error)
    ? describeDatabaseError(error)
    : { message: error.message, code: codeOf(error) };
  return { type: error.name, ...told, at, ...cause };
}

interface DatabaseError extends Error {
  readonly code: string;
  readonly severity: string;
  readonly constraint?: string;
  readonly table?: string;
}

const isDatabaseError = (error: Error): error is DatabaseError =>
  'severity' in error && typeof codeOf(error) === 'string';
const codeOf = (error: Error): unknown => ('code' in error ? error.code : undefined);

const DATA_EXCEPTION = '22'; // this class's messages quote the value: «invalid input syntax for type integer: …»
const LONGEST_HEAD = 120;

/** MikroORM puts the whole statement, its parameters written in, before PostgreSQL's words: kept up to the first literal. */
function describeDatabaseError({
  code,
  constraint,
  table,
  message,
}: DatabaseError): Readonly<Record<string, unknown>> {
  const said = message.slice(message.lastIndexOf(' - ') + 1);
  return {
    code,
    constraint,
    table,
    statement: message.split("'")[0]?.slice(0, LONGEST_HEAD),
    message: code.startsWith(DATA_EXCEPTION) ? undefined : said,
  };
}
