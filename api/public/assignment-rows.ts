/** What everybody may read of an assignment (domain §8), for the list on the pages and the one to download. SQL. */

/** The service, never the post; no status, no maker. */
export const PUBLIC_ASSIGNMENT = `roster_entry.person, call_list_entry.call_order as "callOrder", intern.name,
  intern.first_name as "firstName", specialty.name as specialty, specialty_group.name as "group", amphitheatre.phase,
  service.name as service, establishment.name as establishment, establishment.city, establishment.department,
  (extract(epoch from assignment.at) * 1000)::float8 as at`;

export const ASSIGNMENTS = `assignment
  join roster_entry on roster_entry.id = assignment.roster_entry_id
  join intern on intern.id = roster_entry.intern_id
  join specialty on specialty.id = roster_entry.specialty_id
  join post on post.id = assignment.post_id
  join service on service.id = post.service_id
  join establishment on establishment.id = service.establishment_id
  join amphitheatre on amphitheatre.id = post.amphitheatre_id
  join specialty_group on specialty_group.id = amphitheatre.group_id
  join call_list_entry on call_list_entry.roster_entry_id = roster_entry.id`;
