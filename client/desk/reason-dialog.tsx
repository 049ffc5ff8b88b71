/** A reason before an act: one of the usual ones, or one's own words. Nothing is sent without it. */
import type { ComponentChildren, VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import type { ButtonKind } from '../ui/button.tsx';
import { Dialog, DialogActs } from '../ui/dialog.tsx';
import { LongField } from '../ui/field.tsx';
import type { IconName } from '../ui/icon/icon.tsx';
import './reason-dialog.css';

const OTHER = 'other';

interface ReasonDialogProps {
  readonly title: string;
  /** Who reads the reason, what the act does. */
  readonly told: ComponentChildren;
  readonly act: string;
  readonly icon?: IconName;
  readonly kind?: ButtonKind;
  /** Usual reasons to pick from; none = free text alone. */
  readonly usual?: readonly string[] | undefined;
  readonly onClose: () => void;
  readonly onReason: (reason: string) => void;
}

export function ReasonDialog(props: ReasonDialogProps): VNode {
  const { title, told, act, icon, kind, usual = [], onClose, onReason } = props;
  const [picked, setPicked] = useState<number | typeof OTHER>(usual.length === 0 ? OTHER : 0);
  const [words, setWords] = useState('');
  const [tried, setTried] = useState(false);
  const reason = (picked === OTHER ? words : (usual[picked] ?? '')).trim();
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        class="stack"
        noValidate
        onSubmit={event => {
          event.preventDefault();
          setTried(true);
          if (reason !== '') onReason(reason);
        }}
      >
        <div class="quiet">{told}</div>
        {usual.length === 0 ? null : (
          <fieldset class="reasons">
            <legend class="hidden-text">Motif</legend>
            {usual.map((text, index) => (
              <Reason key={text} checked={picked === index} onPick={() => setPicked(index)}>
                «&nbsp;{text}&nbsp;»
              </Reason>
            ))}
            <Reason checked={picked === OTHER} onPick={() => setPicked(OTHER)}>
              Autre motif
            </Reason>
          </fieldset>
        )}
        {picked === OTHER ? (
          <LongField
            label="Motif"
            value={words}
            maxLength={500}
            fault={tried && reason === '' ? 'Écrivez le motif.' : null}
            onInput={event => setWords(event.currentTarget.value)}
          />
        ) : null}
        <DialogActs>
          <Button
            type="submit"
            {...(icon === undefined ? {} : { icon })}
            {...(kind === undefined ? {} : { kind })}
          >
            {act}
          </Button>
          <Button kind="edge" onClick={onClose}>
            Annuler
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}

interface ReasonProps {
  readonly checked: boolean;
  readonly onPick: () => void;
  readonly children: ComponentChildren;
}

export const Reason = ({ checked, onPick, children }: ReasonProps): VNode => (
  <label class="reason">
    <input type="radio" name="reason" checked={checked} onChange={onPick} />
    <span>{children}</span>
  </label>
);
