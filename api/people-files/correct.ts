/**
 * What a roster entry says, corrected by a moderator with a reason: reach at any time; names and what rank is made of
 * until the amphitheatre's first start, as the import (domain §2, §5, §11). The effect is shown before: the correction
 * itself, taken back.
 */
import type { PersonId } from '../../machines/ids.ts';
import { parseSemester } from '../../machines/rank/semester.ts';
import type { Database, Sql } from '../../migrations/open.ts';
import type { RosterChanges, RosterEffect } from '../file-answers.ts';
import { placing } from '../import/places.ts';
import { lockAmphitheatres, waitForOtherImports } from '../import/store/amphitheatres.ts';
import { readRoster } from '../import/store/roster.ts';
import { recordDeskAct } from '../moderators/record.ts';
import { correctEntry, isDecisive } from './corrected-entry.ts';
import { effectOf, readRanked } from './effect.ts';
import { rankAnew } from './rank-anew.ts';
import { findPlaces } from './places-of-correction.ts';

export interface Correction {
  readonly person: PersonId;
  readonly changes: RosterChanges;
  readonly reason: string;
  readonly by: number;
  /** What the moderator was shown and decided on; null: nothing was. */
  readonly seen: RosterEffect | null;
}

export type Corrected =
  | { readonly kind: 'done'; readonly effect: RosterEffect }
  /** Of the current roster. */
  | { readonly kind: 'unknown' }
  /** A list that it would change stays as it is called. */
  | { readonly kind: 'frozen' }
  /** Something else was corrected or imported meanwhile: another effect than the one that was shown. */
  | { readonly kind: 'otherEffect' }
  | { readonly kind: 'localRank' | 'localHeadcount' | 'promotion' | 'specialty' | 'noAmphitheatre' };

export const correctRoster = (
  database: Pick<Database, 'transaction'>,
  mailDomain: string,
  correction: Correction,
): Promise<Corrected> =>
  database
    .transaction(async sql => {
      const corrected = await correct(sql, mailDomain, correction);
      const { seen } = correction;
      if (corrected.kind === 'done' && seen !== null && !isSame(corrected.effect, seen))
        throw new TakenBack({ kind: 'otherEffect' });
      return corrected;
    })
    .catch(takenBack);

/** What it would do, or why it would be refused; nothing is written and nobody told. */
export const previewCorrection = (
  database: Pick<Database, 'transaction'>,
  correction: Pick<Correction, 'person' | 'changes' | 'by'>,
): Promise<Corrected> =>
  database
    .transaction(async (sql): Promise<Corrected> => {
      throw new TakenBack(await correct(sql, NOWHERE, { ...correction, reason: '', seen: null }));
    })
    .catch(takenBack);

const NOWHERE = 'preview.invalid'; // its mails go back with it

/** Rolls the transaction back, with what it would have answered. */
class TakenBack extends Error {
  readonly corrected: Corrected;
  constructor(corrected: Corrected) {
    super('taken back');
    this.corrected = corrected;
  }
}

function takenBack(error: unknown): Corrected {
  if (error instanceof TakenBack) return error.corrected;
  throw error;
}

const isSame = (a: RosterEffect, b: RosterEffect): boolean => JSON.stringify(a) === JSON.stringify(b);

async function correct(
  sql: Sql,
  mailDomain: string,
  { person, changes, reason, by }: Correction,
): Promise<Corrected> {
  await waitForOtherImports(sql);
  const found = await findPlaces(sql, person, changes.specialtyId ?? null);
  if (found === 'unknown' || found === 'specialty') return { kind: found };
  const { intern, ine, semesterId, semester, groupId } = found;
  if ((changes.promotion ?? 0) > (parseSemester(semester)?.year ?? 0)) return { kind: 'promotion' };
  const groups = [...new Set([found.groupBefore, groupId])];
  const amphitheatres = await lockAmphitheatres(sql, semesterId, groups, [ine], []);
  const roster = await readRoster(sql, semesterId, groups, [ine]);
  const entry = roster.get(ine);
  if (entry === undefined) return { kind: 'unknown' };
  const known = [...amphitheatres.values()];
  if (!known.some(one => one.groupId === groupId && one.phase === entry.phase))
    return { kind: 'noAmphitheatre' };
  const corrected = correctEntry(entry, changes, groupId, roster.values());
  if (corrected.kind !== 'sound') return { kind: corrected.kind };
  const touched = [entry, ...corrected.entries].map(placing(amphitheatres));
  const decisive = isDecisive(changes);
  if (decisive && touched.some(id => amphitheatres.get(id)?.started !== false)) return { kind: 'frozen' };

  const before = await readRanked(sql, semesterId, groups);
  await writeOwn(sql, person, intern, changes);
  if (decisive) {
    const places = new Set(touched.slice(0, 2));
    const { entries } = corrected;
    const names = { semesterId, semester, person, by, mailDomain };
    await rankAnew(sql, { ...names, entries, roster, amphitheatres, places });
  }
  const detail = { fields: Object.keys(changes) };
  await recordDeskAct(sql, { act: 'correctRoster', by, person, detail, reason });
  return { kind: 'done', effect: effectOf(person, before, await readRanked(sql, semesterId, groups)) };
}

/** What no rank is made of, and what stands in the intern's own row. */
async function writeOwn(sql: Sql, person: PersonId, intern: number, changes: RosterChanges): Promise<void> {
  const { name, firstName, birthName, promotion, email, phone, faculty } = changes;
  await sql(
    `update roster_entry set email = coalesce(?::text, email), phone = coalesce(?::text, phone),
      faculty = coalesce(?::text, faculty) where person = ?`,
    [email ?? null, phone ?? null, faculty ?? null, person],
  );
  await sql(
    `update intern set name = coalesce(?::text, name), first_name = coalesce(?::text, first_name),
      promotion = coalesce(?::int, promotion),
      birth_name = case when ?::boolean then ?::text else birth_name end where id = ?::int`,
    [name ?? null, firstName ?? null, promotion ?? null, birthName !== undefined, birthName ?? null, intern],
  );
}
