/** What the agency keeps of an intern, semester by semester, and what the intern made there. */
import { ENTRIES, iso } from './whose.ts';

/** SQL, each of `whose` (whose.ts). */
export const IDENTITY = `select ine, name, first_name as "firstName", birth_name as "birthName", exam, promotion, regime
  from whose join intern on intern.id = whose.intern`;

export const ROSTER = `select semester.code as semester, entry.person as "publicId", specialty_group.name as "group",
    specialty.name as specialty, entry.phase, entry.faculty, entry.email, entry.phone,
    entry.validated_semesters as "validatedSemesters", entry.supernumerary_semesters as "supernumerarySemesters",
    entry.research_year_semesters as "researchYearSemesters",
    entry.research_leave_semesters as "researchLeaveSemesters", entry.national_rank as "nationalRank",
    entry.local_rank as "localRank", entry.local_headcount as "localHeadcount", entry.seniority,
    entry.theoretical_promotion as "theoreticalPromotion", entry.present_headcount as "presentHeadcount",
    entry.status, entry.file_status as "importedStatus", entry.chooses, entry.extra_turn_ms as "extraTurnMs",
    entry.extra_turn_reason as "extraTurnReason", entry.order_checked as "orderChecked",
    listed.call_order as "callOrder", session.number as session, listed.outcome, listed.joined_late as "joinedLate"
  from ${ENTRIES} join specialty_group on specialty_group.id = entry.group_id
  join specialty on specialty.id = entry.specialty_id
  left join call_list_entry listed on listed.roster_entry_id = entry.id
  left join session on session.id = listed.session_id order by semester.code`;

export const PLANNED_ABSENCES = `select semester.code as semester, reason, ${iso('set_at')} as "setAt",
    ${iso('lifted_at')} as "liftedAt"
  from ${ENTRIES} join planned_absence absence on roster_entry_id = entry.id order by absence.id`;

/** Why one was approved is the agency's note (api/status/read.ts). */
export const STATUS_REQUESTS = `select semester.code as semester, request.status, ${iso('asked_at')} as "askedAt",
    ${iso('decided_at')} as "decidedAt", decision, case when decision = 'refused' then reason end as reason
  from ${ENTRIES} join status_request request on roster_entry_id = entry.id order by request.id`;

export const ASSIGNMENTS = `select semester.code as semester, post.number as post, service.name as service,
    establishment.name as establishment, assignment.status, made_by as "madeBy", ${iso('assignment.at')} as at,
    ${iso('ended_at')} as "endedAt", offline, certificate.code as "certificateCode",
    ${iso('certificate.made_at')} as "certificateMadeAt"
  from ${ENTRIES} join assignment on roster_entry_id = entry.id
  join post on post.id = post_id join service on service.id = post.service_id
  join establishment on establishment.id = service.establishment_id
  left join certificate on assignment_id = assignment.id order by assignment.id`;

/**
 * The intern's side and the holder's. The holder's telephone is the holder's: the intern reads the e-mail alone; the
 * holder reads no name (domain §6, §8).
 */
export const MANDATES = `select semester.code as semester, mandate.email,
    case when realm = 'mandatary' then mandate.phone end as phone, ${iso('asked_at')} as "askedAt",
    ${iso('accepted_at')} as "acceptedAt", ${iso('ended_at')} as "endedAt", ended_by as "endedBy"
  from whose join mandate on true join roster_entry entry on entry.id = mandate.roster_entry_id
  join semester on semester.id = entry.semester_id
  where case when realm = 'mandatary' then mandate.account_id = account else entry.intern_id = intern end
  order by mandate.id`;

export const FAVOURITES = `select semester.code as semester, position, service.name as service,
    establishment.name as establishment, post.number as post
  from ${ENTRIES} join favourite on roster_entry_id = entry.id
  left join post on post.id = favourite.post_id
  join service on service.id = coalesce(favourite.service_id, post.service_id)
  join establishment on establishment.id = service.establishment_id order by semester.code, position`;

/** To this person alone: what was written to everybody is everybody's. */
export const MESSAGES = `select semester.code as semester, text, ${iso('at')} as at
  from ${ENTRIES} join message on roster_entry_id = entry.id order by message.id`;
