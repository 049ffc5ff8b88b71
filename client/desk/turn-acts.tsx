/** The buttons of the turn's card: only those that the session takes now; what ends in «…» asks first. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Button, LinkButton } from '../ui/button.tsx';
import { plural } from '../ui/format.ts';
import { CloseDialog } from './close-dialog.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import type { RoomView } from './room-view.ts';
import type { TurnShown } from './turn-shown.ts';
import { ABSENCE_REASONS, PAUSE_REASONS } from './usual-reasons.ts';

type Asking = 'start' | 'pause' | 'close' | 'markAbsent' | null;

interface TurnActsProps {
  readonly view: RoomView;
  readonly shown: TurnShown;
}

export function TurnActs({ view, shown }: TurnActsProps): VNode {
  const [asking, setAsking] = useState<Asking>(null);
  const { send, sending, session } = view;
  const close = (): void => setAsking(null);
  const running = session.state === 'running';
  const live = running || session.state === 'paused';
  return (
    <div class="stack">
      {shown.kind === 'notOpen' ? (
        <LinkButton href="/salle">Valider et ouvrir l’amphithéâtre</LinkButton>
      ) : null}
      {shown.kind === 'toStart' ? (
        <Button kind="go" icon="play" wide busy={sending} onClick={() => setAsking('start')}>
          Démarrer la session…
        </Button>
      ) : null}
      {running ? (
        <Button icon="pause" wide busy={sending} onClick={() => setAsking('pause')}>
          {shown.kind === 'awaited' ? 'Mettre en pause et appeler…' : 'Mettre en pause…'}
        </Button>
      ) : null}
      {session.state === 'paused' ? (
        <Button icon="play" wide busy={sending} onClick={() => send({ type: 'resume', on: 'paused' })}>
          Reprendre
        </Button>
      ) : null}
      {calledOf(shown) === null ? null : (
        <Button kind="edge" icon="userOff" wide busy={sending} onClick={() => setAsking('markAbsent')}>
          Constater l’absence…
        </Button>
      )}
      {live ? (
        <Button kind="edge" icon="stop" wide busy={sending} onClick={() => setAsking('close')}>
          Fermer la session…
        </Button>
      ) : null}
      {live ? <p class="quiet small">Chaque action est au journal, avec votre nom.</p> : null}
      <Dialogs asking={asking} close={close} view={view} shown={shown} />
    </div>
  );
}

interface DialogsProps extends TurnActsProps {
  readonly asking: Asking;
  readonly close: () => void;
}

function Dialogs({ asking, close, view, shown }: DialogsProps): VNode | null {
  const { send, session, names, counts } = view;
  const called = calledOf(shown);
  switch (asking) {
    case null:
      return null;
    case 'start':
      return (
        <ConfirmDialog
          title={`Démarrer la session ${session.number}\u202f?`}
          act="Démarrer"
          icon="play"
          onClose={close}
          onConfirm={() => {
            close();
            send({ type: 'start' });
          }}
        >
          <p>
            {plural(counts.size, 'interne', 'internes')} dans la file. La première personne est appelée
            aussitôt. Ensuite la découpe et la liste d’appel ne changent plus.
          </p>
        </ConfirmDialog>
      );
    case 'pause':
      return (
        <ReasonDialog
          title="Mettre la session en pause"
          told="Le motif est lu par tous. Le temps qui reste est gardé."
          usual={PAUSE_REASONS}
          act="Mettre en pause"
          icon="pause"
          onClose={close}
          onReason={reason => {
            close();
            send({ type: 'pause', reason, on: 'running' });
          }}
        />
      );
    case 'markAbsent':
      return called === null ? null : (
        <ReasonDialog
          title={`Constater l’absence du ${names.order(called.person)}`}
          told={`${names.name(called.person)} pourra revenir dans la file. Le motif est lu par l’ARS seulement.`}
          usual={ABSENCE_REASONS}
          act="Constater l’absence"
          icon="userOff"
          onClose={close}
          onReason={reason => {
            close();
            send({ type: 'markAbsent', person: called.person, turn: called.turn, on: called.mode, reason });
          }}
        />
      );
    case 'close':
      return <CloseDialog view={view} onClose={close} />;
    default:
      return asking satisfies never;
  }
}

function calledOf(shown: TurnShown) {
  if (shown.kind === 'paused') return shown.clock;
  return shown.kind === 'awaited' || shown.kind === 'choosing' || shown.kind === 'recovering'
    ? { ...shown, mode: shown.kind }
    : null;
}
