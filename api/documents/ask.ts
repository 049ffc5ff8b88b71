/** Asking the worker for a document and waiting for it: one row and one job in one statement, however many ask. */
import type { Clock } from '../kit/clock.ts';
import type { Database, Sql } from '../../migrations/open.ts';
import { sharedReading } from '../http/shared-reading.ts';
import { standingOf } from './standing.ts';
import { keyOf } from './wanted.ts';
import type { Wanted } from './wanted.ts';

export interface MadeDocument {
  readonly fileName: string;
  readonly mediaType: string;
  readonly content: Uint8Array<ArrayBuffer>;
}

export type Asked =
  | { readonly kind: 'made'; readonly document: MadeDocument }
  /** The worker could not make it; its log says why. */
  | { readonly kind: 'failed' }
  /** Not made within `PATIENCE_MS`: no worker runs, or it has much to do. */
  | { readonly kind: 'late' };

export type AskDocument = (document: Wanted) => Promise<Asked>;

const PATIENCE_MS = 10_000; // under the client's own 12 s
const LOOK_EVERY_MS = 100; // one asker in this process looks, whoever else wants the same waits for it

export interface AskParts {
  readonly database: Pick<Database, 'sql'>;
  readonly clock: Clock;
}

/** @returns one asking function for all the routes of a process: what they share is under way in it. */
export function documentAsker({ database: { sql }, clock }: AskParts): AskDocument {
  const shared = sharedReading<Asked>();
  return async document => {
    const key = keyOf(document, await standingOf(sql, document));
    return await shared(key, () => makeOrWait(sql, clock, key, document));
  };
}

async function makeOrWait(sql: Sql, clock: Clock, key: string, document: Wanted): Promise<Asked> {
  await putDown(sql, key, document);
  const until = clock.now() + PATIENCE_MS;
  for (;;) {
    const found = await look(sql, key);
    if (found !== null) return found;
    if (clock.now() >= until) return { kind: 'late' };
    await new Promise<void>(resolve => void clock.at(clock.now() + LOOK_EVERY_MS, resolve));
  }
}

/**
 * A document that failed, or whose worker died in the middle of it, is asked for anew. Its job stands behind pushes and
 * what confirms a choice, before a mass of mails: whoever asks for every list there is keeps nobody waiting for theirs.
 */
async function putDown(sql: Sql, key: string, document: Wanted): Promise<void> {
  await sql(
    `with asked as (
      insert into document (key, kind, params) values (?, ?, ?::jsonb)
      on conflict (key) do update set asked_at = now(), failed_at = null
        where document.made_at is null
          and (document.failed_at is not null or document.asked_at < now() - interval '1 minute')
      returning id
    ) select count((graphile_worker.add_job('document', json_build_object('document', asked.id), max_attempts => 1,
      priority => 5)).id)
    from asked`,
    [key, document.kind, JSON.stringify(document)],
  );
}

interface DocumentRow {
  readonly failed: boolean;
  readonly fileName: string | null;
  readonly mediaType: string | null;
  readonly content: Uint8Array | null;
}

async function look(sql: Sql, key: string): Promise<Asked | null> {
  const [row] = await sql<DocumentRow>(
    `select failed_at is not null as failed, file_name as "fileName", media_type as "mediaType", content
    from document where key = ? and (made_at is not null or failed_at is not null)`,
    [key],
  );
  if (row === undefined) return null;
  const { fileName, mediaType, content } = row;
  if (row.failed || fileName === null || mediaType === null || content === null) return { kind: 'failed' };
  return { kind: 'made', document: { fileName, mediaType, content: Uint8Array.from(content) } };
}
