/** How often a secret answer may still be tried: three wrong ones in 24 hours, whoever asks, and the count is the record's own. */
const SECRET_TRIES = 3;

/** SQL. In a statement that reads `roster_entry`: how many are left; a right answer begins them anew. */
export const SECRET_TRIES_LEFT = `greatest(0, ${SECRET_TRIES} - (
    select count(*)::int from desk_act tried
    where tried.person = roster_entry.person and tried.act = 'checkSecretAnswer'
      and tried.at > now() - interval '24 hours' and tried.detail ->> 'matches' = 'false'
      and tried.id > coalesce((select max(good.id) from desk_act good where good.person = roster_entry.person
        and good.act = 'checkSecretAnswer' and good.detail ->> 'matches' = 'true'), 0)))`;
