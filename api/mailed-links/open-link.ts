/**
 * What a mailed link's page asks for: first to look (which a mail scanner may do as often as it likes), then to use it,
 * once. The token comes in a request's body, from the address's fragment, which no server and no log sees.
 */
import { z } from 'zod';
import type { Ms } from '../../machines/ids.ts';
import type { Sql } from '../../migrations/open.ts';
import { linkHash } from './link-token.ts';
import type { LinkPurpose } from './purposes.ts';
import { MAILED_TOKEN } from '../../machines/mailed-token.ts';

/** As it stands in a request's body. */
export const mailedToken = z.string().regex(MAILED_TOKEN);

export interface OpenedLink {
  readonly id: number;
  readonly subject: string;
  readonly email: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly expiresAt: Ms;
}

const SHOWN = `id, subject, email, detail, (extract(epoch from expires_at) * 1000)::float8 as "expiresAt"`;
const GOOD = 'token_hash = ? and purpose = ? and used_at is null and ended_at is null and expires_at > now()';

/** Null: none such, of another purpose, used, replaced or expired; which of them is told to nobody (`LINK_ENDED`). */
export async function lookAtLink(sql: Sql, purpose: LinkPurpose, token: string): Promise<OpenedLink | null> {
  const [row] = await sql<OpenedLink>(`select ${SHOWN} from mailed_link where ${GOOD}`, [
    linkHash(token),
    purpose,
  ]);
  return row ?? null;
}

/**
 * Uses it up: of two at once one gets null.
 * @param sql of the transaction that does what the link is for: rolled back, the link is good again.
 */
export async function useLink(sql: Sql, purpose: LinkPurpose, token: string): Promise<OpenedLink | null> {
  const [row] = await sql<OpenedLink>(
    `update mailed_link set used_at = now() where ${GOOD} returning ${SHOWN}`,
    [linkHash(token), purpose],
  );
  return row ?? null;
}

/** Kept for a month, so that «sans effet» can be explained on the telephone; then the addresses go. */
const KEPT_DAYS = 30;

export async function purgeLinks(sql: Sql): Promise<void> {
  await sql('delete from mailed_link where expires_at < now() - make_interval(days => ?::int)', [KEPT_DAYS]);
}
