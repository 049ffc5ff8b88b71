/** Whether the chooser of a person is connected now, as the gateways have written it: for what is shown before a start. */

/** SQL. Rows of a gateway that has said nothing for so long are passed over: its people are somewhere else by then. */
export const SEEN_WITHIN = "interval '15 seconds'";

/**
 * SQL: since when the chooser is connected (domain §3: the holder of an accepted mandate, else the intern), in ms; null
 * where not. In a statement that reads `roster_entry`.
 */
export const CHOOSER_CONNECTED_SINCE = `(select (extract(epoch from min(person_connected.since)) * 1000)::float8
  from person_connected join gateway_alive using (gateway)
  where person_connected.roster_entry_id = roster_entry.id and gateway_alive.seen_at > now() - ${SEEN_WITHIN}
    and person_connected.realm = case when exists (select from mandate
      where mandate.roster_entry_id = roster_entry.id and accepted_at is not null and ended_at is null)
      then 'mandatary' else 'intern' end)`;
