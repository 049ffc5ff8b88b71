/** The dialog that is open in the room, whichever it is: asks for the reason or the confirmation, then sends. */
import type { VNode } from 'preact';
import { settings } from '../http/account.ts';
import { plural } from '../ui/format.ts';
import type { Asking } from './asking.ts';
import { CloseDialog } from './close-dialog.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import type { DeskCommand } from './desk-command.ts';
import { PersonMenu } from './person-menu.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import type { RoomView } from './room-view.ts';
import { StatusDialog } from './status-dialog.tsx';

interface AskedProps {
  readonly asking: Asking;
  readonly view: RoomView;
  readonly onAsk: (asking: Asking) => void;
  readonly onSend: (command: DeskCommand) => void;
  readonly onClose: () => void;
}

export function Asked({ asking, view, onAsk, onSend, onClose }: AskedProps): VNode {
  const { session, names, counts } = view;
  const usual = settings.value?.usualReasons;
  switch (asking.kind) {
    case 'menu':
      return <PersonMenu asking={asking} view={view} onAsk={onAsk} onSend={onSend} onClose={onClose} />;
    case 'start':
      return (
        <ConfirmDialog
          title={`Démarrer la session ${session.number}\u202f?`}
          act="Démarrer"
          icon="play"
          onClose={onClose}
          onConfirm={() => onSend({ type: 'start' })}
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
          usual={usual?.pause}
          act="Mettre en pause"
          icon="pause"
          onClose={onClose}
          onReason={reason => onSend({ type: 'pause', reason, on: 'running' })}
        />
      );
    case 'close':
      return (
        <CloseDialog
          number={session.number}
          unchosen={asking.unchosen}
          usual={usual?.close}
          onClose={onClose}
          onSend={onSend}
        />
      );
    case 'markAbsent':
      return (
        <ReasonDialog
          title={`Constater l’absence du ${names.order(asking.person)}`}
          told={`${names.name(asking.person)} pourra revenir dans la file. Le motif est lu par l’ARS seulement.`}
          usual={usual?.absence}
          act="Constater l’absence"
          icon="userOff"
          onClose={onClose}
          onReason={reason => {
            const { person, turn, on } = asking;
            onSend({ type: 'markAbsent', person, turn, on, reason });
          }}
        />
      );
    case 'excuse':
      return (
        <ReasonDialog
          title={`Absence prévue du ${names.order(asking.person)}`}
          told={`${names.name(asking.person)} ne sera pas dans l’appel. Le motif est lu par cette personne et par l’ARS seulement.`}
          act="Noter l’absence prévue"
          icon="calendarOff"
          onClose={onClose}
          onReason={reason => onSend({ type: 'excuse', person: asking.person, reason, on: asking.on })}
        />
      );
    case 'setStatus':
      return (
        <StatusDialog
          title={`Type de choix du ${names.order(asking.person)}`}
          status={asking.status}
          onClose={onClose}
          onStatus={status => onSend({ type: 'setStatus', person: asking.person, status })}
        />
      );
    default:
      return asking satisfies never;
  }
}
