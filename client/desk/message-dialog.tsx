/** A message before it goes: who receives it, and its words, which can still be changed. It cannot be taken back. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { visibleText } from '../../machines/visible-text.ts';
import { number, plural } from '../ui/format.ts';
import { Dialog } from '../ui/dialog.tsx';
import { LongField } from '../ui/field.tsx';
import type { Asking } from './asking.ts';
import type { DeskCommand } from './desk-command.ts';
import { DialogFoot } from './dialog-foot.tsx';
import { LONGEST_MESSAGE } from './messages.ts';
import type { RoomView } from './room-view.ts';

interface MessageDialogProps {
  readonly asking: Extract<Asking, { kind: 'message' }>;
  readonly view: RoomView;
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onSend: (command: DeskCommand) => void;
}

export function MessageDialog({ asking, view, busy, onClose, onSend }: MessageDialogProps): VNode {
  const { to } = asking;
  const [words, setWords] = useState(asking.text);
  const [tried, setTried] = useState(false);
  const text = visibleText(words);
  const who = to === null ? 'à tous' : `à ${view.names.name(to)}`;
  return (
    <Dialog title={`Message ${who}`} onClose={onClose}>
      <form
        class="stack"
        noValidate
        onSubmit={event => {
          event.preventDefault();
          setTried(true);
          if (text !== '' && !busy) onSend({ type: 'message', to, text });
        }}
      >
        <p class="quiet">
          {to === null
            ? `Lu par les ${plural(view.counts.size, 'interne', 'internes')} de la session et sur la page publique. N’y nommez personne.`
            : 'Lu par cette personne, par la personne mandatée s’il y en a une, et par l’ARS.'}{' '}
          Un message envoyé ne se retire pas.
        </p>
        <LongField
          label="Message"
          value={words}
          maxLength={LONGEST_MESSAGE}
          hint={`${words.length} / ${number(LONGEST_MESSAGE)}`}
          fault={tried && text === '' ? 'Écrivez un message.' : null}
          onInput={event => setWords(event.currentTarget.value)}
        />
        <DialogFoot
          act={to === null ? `Envoyer à ${plural(view.counts.size, 'interne', 'internes')}` : 'Envoyer'}
          icon="send"
          busy={busy}
          onClose={onClose}
        />
      </form>
    </Dialog>
  );
}
