/** What every letter with a mailed link begins with: the link, while it is still good, and until when. */
import type { Ms } from '../../../machines/ids.ts';
import type { Sql } from '../../../migrations/open.ts';
import { linkToken } from '../../mailed-links/link-token.ts';
import { parisHour } from '../paris-time.ts';
import type { Letter, WriteLetter } from './letter.tsx';

export interface LetterLink {
  readonly email: string;
  readonly detail: Readonly<Record<string, unknown>>;
  /** For `particulars`. */
  readonly until: readonly [label: string, value: string];
  /** The token stands after `#`: browsers keep that part to themselves, no log ever sees it. @param path as `/inscription`. */
  href(path: string): string;
  /** A page that needs no link. */
  page(path: string): string;
}

type LinkLetter = Omit<Letter, 'linkFirst'>;

/**
 * A letter whose link is what it is for: it stands right under the first sentence.
 * @returns a letter that is null where the link was used, replaced or taken back before it left: there is nothing to say
 * any more.
 */
export function letterOfLink(
  write: (link: LetterLink, sql: Sql) => LinkLetter | null | Promise<LinkLetter | null>,
): WriteLetter {
  return async (sql, { data }, publicUrl, tokenSecret) => {
    const link = await readLetterLink(sql, data.link ?? null, publicUrl, tokenSecret);
    const letter = link && (await write(link, sql));
    return letter && { ...letter, linkFirst: true };
  };
}

interface LinkRow extends Pick<LetterLink, 'email' | 'detail'> {
  readonly id: number;
  readonly createdAt: Ms;
  readonly expiresAt: Ms;
}

/** @returns null where it is no longer good. */
export async function readLetterLink(
  sql: Sql,
  link: number | null,
  publicUrl: string,
  tokenSecret: string,
): Promise<LetterLink | null> {
  const [row] = await sql<LinkRow>(
    `select id, email, detail, (extract(epoch from created_at) * 1000)::float8 as "createdAt",
      (extract(epoch from expires_at) * 1000)::float8 as "expiresAt"
    from mailed_link where id = ?::int and used_at is null and ended_at is null and expires_at > now()`,
    [link],
  );
  if (row === undefined) return null;
  const { id, email, detail, createdAt, expiresAt } = row;
  const page = (path: string): string => `${publicUrl}${path}`;
  return {
    email,
    detail,
    until: ['Lien valable jusqu’au', `${parisHour(expiresAt)}, une seule fois`],
    page,
    href: path => `${page(path)}#${linkToken(tokenSecret, id, createdAt)}`,
  };
}
