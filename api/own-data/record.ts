/**
 * What the record says of a person, and what an account did. Who else acted is named nowhere: whoever works for the
 * agency has rights of their own (CJEU C-579/21). Reasons and evidence are the moderators' alone (domain §3, §8).
 */
import { ENTRIES, iso } from './whose.ts';

/** Of a fact: what is sealed, what stands beside it in words, and numbers of rows, which would tell nobody anything. */
const UNTOLD = `array['kind', 'person', 'at', 'reason', 'evidence', 'text', 'post', 'line', 'service', 'from', 'to', 'edition']`;

const AT = 'to_timestamp(journal.at / 1000.0)';

/** SQL, each of `whose` (whose.ts). Presence is the chooser's (domain §3): under a mandate it was not the intern's. */
export const SESSION_FACTS = `select semester.code as semester, session.number as session, session.rehearsal,
    ${iso(AT)} as at, fact ->> 'kind' as kind, post.number as post, fact - ${UNTOLD} as detail
  from ${ENTRIES} join call_list_entry listed on listed.roster_entry_id = entry.id
  join journal on journal.amphitheatre_id = listed.amphitheatre_id
  join session on session.id = journal.session_id
  cross join lateral jsonb_array_elements(journal.facts) with ordinality as told (fact, place)
  left join post on post.id = (fact ->> 'post')::int
  where fact ->> 'person' = entry.person and not (fact ->> 'kind' = 'presence' and exists (
    select from mandate where mandate.roster_entry_id = entry.id and mandate.accepted_at <= ${AT}
      and (mandate.ended_at is null or mandate.ended_at > ${AT})))
  order by journal.at, journal.session_id, journal.seq, place`;

/** What moderators did to this person's file, readings too, and to this account. */
export const ACTS_ABOUT_YOU = `select ${iso('done.at')} as at, act, fields from (
    select desk_act.at, act, desk_act.detail -> 'fields' as fields from whose join desk_act on subject_account_id = account
      or desk_act.person in (select person from roster_entry where intern_id = intern)
    union all
    select done.at, act, null from ${ENTRIES} join amphitheatre_act done on done.detail ->> 'person' = entry.person
  ) done order by done.at, act`;

/** Without whom they were about: that is others' data. */
export const ACTS_MADE = `select ${iso('done.at')} as at, act from (
    select desk_act.at, act from whose join desk_act on account_id = account
    union all
    select done.at, act from whose join amphitheatre_act done on account_id = account
    union all
    select document_read.at, 'readAssignments' from whose join document_read on account_id = account
    union all
    select granted_at, 'grantReader' from whose join establishment_reader on granted_by = account
    union all
    select ended_at, 'endReader' from whose join establishment_reader on ended_by = account
    union all
    select ${AT}, command ->> 'type' from whose join journal on (who ->> 'account')::int = account
  ) done order by done.at, act`;
