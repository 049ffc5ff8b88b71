/** Before the amphitheatre is open there are no favourites (domain §2): says when there will be, and what to do until then. */
import type { VNode } from 'preact';
import { hour } from '../../machines/french-time.ts';
import { opensAt } from '../../machines/opening.ts';
import type { ScheduledSession } from '../../machines/opening.ts';
import { LinkButton } from '../ui/button.tsx';
import { dayAndYear } from '../ui/format.ts';
import { Empty } from '../ui/loading.tsx';

export function BeforeOpen({ sessions }: { readonly sessions: readonly ScheduledSession[] }): VNode {
  const at = opensAt(sessions);
  const validated = sessions.length > 0 && sessions.every(({ state }) => state !== 'draft');
  return (
    <Empty icon="calendarTime" title="Vos favoris s’ouvrent avec l’amphithéâtre">
      <p>
        {at === null ? (
          'L’heure de votre session n’est pas encore fixée par l’ARS.'
        ) : (
          <>
            {validated
              ? 'Il ouvre au plus tard le '
              : 'Il n’est pas encore validé par l’ARS. Ouverture prévue le '}
            <b>
              {dayAndYear(at)} à {hour(at)}
            </b>{' '}
            (heure de Paris).
          </>
        )}
      </p>
      <p>D’ici là, parcourez les postes offerts et repérez les services qui vous intéressent.</p>
      <LinkButton kind="edge" icon="list" href="/postes">
        Voir tous les postes
      </LinkButton>
    </Empty>
  );
}
