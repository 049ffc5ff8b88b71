/** What stands above a page on paper alone: whose it is, the semester, and the moment it was printed. */
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { clockTime } from '../../machines/french-time.ts';
import { settings } from '../http/account.ts';
import { dayAndYear, semesterName } from '../ui/format.ts';

export function PrintHead(): VNode {
  const [at, setAt] = useState(Date.now);
  useEffect(() => {
    const printing = (): void => setAt(Date.now());
    window.addEventListener('beforeprint', printing);
    return () => window.removeEventListener('beforeprint', printing);
  }, []);
  const known = settings.value;
  return (
    <div class="print-head" aria-hidden="true">
      <b>Choix de stage des internes{known === null ? '' : `, ${known.region}`}</b>
      <span>{known === null || known.semester === null ? '' : semesterName(known.semester)}</span>
      <span>
        Page imprimée le {dayAndYear(at)} à {clockTime(at)}, heure de Paris
      </span>
    </div>
  );
}
