/** The buttons of the turn's card: only those that the session takes now; what ends in «…» asks first. */
import type { VNode } from 'preact';
import { refusalText } from '../../machines/refusal-text.ts';
import { Button, LinkButton } from '../ui/button.tsx';
import { askClose, askMarkAbsent } from './asking.ts';
import { isLive } from './desk-command.ts';
import { earlierOpen, nextSession } from './room-session.ts';
import type { RoomView } from './room-view.ts';
import type { TurnShown } from './turn-shown.ts';

interface TurnActsProps {
  readonly view: RoomView;
  readonly shown: TurnShown;
}

export function TurnActs({ view, shown }: TurnActsProps): VNode {
  const { ask, send, sending, session } = view;
  const called = session.called === null ? null : askMarkAbsent(view, session.called.person);
  const live = isLive(session);
  return (
    <div class="stack">
      {shown.kind === 'notOpen' ? (
        <LinkButton href="/salle">Valider et ouvrir l’amphithéâtre</LinkButton>
      ) : null}
      {shown.kind === 'toStart' ? <Start view={view} /> : null}
      {session.state === 'running' ? (
        <Button icon="pause" wide busy={sending} onClick={() => ask({ kind: 'pause' })}>
          {shown.kind === 'awaited' ? 'Mettre en pause et appeler…' : 'Mettre en pause…'}
        </Button>
      ) : null}
      {session.state === 'paused' ? (
        <Button icon="play" wide busy={sending} onClick={() => send({ type: 'resume', on: 'paused' })}>
          Reprendre
        </Button>
      ) : null}
      {called === null || !live ? null : (
        <Button kind="edge" icon="userOff" wide busy={sending} onClick={() => ask(called)}>
          Constater l’absence…
        </Button>
      )}
      {live ? (
        <Button kind="edge" icon="stop" wide busy={sending} onClick={() => ask(askClose(view))}>
          Fermer la session…
        </Button>
      ) : null}
      {live ? <p class="quiet small">Chaque action est au journal, avec votre nom.</p> : null}
      {shown.kind === 'closed' ? <Next view={view} /> : null}
    </div>
  );
}

/** No button while an earlier session is not closed: the reason, and the way there. */
function Start({ view: { ask, sending, session, sessions, state } }: { readonly view: RoomView }): VNode {
  const earlier = earlierOpen(sessions, session);
  if (earlier === null)
    return (
      <Button kind="go" icon="play" wide busy={sending} onClick={() => ask({ kind: 'start' })}>
        Démarrer la session…
      </Button>
    );
  return (
    <>
      <p>{refusalText({ code: 'EARLIER_SESSION_OPEN', number: earlier.number })}</p>
      <LinkButton wide href={`/salle/${state.amphitheatre}?session=${earlier.number}`} icon="right">
        Aller à la session {earlier.number}
      </LinkButton>
    </>
  );
}

function Next({ view: { session, sessions, state } }: { readonly view: RoomView }): VNode {
  const next = nextSession(sessions, session);
  if (next === null) return <p>C’était la dernière session de cet amphithéâtre.</p>;
  return (
    <LinkButton wide href={`/salle/${state.amphitheatre}?session=${next.number}`} icon="right">
      Aller à la session {next.number}
    </LinkButton>
  );
}
