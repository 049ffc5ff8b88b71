/** People of the current roster, found by what they say on the telephone: name, first name, INE, e-mail. */
import type { Sql } from '../../migrations/open.ts';
import type { FoundPerson } from '../file-answers.ts';

const MOST = 30;

/** @param words each to be found somewhere, without accents or case. An empty list finds nobody. */
export async function searchPeople(sql: Sql, words: readonly string[]): Promise<readonly FoundPerson[]> {
  if (words.length === 0) return [];
  return sql<FoundPerson>(
    `select roster_entry.person, intern.name, intern.first_name as "firstName", specialty.name as specialty,
      call_list_entry.call_order as "callOrder", account.id is not null as "hasAccount"
    from roster_entry
    join semester on semester.id = roster_entry.semester_id and semester.current
    join intern on intern.id = roster_entry.intern_id
    join specialty on specialty.id = roster_entry.specialty_id
    left join call_list_entry on call_list_entry.roster_entry_id = roster_entry.id
    left join account on account.intern_id = intern.id
    where not exists (
      select from jsonb_array_elements_text(?::jsonb) as wanted (word)
      where position(wanted.word in replace(translate(lower(concat_ws(' ', intern.name, intern.first_name,
        intern.birth_name, intern.ine, roster_entry.email, account.email)), ?, ?), 'œ', 'oe')) = 0)
    order by intern.name collate "fr-x-icu", intern.first_name collate "fr-x-icu", roster_entry.person
    limit ?::int`,
    [JSON.stringify(words), ACCENTED, PLAIN, MOST],
  );
}

// As `machines/folded.ts` folds what is typed, for the letters that names here have.
const ACCENTED = 'àâäáãåçéèêëíìîïñóòôöõúùûüýÿ';
const PLAIN = 'aaaaaaceeeeiiiinooooouuuuyy';
