/** `GET /api/desk/amphitheatres/:id/unlisted`: who of the roster is on no call list, and where they would be added. */
import type { Sql } from '../../migrations/open.ts';
import type { Unlisted } from '../desk-answers.ts';
import { fold } from '../import/files/fold.ts';
import { orderSettings, placeOnList, readForgotten, readListed } from './listed.ts';

const SHOWN = 50; // people; more are found by typing more of a name

/** @param wanted words of the name or first name, in any order and spelling; empty: everybody. */
export async function readUnlisted(sql: Sql, amphitheatre: number, wanted: string): Promise<Unlisted> {
  const words = fold(wanted)
    .split(' ')
    .filter(word => word !== '');
  const all = await readForgotten(sql, amphitheatre, null);
  const found = all.filter(({ name, firstName }) => {
    const whole = fold(`${name} ${firstName}`);
    return words.every(word => whole.includes(word));
  });
  const list = await readListed(sql, amphitheatre);
  const settings = await orderSettings(sql, amphitheatre);
  const begun = await hasBegun(sql, amphitheatre);
  const people = found.slice(0, SHOWN).map(one => {
    const { index, callOrder } = placeOnList(list, one, settings);
    const { person, name, firstName, specialty, chooses } = one;
    return { person, name, firstName, specialty, chooses, callOrder: begun ? callOrder : index + 1 };
  });
  return { total: found.length, people };
}

async function hasBegun(sql: Sql, amphitheatre: number): Promise<boolean> {
  const found = await sql(
    `select from session where amphitheatre_id = ?::int and not rehearsal
      and state in ('running', 'paused', 'closed') limit 1`,
    [amphitheatre],
  );
  return found.length > 0;
}
