/** «Salle»: every amphitheatre of the semester, published or not, with its acts and its sessions. Moderators only. */
import type { VNode } from 'preact';
import { me } from '../http/account.ts';
import type { ListedAmphitheatre } from '../http/answers.ts';
import { useAsked } from '../http/asked.ts';
import { textOf } from '../http/call.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { Empty, Loading } from '../ui/loading.tsx';
import { Page } from '../ui/page.tsx';
import { DeskAmphitheatre } from './desk-amphitheatre.tsx';
import { ModeratorsOnly } from './moderators-only.tsx';
import './desk-list.css';

const LOOK_AGAIN_MS = 5_000;

export function DeskList(): VNode {
  const signedIn = (me.value?.moderator ?? null) !== null;
  const path = signedIn ? '/amphitheatres?all=1' : null;
  const { value, trouble, again } = useAsked<readonly ListedAmphitheatre[]>(path, LOOK_AGAIN_MS);
  return (
    <Page title="Salle" subtitle="Gestion">
      <h1>Amphithéâtres</h1>
      <ModeratorsOnly back="/salle">
        {value === null && trouble === null ? <Loading lines={6} /> : null}
        {trouble === null ? null : (
          <Alert kind="refused" title="Liste indisponible" acts={<Button onClick={again}>Réessayer</Button>}>
            <p>{textOf(trouble)}</p>
          </Alert>
        )}
        {value?.length === 0 ? (
          <Empty icon="calendarTime" title="Aucun amphithéâtre">
            <p>Importez d’abord les internes et les postes : npm run import.</p>
          </Empty>
        ) : null}
        {value?.map(amphitheatre => (
          <DeskAmphitheatre key={amphitheatre.id} amphitheatre={amphitheatre} onDone={again} />
        ))}
      </ModeratorsOnly>
    </Page>
  );
}
