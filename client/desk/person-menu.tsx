/** The menu of one row: only the acts this person's state takes; each asks for its reason before anything is sent. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { PersonId } from '../../machines/ids.ts';
import type { PublicCalled } from '../../machines/session/public-state.ts';
import type { PersonState } from '../../machines/session/state.ts';
import type { WireCommand } from '../../machines/wire/frames.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Dialog, DialogActs } from '../ui/dialog.tsx';
import type { IconName } from '../ui/icon/icon.tsx';
import type { Names } from './names.ts';
import { noActsReason, personActs } from './person-acts.ts';
import type { PersonAct } from './person-acts.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import type { RoomView } from './room-view.ts';
import { ABSENCE_REASONS } from './usual-reasons.ts';

interface PersonMenuProps {
  readonly person: PersonId;
  readonly view: RoomView;
}

/** What is open, and what it was decided on: the person may change under an open dialog, its answer may not. */
interface Open {
  readonly what: 'menu' | 'markAbsent' | 'excuse';
  readonly kind: PersonState['kind'];
  readonly called: PublicCalled | null;
  readonly seen: number;
}

const WORDS: Readonly<Record<PersonAct, readonly [IconName, string]>> = {
  markAbsent: ['userOff', 'Constater l’absence…'],
  excuse: ['calendarOff', 'Noter une absence prévue…'],
  lift: ['back', 'Lever l’absence prévue'],
  callBack: ['back', 'Rappeler dans la file'],
};

export function PersonMenu({ person, view }: PersonMenuProps): VNode | null {
  const [open, setOpen] = useState<Open | null>(null);
  const { names, people, send, sending, session, seq } = view;
  const live = session.state === 'running' || session.state === 'paused';
  const close = (): void => setOpen(null);
  const known = people.get(person);
  if (!live || known === undefined) return null;
  const openMenu = (): void =>
    setOpen({ what: 'menu', kind: known.state.kind, called: session.called, seen: seq });
  return (
    <>
      <IconButton icon="dots" label={`Actions pour ${names.name(person)}`} onClick={openMenu} />
      {open === null ? null : (
        <Opened
          open={open}
          person={person}
          names={names}
          sending={sending}
          onPick={what => setOpen({ ...open, what })}
          onClose={close}
          onSend={command => {
            close();
            send(command, open.seen);
          }}
        />
      )}
    </>
  );
}

interface OpenedProps {
  readonly open: Open;
  readonly person: PersonId;
  readonly names: Names;
  readonly sending: boolean;
  readonly onPick: (act: 'markAbsent' | 'excuse') => void;
  readonly onClose: () => void;
  readonly onSend: (command: WireCommand) => void;
}

function Opened({ open, person, names, sending, onPick, onClose, onSend }: OpenedProps): VNode | null {
  const { what, kind, called } = open;
  const acts = personActs(kind, true);
  switch (what) {
    case 'menu':
      return (
        <Dialog title={`${names.order(person)} · ${names.name(person)}`} onClose={onClose}>
          <div class="stack">
            {acts.length === 0 ? <p>{noActsReason(kind, true)}</p> : null}
            {acts.map(act => (
              <Button
                key={act}
                kind="edge"
                wide
                icon={WORDS[act][0]}
                busy={sending}
                onClick={() => {
                  if (act === 'lift' || act === 'callBack') onSend({ type: act, person, on: kind });
                  else onPick(act);
                }}
              >
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
    case 'excuse':
      return (
        <ReasonDialog
          title={`Absence prévue du ${names.order(person)}`}
          told={`${names.name(person)} ne sera pas dans l’appel. Le motif est lu par cette personne et par l’ARS seulement.`}
          act="Noter l’absence prévue"
          icon="calendarOff"
          onClose={onClose}
          onReason={reason => onSend({ type: 'excuse', person, reason, on: kind })}
        />
      );
    case 'markAbsent':
      return called === null ? null : (
        <ReasonDialog
          title={`Constater l’absence du ${names.order(person)}`}
          told="Cette personne pourra revenir dans la file. Le motif est lu par l’ARS seulement."
          usual={ABSENCE_REASONS}
          act="Constater l’absence"
          icon="userOff"
          onClose={onClose}
          onReason={reason =>
            onSend({ type: 'markAbsent', person, turn: called.turn, on: called.mode, reason })
          }
        />
      );
    default:
      return what satisfies never;
  }
}
