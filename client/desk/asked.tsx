/** The dialog that is open in the room, whichever it is: asks for the reason or the confirmation, then sends. */
import type { VNode } from 'preact';
import { settings } from '../http/account.ts';
import { plural } from '../ui/format.ts';
import { AllSessionsDialog } from './all-sessions-dialog.tsx';
import { reasonBefore } from './asking.ts';
import type { Asking, TurnAsking } from './asking.ts';
import { AssignInRehearsalDialog, CorrectDialog, OnBehalfDialog } from './choose-dialog.tsx';
import { CloseDialog } from './close-dialog.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import type { DeskCommand } from './desk-command.ts';
import { withDe } from './french.ts';
import { MessageDialog } from './message-dialog.tsx';
import { PersonMenu } from './person-menu.tsx';
import { PhoneDialog } from './phone-dialog.tsx';
import { CountsNot, theSession } from './rehearsal-words.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import type { RoomView } from './room-view.ts';
import { StatusDialog } from './status-dialog.tsx';
import { ExtraTurnDialog, ProlongDialog } from './time-dialogs.tsx';

/** `help` is the page's own: it knows whether the shortcuts are on. */
export type RoomAsking = Exclude<Asking, { readonly kind: 'help' }>;

interface AskedProps {
  readonly asking: RoomAsking;
  readonly view: RoomView;
  readonly onAsk: (asking: Asking) => void;
  readonly onSend: (command: DeskCommand) => void;
  readonly onClose: () => void;
}

export function Asked({ asking, view, onAsk, onSend, onClose }: AskedProps): VNode {
  const { session, names, counts } = view;
  const usual = settings.value?.usualReasons;
  const busy = view.sending !== null;
  const common = { view, busy, onSend, onClose };
  const typed = reasonBefore(asking);
  switch (asking.kind) {
    case 'menu':
      return <PersonMenu asking={asking} view={view} onAsk={onAsk} onClose={onClose} />;
    case 'start':
      return (
        <ConfirmDialog
          title={`Démarrer ${theSession(session)}\u202f?`}
          act="Démarrer"
          icon="play"
          busy={busy}
          onClose={onClose}
          onConfirm={() => onSend({ type: 'start' })}
        >
          <p>
            {plural(counts.size, 'interne', 'internes')} dans la file. La première personne est appelée
            aussitôt.
            {session.rehearsal ? null : ' Ensuite la découpe et la liste d’appel ne changent plus.'}
          </p>
          {session.rehearsal ? <CountsNot /> : null}
        </ConfirmDialog>
      );
    case 'pause':
      return (
        <ReasonDialog
          title="Mettre la session en pause"
          told={`Le motif est lu par les ${plural(counts.size, 'interne', 'internes')}. Le temps qui reste est gardé.`}
          usual={usual?.pause}
          act={asking.thenCall === null ? 'Mettre en pause' : 'Mettre en pause et appeler'}
          icon="pause"
          busy={busy}
          onClose={onClose}
          typed={typed}
          onReason={reason => onSend({ type: 'pause', reason, on: 'running' })}
        />
      );
    case 'resume':
      return (
        <ConfirmDialog
          title="Reprendre la session ?"
          act="Reprendre"
          icon="play"
          kind="plain"
          busy={busy}
          onClose={onClose}
          onConfirm={() => onSend({ type: 'resume', on: 'paused' })}
        >
          <p>Le tour retrouve exactement le temps qui restait.</p>
        </ConfirmDialog>
      );
    case 'pauseAll':
    case 'resumeAll':
      return <AllSessionsDialog kind={asking.kind} onClose={onClose} />;
    case 'close':
      return <CloseDialog asking={asking} {...common} />;
    case 'readPhone':
      return <PhoneDialog person={asking.person} view={view} onClose={onClose} />;
    case 'message':
      return <MessageDialog asking={asking} {...common} />;
    case 'chooseOnBehalf':
      return <OnBehalfDialog asking={asking} {...common} />;
    case 'correct':
      return <CorrectDialog asking={asking} {...common} />;
    case 'assign':
      return <AssignInRehearsalDialog asking={asking} {...common} />;
    case 'prolong':
      return <ProlongDialog asking={asking} {...common} />;
    case 'setExtraTurn':
      return <ExtraTurnDialog asking={asking} {...common} />;
    case 'markAbsent':
      return (
        <ReasonDialog
          title={`Constater l’absence ${withDe(names.name(asking.person))}`}
          told="Le tour prend fin maintenant ; la personne pourra revenir dans la file. Le motif est lu par l’ARS seulement."
          usual={usual?.absence}
          act="Constater l’absence"
          icon="userOff"
          busy={busy}
          onClose={onClose}
          typed={typed}
          onReason={reason => onSend({ ...about(asking), type: 'markAbsent', reason })}
        />
      );
    case 'pass':
      return (
        <ReasonDialog
          title={`Passer le tour ${withDe(names.name(asking.person))}`}
          told="Aucun poste n’est possible pour cette personne. Son tour est passé sans absence, elle va sur la liste à affecter. Un tour passé ne se reprend pas."
          usual={[NO_POST]}
          act="Passer le tour"
          icon="skip"
          kind="stop"
          busy={busy}
          onClose={onClose}
          typed={typed}
          onReason={reason => onSend({ ...about(asking), type: 'pass', reason })}
        />
      );
    case 'excuse':
      return (
        <ReasonDialog
          title={`Absence prévue ${withDe(names.name(asking.person))}`}
          told="Cette personne ne sera pas dans l’appel. Le motif est lu par elle et par l’ARS seulement."
          act="Noter l’absence prévue"
          icon="calendarOff"
          busy={busy}
          onClose={onClose}
          typed={typed}
          onReason={reason => onSend({ type: 'excuse', person: asking.person, reason, on: asking.on })}
        />
      );
    case 'lift':
      return (
        <ReasonDialog
          title={`Lever l’absence prévue ${withDe(names.name(asking.person))}`}
          told="Cette personne reprend sa place ; si son tour est déjà passé, elle revient dans la file dès qu’elle est en ligne. Le motif est lu par l’ARS seulement."
          act="Lever l’absence prévue"
          icon="back"
          busy={busy}
          onClose={onClose}
          typed={typed}
          onReason={reason => onSend({ type: 'lift', person: asking.person, reason, on: asking.on })}
        />
      );
    case 'callBack':
      return (
        <ReasonDialog
          title={`Rappeler ${names.name(asking.person)}`}
          told="Cette personne est appelée juste après le tour en cours. Le motif est lu par l’ARS seulement."
          usual={usual?.callBack}
          act="Rappeler dans la file"
          icon="back"
          busy={busy}
          onClose={onClose}
          typed={typed}
          onReason={reason => onSend({ type: 'callBack', person: asking.person, reason, on: asking.on })}
        />
      );
    case 'setStatus':
      return (
        <StatusDialog
          title={`Type de choix ${withDe(names.name(asking.person))}`}
          status={asking.status}
          rehearsal={session.rehearsal}
          busy={busy}
          onClose={onClose}
          again={asking.again}
          onStatus={(status, reason) =>
            onSend({ type: 'setStatus', person: asking.person, status, on: asking.status, reason })
          }
        />
      );
    default:
      return asking satisfies never;
  }
}

const NO_POST = 'Aucun poste possible.';

const about = ({ person, turn, on, during }: TurnAsking) => ({ person, turn, on, during });
