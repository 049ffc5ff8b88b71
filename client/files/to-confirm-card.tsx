/** Accounts that signed up without the INE and whose session is within a week: somebody calls them. Nothing where there is none. */
import type { VNode } from 'preact';
import { me } from '../http/account.ts';
import type { AccountToConfirm } from '../http/answers.ts';
import { useAsked } from '../http/asked.ts';
import { Card } from '../ui/card.tsx';
import { fullName } from '../ui/navigation.ts';
import { moment } from './file-rows.ts';

const LOOK_AGAIN_MS = 60_000;

export function ToConfirmCard(): VNode | null {
  const signedIn = (me.value?.moderator ?? null) !== null;
  const { value } = useAsked<readonly AccountToConfirm[]>(
    signedIn ? '/desk/to-be-confirmed' : null,
    LOOK_AGAIN_MS,
  );
  if (value === null || value.length === 0) return null;
  return (
    <Card title={`Comptes à confirmer (${value.length})`}>
      <p class="quiet">
        Inscrits sans INE, ils ne peuvent pas choisir tant que leur identité n’est pas vérifiée. Leur session
        est dans la semaine.
      </p>
      <ul class="stack">
        {value.map(one => (
          <li key={one.person}>
            <a href={`/internes/${one.person}`}>{fullName(one)}</a>, {one.email} · session du{' '}
            {moment(one.startsAt)}
          </li>
        ))}
      </ul>
    </Card>
  );
}
