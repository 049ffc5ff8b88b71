/** «Salle»: every amphitheatre of the semester, published or not, with its acts and its sessions. Moderators only. */
import type { VNode } from 'preact';
import { useCallback } from 'preact/hooks';
import { me } from '../http/account.ts';
import type { ListedAmphitheatre, Rehearsal } from '../http/answers.ts';
import { useAsked } from '../http/asked.ts';
import { LinkButton } from '../ui/button.tsx';
import { Empty, Loading } from '../ui/loading.tsx';
import { waiting } from '../status/waiting.ts';
import { ToConfirmCard } from '../files/to-confirm-card.tsx';
import { Page } from '../ui/page.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { DeskAmphitheatre } from './desk-amphitheatre.tsx';
import { ModeratorsOnly } from './moderators-only.tsx';
import './desk-list.css';

const LOOK_AGAIN_MS = 5_000;

export function DeskList(): VNode {
  const signedIn = (me.value?.moderator ?? null) !== null;
  const path = signedIn ? '/amphitheatres?all=1' : null;
  const asked = useAsked<readonly ListedAmphitheatre[]>(path, LOOK_AGAIN_MS);
  const { value, trouble, again } = asked;
  const rehearsals = useAsked<readonly Rehearsal[]>(signedIn ? '/desk/rehearsals' : null, LOOK_AGAIN_MS);
  const onDone = useCallback(() => {
    again();
    rehearsals.again();
  }, [again, rehearsals.again]);
  return (
    <Page title="Salle" subtitle="Gestion">
      <div class="split">
        <h1>Amphithéâtres</h1>
        <nav class="row" aria-label="Autres pages de gestion">
          <LinkButton kind="edge" icon="calendarTime" href="/journee">
            Journée
          </LinkButton>
          <LinkButton kind="edge" icon="hospital" href="/salle/etablissements">
            Établissements
          </LinkButton>
          <LinkButton kind="edge" icon="swap" href="/salle/demandes">
            Demandes de statut
            {(waiting.value?.waiting ?? 0) === 0 ? null : <b class="digits"> ({waiting.value?.waiting})</b>}
          </LinkButton>
          <LinkButton kind="edge" icon="users" href="/internes">
            Internes
          </LinkButton>
          <LinkButton kind="edge" icon="conflict" href="/etats">
            États
          </LinkButton>
        </nav>
      </div>
      <ModeratorsOnly back="/salle">
        {value === null && trouble === null ? <Loading lines={6} /> : null}
        <Trouble asked={asked} />
        <ToConfirmCard />
        {value?.length === 0 ? (
          <Empty icon="calendarTime" title="Aucun amphithéâtre">
            <p>Importez d’abord les internes et les postes : npm run import.</p>
          </Empty>
        ) : null}
        {value?.map(amphitheatre => (
          <DeskAmphitheatre
            key={amphitheatre.id}
            amphitheatre={amphitheatre}
            rehearsals={rehearsals.value?.filter(one => one.amphitheatre === amphitheatre.id) ?? null}
            onDone={onDone}
          />
        ))}
      </ModeratorsOnly>
    </Page>
  );
}
