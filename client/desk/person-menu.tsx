/** The menu of one row: only the acts this person's state takes; each asks for its reason before anything is sent. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { PersonId } from '../../machines/ids.ts';
import type { WireCommand } from '../../machines/wire/frames.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Dialog, DialogActs } from '../ui/dialog.tsx';
import type { IconName } from '../ui/icon/icon.tsx';
import { noActsReason, personActs } from './person-acts.ts';
import type { PersonAct } from './person-acts.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import type { RoomView } from './room-view.ts';
import { ABSENCE_REASONS } from './usual-reasons.ts';

interface PersonMenuProps {
  readonly person: PersonId;
  readonly view: RoomView;
}

const WORDS: Readonly<Record<PersonAct, readonly [IconName, string]>> = {
  markAbsent: ['userOff', 'Constater l’absence…'],
  excuse: ['calendarOff', 'Noter une absence prévue…'],
  lift: ['back', 'Lever l’absence prévue'],
  callBack: ['back', 'Rappeler dans la file'],
};

export function PersonMenu({ person, view }: PersonMenuProps): VNode | null {
  const [open, setOpen] = useState<'menu' | PersonAct | null>(null);
  const { names, people, send, sending, session } = view;
  const live = session.state === 'running' || session.state === 'paused';
  const kind = people.get(person)?.state.kind;
  const close = (): void => setOpen(null);
  const sendAndClose = (command: WireCommand): void => {
    close();
    send(command);
  };
  if (!live || kind === undefined) return null;
  const title = `${names.order(person)} · ${names.name(person)}`;
  const acts = personActs(kind, live);
  return (
    <>
      <IconButton icon="dots" label={`Actions pour ${names.name(person)}`} onClick={() => setOpen('menu')} />
      {open === 'menu' ? (
        <Dialog title={title} onClose={close}>
          <div class="stack">
            {acts.length === 0 ? <p>{noActsReason(kind, live)}</p> : null}
            {acts.map(act => (
              <Button
                key={act}
                kind="edge"
                wide
                icon={WORDS[act][0]}
                busy={sending}
                onClick={() => {
                  if (act === 'lift' || act === 'callBack') sendAndClose({ type: act, person, on: kind });
                  else setOpen(act);
                }}
              >
                {WORDS[act][1]}
              </Button>
            ))}
          </div>
          <DialogActs>
            <Button kind="edge" onClick={close}>
              Annuler
            </Button>
          </DialogActs>
        </Dialog>
      ) : null}
      {open === 'excuse' ? (
        <ReasonDialog
          title={`Absence prévue du ${names.order(person)}`}
          told={`${names.name(person)} ne sera pas dans l’appel. Le motif est lu par cette personne et par l’ARS seulement.`}
          act="Noter l’absence prévue"
          icon="calendarOff"
          onClose={close}
          onReason={reason => sendAndClose({ type: 'excuse', person, reason, on: kind })}
        />
      ) : null}
      {open === 'markAbsent' && session.called !== null ? (
        <ReasonDialog
          title={`Constater l’absence du ${names.order(person)}`}
          told="Cette personne pourra revenir dans la file. Le motif est lu par l’ARS seulement."
          usual={ABSENCE_REASONS}
          act="Constater l’absence"
          icon="userOff"
          onClose={close}
          onReason={reason => {
            const { called } = session;
            if (called !== null)
              sendAndClose({ type: 'markAbsent', person, turn: called.turn, on: called.mode, reason });
          }}
        />
      ) : null}
    </>
  );
}
