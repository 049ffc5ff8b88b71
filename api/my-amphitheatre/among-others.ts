/** Where one stands among those of one's amphitheatre: counted here, from one reading that all who ask at once share. */
import type { AmphitheatreId, SessionId } from '../../machines/ids.ts';
import type { Sql } from '../../migrations/open.ts';
import type { ListedRow, MyRow } from './my-row.ts';

export interface Listed {
  readonly session: SessionId | null;
  readonly callOrder: number;
  readonly promotion: number;
  /** By a planned absence that stands. */
  readonly excused: boolean;
}

export function readListed(sql: Sql, amphitheatre: AmphitheatreId): Promise<readonly Listed[]> {
  return sql<Listed>(
    `select call_list_entry.session_id as session, call_order as "callOrder", theoretical_promotion as promotion,
      exists (select from planned_absence where planned_absence.roster_entry_id = roster_entry.id and lifted_at is null) as excused
    from call_list_entry join roster_entry on roster_entry.id = call_list_entry.roster_entry_id
    where call_list_entry.amphitheatre_id = ?::int`,
    [amphitheatre],
  );
}

export function amongOthers<Session extends { readonly id: SessionId }>(
  { rank: { theoreticalPromotion } }: Pick<MyRow, 'rank'>,
  {
    session,
    callOrder,
    sessions,
  }: Pick<ListedRow, 'session' | 'callOrder'> & { readonly sessions: readonly Session[] },
  everybody: readonly Listed[],
): Pick<ListedRow, 'people' | 'inSession' | 'ahead' | 'before'> & {
  readonly sessions: readonly (Session & { readonly size: number })[];
} {
  const earlier = everybody.filter(other => other.callOrder < callOrder);
  const same = earlier.filter(other => other.session === session);
  const earlierPromotion = earlier.filter(({ promotion }) => promotion < theoreticalPromotion).length;
  const sizes = new Map<SessionId | null, number>();
  for (const other of everybody) sizes.set(other.session, (sizes.get(other.session) ?? 0) + 1);
  return {
    people: everybody.length,
    inSession: same.length + 1,
    ahead: same.filter(({ excused }) => !excused).length,
    before: { earlierPromotion, samePromotion: earlier.length - earlierPromotion },
    sessions: sessions.map(one => ({ ...one, size: sizes.get(one.id) ?? 0 })),
  };
}
