/** What a person does not want by mail or by push: kept by kind and channel; no row = the kind's own default. */
import type { AccountId } from '../../machines/ids.ts';
import { isWantedAtFirst, kindsFor, mayDoWithout } from '../../machines/notification-kinds.ts';
import type { Channel, NotificationKind } from '../../machines/notification-kinds.ts';
import type { Sql } from '../../migrations/open.ts';
import type { NotificationSettings } from '../notification-answers.ts';

export async function readChoices(
  sql: Sql,
  account: AccountId,
  realm: 'intern' | 'mandatary',
): Promise<NotificationSettings['kinds']> {
  const rows = await sql<{ kind: string; channel: string; wanted: boolean }>(
    'select kind, channel, wanted from notification_choice where account_id = ?::int',
    [account],
  );
  const wayOf = (kind: NotificationKind, channel: Channel) => {
    const fixed = mayDoWithout(kind, channel);
    const chosen =
      rows.find(row => row.kind === kind && row.channel === channel)?.wanted ??
      isWantedAtFirst(kind, channel);
    return { wanted: fixed === null ? chosen : fixed === 'evidence', fixed };
  };
  return kindsFor(realm).map(kind => ({ kind, mail: wayOf(kind, 'mail'), push: wayOf(kind, 'push') }));
}

export async function writeChoice(
  sql: Sql,
  account: AccountId,
  kind: NotificationKind,
  channel: Channel,
  wanted: boolean,
): Promise<void> {
  await sql(
    `insert into notification_choice (account_id, kind, channel, wanted) values (?::int, ?::text, ?::text, ?::boolean)
    on conflict (account_id, kind, channel) do update set wanted = excluded.wanted`,
    [account, kind, channel, wanted],
  );
}
