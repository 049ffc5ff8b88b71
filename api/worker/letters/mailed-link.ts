/** What every letter with a mailed link begins with: the link, while it is still good, and until when. */
import type { Ms } from '../../../machines/ids.ts';
import type { Sql } from '../../../migrations/open.ts';
import { linkToken } from '../../mailed-links/link-token.ts';
import type { MailRow } from '../mail-row.ts';
import { parisHour } from '../paris-time.ts';

export interface LetterLink {
  readonly subject: string;
  readonly email: string;
  readonly detail: Readonly<Record<string, unknown>>;
  /** For `particulars`. */
  readonly until: readonly [label: string, value: string];
  /** The token stands after `#`: browsers keep that part to themselves, no log ever sees it. @param path as `/inscription`. */
  href(publicUrl: string, path: string): string;
}

/** @returns null where it was used, replaced or taken back before the letter left: there is nothing to say any more. */
export async function letterLink(
  sql: Sql,
  { data }: Pick<MailRow, 'data'>,
  tokenSecret: string,
): Promise<LetterLink | null> {
  const [row] = await sql<Omit<LetterLink, 'until' | 'href'> & { id: number; createdAt: Ms; expiresAt: Ms }>(
    `select id, subject, email, detail, (extract(epoch from created_at) * 1000)::float8 as "createdAt",
      (extract(epoch from expires_at) * 1000)::float8 as "expiresAt"
    from mailed_link where id = ?::int and used_at is null and ended_at is null and expires_at > now()`,
    [data.link ?? null],
  );
  if (row === undefined) return null;
  const { id, subject, email, detail, createdAt, expiresAt } = row;
  const token = linkToken(tokenSecret, id, createdAt);
  return {
    subject,
    email,
    detail,
    until: ['Lien valable jusqu’au', `${parisHour(expiresAt)}, une seule fois`],
    href: (publicUrl, path) => `${publicUrl}${path}#${token}`,
  };
}
