/** What the first page says of the semester's size and days. Pure. */
import { withFirst } from '../../machines/french-time.ts';
import type { ListedAmphitheatre, ListedEstablishment } from '../http/answers.ts';
import { number, plural } from '../ui/format.ts';

/** «5 512 internes choisissent en direct du 12 au 23 octobre 2026.» */
export function sizeSentence(list: readonly ListedAmphitheatre[] | null): string {
  const follow = 'Suivez les postes, les amphithéâtres et les affectations, sans compte.';
  const people = (list ?? []).reduce((sum, each) => sum + each.people, 0);
  if (list === null || people === 0) return follow;
  const days = daysOf(list);
  const when = days === null ? 'en direct' : `en direct ${days}`;
  return `${plural(people, 'interne choisit', 'internes choisissent')} ${when}. ${follow}`;
}

/** «12 044 postes dans 55 établissements, 4 318 pourvus» */
export function offerSentence(establishments: readonly ListedEstablishment[] | null): string {
  if (establishments === null || establishments.length === 0)
    return 'Par service ou par poste, libres et pourvus';
  const offered = establishments.reduce((sum, each) => sum + each.offered, 0);
  const filled = establishments.reduce((sum, each) => sum + each.filled, 0);
  const where = plural(establishments.length, 'établissement', 'établissements');
  return `${plural(offered, 'poste', 'postes')} dans ${where}, ${number(filled)}\u00a0${filled < 2 ? 'pourvu' : 'pourvus'}`;
}

/** From the first session to the last that has an hour: «le 12 octobre 2026», «du 12 au 23 octobre 2026», «du 28 mars au 4 avril 2027». */
export function daysOf(list: readonly Pick<ListedAmphitheatre, 'firstAt' | 'sessions'>[]): string | null {
  const hours = list
    .flatMap(({ firstAt, sessions }) => [firstAt, ...sessions.map(({ startsAt }) => startsAt)])
    .filter(at => at !== null);
  if (hours.length === 0) return null;
  const [first, last] = [dateOf(Math.min(...hours)), dateOf(Math.max(...hours))];
  if (first.whole === last.whole) return `le ${last.whole}`;
  if (first.year !== last.year) return `du ${first.whole} au ${last.whole}`;
  return `du ${first.month === last.month ? first.day : `${first.day} ${first.month}`} au ${last.whole}`;
}

const DATES = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', dateStyle: 'long' });

function dateOf(at: number): Readonly<Record<'day' | 'month' | 'year' | 'whole', string>> {
  const whole = withFirst(DATES.format(at));
  const [day = '', month = '', year = ''] = whole.split(' ');
  return { day, month, year, whole };
}
