/** The job `document`: writes what a row of `document` asks for. Told in the row where it fails: the asker waits for it. */
import { z } from 'zod';
import type { Sql } from '../../../migrations/open.ts';
import type { RecordShelf } from '../../desk/record-shelf.ts';
import { wanted } from '../../documents/wanted.ts';
import type { Wanted } from '../../documents/wanted.ts';
import type { Clock } from '../../kit/clock.ts';
import type { Config } from '../../kit/config.ts';
import type { Log } from '../../kit/log.ts';
import { agencyAssignments, publicAssignments } from './assignments.ts';
import { callList } from './call-list.ts';
import { certificate } from './certificate.ts';
import { establishmentList } from './establishment.ts';
import { writeList } from './list.ts';
import type { Written } from './list.ts';
import { offerList } from './offer.ts';

export interface DocumentParts {
  readonly sql: Sql;
  readonly config: Pick<Config, 'agency' | 'publicUrl'>;
  readonly clock: Clock;
  /** Kept from one call list to the next: each reads the journal's new rows only. */
  readonly records: RecordShelf;
  readonly log: Log;
}

const jobPayload = z.object({ document: z.number() });

export async function makeDocument(parts: DocumentParts, payload: unknown): Promise<void> {
  const { sql, clock, log } = parts;
  const { document: id } = jobPayload.parse(payload);
  const [row] = await sql<{ kind: string; params: unknown }>(
    'select kind, params from document where id = ?::int and made_at is null',
    [id],
  );
  if (row === undefined) return; // purged, or made by a worker that died before it could say so to the queue
  const begun = clock.now();
  try {
    const { fileName, mediaType, content } = await write(parts, wanted.parse(row.params));
    await sql(
      'update document set content = ?, file_name = ?, media_type = ?, made_at = now() where id = ?::int',
      [content, fileName, mediaType, id],
    );
    log.info(
      { document: id, kind: row.kind, bytes: content.length, ms: clock.now() - begun },
      'document.made',
    );
  } catch (error) {
    log.error({ document: id, kind: row.kind, err: error }, 'document.failed');
    await sql('update document set failed_at = now() where id = ?::int', [id]);
  }
}

async function write({ sql, config, clock, records }: DocumentParts, document: Wanted): Promise<Written> {
  const now = clock.now(); // before anything is read: what is said is never newer than its date
  const { format } = document;
  switch (document.kind) {
    case 'callList':
      return await writeList(await callList(sql, records, document.amphitheatre), format, config.agency, now);
    case 'assignments':
      return document.withPosts
        ? await writeList(await agencyAssignments(sql, document), format, config.agency, now)
        : await writeList(await publicAssignments(sql, document), format, config.agency, now);
    case 'establishment': {
      const { establishment, semester } = document;
      return await writeList(
        await establishmentList(sql, establishment, semester),
        format,
        config.agency,
        now,
      );
    }
    case 'offer':
      return await writeList(await offerList(sql, document), format, config.agency, now);
    case 'certificate':
      return await certificate(sql, config, document.assignment, now);
    default:
      return document satisfies never;
  }
}
