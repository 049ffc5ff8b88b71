/** «Préparation» (`/salle/:id/preparation`): an amphitheatre's settings, forgotten people, offer and record. Moderators only. */
import type { VNode } from 'preact';
import { ModeratorsOnly } from '../desk/moderators-only.tsx';
import { useDeskPage } from '../desk/use-desk-page.ts';
import type { Live } from '../live/live.ts';
import { LinkButton } from '../ui/button.tsx';
import { LinkNote } from '../ui/link-note.tsx';
import { Loading } from '../ui/loading.tsx';
import { Page } from '../ui/page.tsx';
import { ForgottenCard } from './forgotten-card.tsx';
import { OfferCard } from './offer-card.tsx';
import { RecordCard } from './record-card.tsx';
import { SettingsCard } from './settings-card.tsx';

export function PreparePage(): VNode {
  const { id, live } = useDeskPage(true);
  const back = `/salle/${id}/preparation`;
  return (
    <Page title="Préparation" subtitle="Gestion · Préparation">
      <h1>Préparation</h1>
      <ModeratorsOnly back={back}>
        {live === null ? <Loading lines={8} /> : <Prepare live={live} id={id} back={back} />}
      </ModeratorsOnly>
    </Page>
  );
}

interface PrepareProps {
  readonly live: Live;
  readonly id: number;
  readonly back: string;
}

function Prepare({ live, id, back }: PrepareProps): VNode {
  const state = live.view.value?.state ?? null;
  const directory = live.directory.value;
  const link = live.link.value;
  return (
    <>
      <div class="split">
        <p class="quiet">{directory?.title ?? ''}</p>
        <div class="row">
          <LinkButton kind="edge" icon="left" href="/salle">
            Tous les amphithéâtres
          </LinkButton>
          <LinkButton kind="edge" icon="door" href={`/salle/${id}`}>
            Salle
          </LinkButton>
        </div>
      </div>
      <LinkNote link={link} back={back} onRetry={() => live.retryNow()} />
      {link.kind === 'stopped' ? null : <SettingsCard amphitheatre={id} />}
      {state === null || directory === null ? (
        link.kind === 'stopped' ? null : (
          <Loading lines={8} />
        )
      ) : (
        <>
          <ForgottenCard amphitheatre={id} state={state} />
          <OfferCard
            state={state}
            directory={directory}
            begun={[...state.sessions.values()].some(
              ({ state: of, rehearsal }) => !rehearsal && ['running', 'paused', 'closed'].includes(of),
            )}
          />
          <RecordCard amphitheatre={id} directory={directory} />
        </>
      )}
    </>
  );
}
