/** The menu of one person: only the acts this person's state takes; most ask before anything is sent. */
import type { VNode } from 'preact';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActs } from '../ui/dialog.tsx';
import type { IconName } from '../ui/icon/icon.tsx';
import { askAbout } from './asking.ts';
import type { Asking } from './asking.ts';
import type { DeskCommand } from './desk-command.ts';
import { noActsReason, personActs, phaseOf } from './person-acts.ts';
import type { PersonAct } from './person-acts.ts';
import type { RoomView } from './room-view.ts';

interface PersonMenuProps {
  readonly asking: Extract<Asking, { kind: 'menu' }>;
  readonly view: RoomView;
  readonly onAsk: (asking: Asking) => void;
  readonly onSend: (command: DeskCommand) => void;
  readonly onClose: () => void;
}

const WORDS: Readonly<Record<PersonAct, readonly [IconName, string]>> = {
  markAbsent: ['userOff', 'Constater l’absence…'],
  excuse: ['calendarOff', 'Noter une absence prévue…'],
  lift: ['back', 'Lever l’absence prévue'],
  callBack: ['back', 'Rappeler dans la file'],
  setStatus: ['user', 'Changer le type de choix…'],
};

export function PersonMenu({ asking, view, onAsk, onSend, onClose }: PersonMenuProps): VNode {
  const { person, on } = asking;
  const { names, sending } = view;
  const phase = phaseOf(view.session);
  const acts = personActs(on, phase);
  const pick = (act: PersonAct): void => {
    if (act === 'lift' || act === 'callBack') return onSend({ type: act, person, on });
    const next = askAbout(act, person, view);
    if (next === null) onClose();
    else onAsk(next.kind === 'excuse' ? { ...next, on } : next);
  };
  return (
    <Dialog title={`${names.order(person)} · ${names.name(person)}`} onClose={onClose}>
      <div class="stack">
        {acts.length === 0 ? <p>{noActsReason(on, phase)}</p> : null}
        {acts.map(act => (
          <Button key={act} kind="edge" wide icon={WORDS[act][0]} busy={sending} onClick={() => pick(act)}>
            {WORDS[act][1]}
          </Button>
        ))}
      </div>
      <DialogActs>
        <Button kind="edge" onClick={onClose}>
          Annuler
        </Button>
      </DialogActs>
    </Dialog>
  );
}
