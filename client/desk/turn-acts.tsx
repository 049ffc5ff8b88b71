/** The buttons of the turn's card: only those that the session takes now; what ends in «…» asks first. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Button, LinkButton } from '../ui/button.tsx';
import { plural } from '../ui/format.ts';
import type { WireCommand } from '../../machines/wire/frames.ts';
import { CloseDialog } from './close-dialog.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import type { RoomView } from './room-view.ts';
import type { TurnShown } from './turn-shown.ts';
import { ABSENCE_REASONS, PAUSE_REASONS } from './usual-reasons.ts';

/** What is asked, and what it was decided on: the session may go on under an open dialog, its answer may not. */
interface Asking {
  readonly act: 'start' | 'pause' | 'close' | 'markAbsent';
  readonly shown: TurnShown;
  readonly seen: number;
}

interface TurnActsProps {
  readonly view: RoomView;
  readonly shown: TurnShown;
}

export function TurnActs({ view, shown }: TurnActsProps): VNode {
  const [asking, setAsking] = useState<Asking | null>(null);
  const { send, sending, session, seq } = view;
  const ask = (act: Asking['act']): void => setAsking({ act, shown, seen: seq });
  const running = session.state === 'running';
  const live = running || session.state === 'paused';
  return (
    <div class="stack">
      {shown.kind === 'notOpen' ? (
        <LinkButton href="/salle">Valider et ouvrir l’amphithéâtre</LinkButton>
      ) : null}
      {shown.kind === 'toStart' ? (
        <Button kind="go" icon="play" wide busy={sending} onClick={() => ask('start')}>
          Démarrer la session…
        </Button>
      ) : null}
      {running ? (
        <Button icon="pause" wide busy={sending} onClick={() => ask('pause')}>
          {shown.kind === 'awaited' ? 'Mettre en pause et appeler…' : 'Mettre en pause…'}
        </Button>
      ) : null}
      {session.state === 'paused' ? (
        <Button icon="play" wide busy={sending} onClick={() => send({ type: 'resume', on: 'paused' }, seq)}>
          Reprendre
        </Button>
      ) : null}
      {calledOf(shown) === null ? null : (
        <Button kind="edge" icon="userOff" wide busy={sending} onClick={() => ask('markAbsent')}>
          Constater l’absence…
        </Button>
      )}
      {live ? (
        <Button kind="edge" icon="stop" wide busy={sending} onClick={() => ask('close')}>
          Fermer la session…
        </Button>
      ) : null}
      {live ? <p class="quiet small">Chaque action est au journal, avec votre nom.</p> : null}
      {asking === null ? null : <Asked asking={asking} close={() => setAsking(null)} view={view} />}
    </div>
  );
}

interface AskedProps {
  readonly asking: Asking;
  readonly view: RoomView;
  readonly close: () => void;
}

function Asked({ asking, close, view }: AskedProps): VNode | null {
  const { send, session, names, counts } = view;
  const { act, shown, seen } = asking;
  const called = calledOf(shown);
  const sendAndClose = (command: WireCommand): void => {
    close();
    send(command, seen);
  };
  switch (act) {
    case 'start':
      return (
        <ConfirmDialog
          title={`Démarrer la session ${session.number}\u202f?`}
          act="Démarrer"
          icon="play"
          onClose={close}
          onConfirm={() => sendAndClose({ type: 'start' })}
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
          onReason={reason => sendAndClose({ type: 'pause', reason, on: 'running' })}
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
          onReason={reason =>
            sendAndClose({
              type: 'markAbsent',
              person: called.person,
              turn: called.turn,
              on: called.mode,
              reason,
            })
          }
        />
      );
    case 'close':
      return <CloseDialog view={view} onClose={close} onSend={sendAndClose} />;
    default:
      return act satisfies never;
  }
}

function calledOf(shown: TurnShown) {
  if (shown.kind === 'paused') return shown.clock;
  return shown.kind === 'awaited' || shown.kind === 'choosing' || shown.kind === 'recovering'
    ? { ...shown, mode: shown.kind }
    : null;
}
