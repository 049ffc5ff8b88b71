/**
 * The letters that a mandate has been accepted or has ended: their SQL once, for the tables and for the journal's
 * statement (session-server/journal/projection-parts.ts).
 */

/**
 * SQL. An insert for a CTE named `mails`, to the intern and to the holder; a holder who declines knows. Its one
 * parameter: the mails' domain.
 * @param changed name of a CTE with the mandate's `id`, `roster_entry_id`, `email`, `accepted_at` and `ended_by`.
 */
export const mandateMails = (event: 'Accepted' | 'Ended', changed: string): string =>
  `insert into mail (message_id, kind, recipient, data)
    select 'mandate${event}-' || ${changed}.id || '-' || reader.realm || '@' || ?::text, 'mandate${event}', reader.email,
      jsonb_build_object('mandate', ${changed}.id, 'realm', reader.realm)
    from ${changed}
    join roster_entry on roster_entry.id = ${changed}.roster_entry_id
    cross join lateral (
      select 'intern' as realm, account.email from account
      where account.realm = 'intern' and account.intern_id = roster_entry.intern_id
      union all
      select 'mandatary', ${changed}.email
      where ${changed}.accepted_at is not null or ${changed}.ended_by is distinct from 'mandatary'
    ) reader
    returning id, message_id`;

/** SQL. The columns of a mandate that `mandateMails` and `holderSignedOut` read. */
export const MAILED_MANDATE =
  'mandate.id, mandate.roster_entry_id, mandate.email, mandate.account_id, mandate.accepted_at, mandate.ended_by';
