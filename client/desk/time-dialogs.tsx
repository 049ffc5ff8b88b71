/** «Prolonger…» for the turn that runs or stands still, and a longer turn set before the session begins. */
import type { VNode } from 'preact';
import { EXTRA_TURN_SECONDS } from '../../machines/session/settings-limits.ts';
import { duration } from '../ui/format.ts';
import type { Asking, TurnAsking } from './asking.ts';
import type { DeskCommand } from './desk-command.ts';
import { withDe } from './french.ts';
import { prolongRange } from './may-act.ts';
import type { RoomView } from './room-view.ts';
import { TimeDialog } from './time-dialog.tsx';

interface TimeDialogsProps {
  readonly view: RoomView;
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onSend: (command: DeskCommand) => void;
}

export function ProlongDialog({
  asking: { person, turn, on, during, was, again },
  view,
  busy,
  onClose,
  onSend,
}: TimeDialogsProps & { readonly asking: TurnAsking }): VNode {
  const { minMs, maxMs } = prolongRange();
  return (
    <TimeDialog
      title={`Prolonger le tour ${withDe(view.names.name(person))}`}
      told="Le temps s’ajoute à celui qui court ou qui est gardé, tous voient la nouvelle fin. Le motif est lu par l’ARS seulement."
      act={seconds => (seconds === null ? 'Prolonger' : `Prolonger de ${duration(seconds * 1000)}`)}
      icon="clockPlus"
      busy={busy}
      range={{ min: minMs / 1000, max: maxMs / 1000 }}
      seconds={0}
      before={again?.type === 'prolong' ? { seconds: again.byMs / 1000, reason: again.reason } : null}
      onClose={onClose}
      onTime={(seconds, reason) =>
        onSend({ type: 'prolong', person, turn, on, during, was, byMs: seconds * 1000, reason })
      }
    />
  );
}

export function ExtraTurnDialog({
  asking: { person, seconds, again },
  view,
  busy,
  onClose,
  onSend,
}: TimeDialogsProps & { readonly asking: Extract<Asking, { kind: 'setExtraTurn' }> }): VNode {
  return (
    <TimeDialog
      title={`Tour plus long ${withDe(view.names.name(person))}`}
      told={
        <p>
          {seconds > 0 ? `Actuellement ${duration(seconds * 1000)} en plus. ` : ''}Il vaut pour chaque tour de
          cette personne et se règle avant le début de la session. Le motif est lu par l’ARS seulement.
        </p>
      }
      act={given =>
        given === null || given > 0 ? 'Donner un tour plus long' : 'Revenir à la durée habituelle'
      }
      icon="clockPlus"
      busy={busy}
      range={EXTRA_TURN_SECONDS}
      seconds={seconds}
      before={again?.type === 'setExtraTurn' ? again : null}
      onClose={onClose}
      onTime={(given, reason) =>
        onSend({ type: 'setExtraTurn', person, seconds: given, on: seconds, reason })
      }
    />
  );
}
