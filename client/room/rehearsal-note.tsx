/** What a rehearsal says in place of the real session's words: before it begins, and at its end. */
import type { VNode } from 'preact';
import { Alert } from '../ui/alert.tsx';
import { LinkButton } from '../ui/button.tsx';
import { WORKPLACES } from '../ui/navigation.ts';
import { useRoom } from './room-context.ts';

export const RehearsalBefore = (): VNode => (
  <Alert kind="done" icon="lockOpen" title="Amphi blanc ouvert">
    <p>
      L’ARS donne le départ. Tout se passe comme le jour venu : la même liste d’appel, la même offre, le même
      temps pour choisir.
    </p>
    <p>Rien de ce qui s’y fait ne compte : aucun poste n’est attribué, aucun e-mail ne part.</p>
  </Alert>
);

export function RehearsalOver(): VNode {
  const { realm } = useRoom();
  return (
    <Alert
      kind="told"
      icon="lock"
      title="L’amphi blanc est terminé"
      acts={
        <LinkButton href={WORKPLACES[realm].href} icon="door">
          Revenir à la vraie session
        </LinkButton>
      }
    >
      <p>Rien de ce qui s’y est fait ne compte. Tous les postes sont libres pour la vraie session.</p>
    </Alert>
  );
}
