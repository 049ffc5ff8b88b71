/** A reason before an act: one of the usual ones, or one's own words. Nothing is sent without it. */
import type { ComponentChildren, VNode } from 'preact';
import { useState } from 'preact/hooks';
import { visibleText } from '../../machines/visible-text.ts';
import { Button } from '../ui/button.tsx';
import type { ButtonKind } from '../ui/button.tsx';
import { Dialog, DialogActs } from '../ui/dialog.tsx';
import { LongField } from '../ui/field.tsx';
import { Icon } from '../ui/icon/icon.tsx';
import type { IconName } from '../ui/icon/icon.tsx';
import { DialogFoot } from './dialog-foot.tsx';
import { OneOf } from './one-of.tsx';

const LONGEST_REASON = 500; // characters, as the server takes them
const OTHER = 'other';

interface ReasonDialogProps {
  readonly title: string;
  /** Who reads the reason, what the act does. */
  readonly told: ComponentChildren;
  /** What else is asked; `tried`: it was submitted before, faults are to be shown. */
  readonly children?: (tried: boolean) => ComponentChildren;
  /** What else is asked is not answered yet: nothing is sent. */
  readonly lacking?: boolean;
  readonly act: string;
  readonly icon?: IconName;
  readonly kind?: ButtonKind;
  readonly busy?: boolean;
  /** Why it cannot be sent now, in place of its button; the words typed so far stay. */
  readonly barred?: string | undefined;
  /** Usual reasons to pick from; none = free text alone. */
  readonly usual?: readonly string[] | undefined;
  /** Given before, where it is asked anew. */
  readonly typed?: string | undefined;
  readonly onClose: () => void;
  readonly onReason: (reason: string) => void;
}

const pickedFirst = (usual: readonly string[], typed: string): string =>
  usual.find(one => one === typed) ?? (typed === '' ? usual[0] : undefined) ?? OTHER;

export function ReasonDialog(props: ReasonDialogProps): VNode {
  const {
    title,
    told,
    children,
    lacking = false,
    act,
    icon,
    kind,
    busy,
    barred,
    usual = [],
    typed = '',
  } = props;
  const [picked, setPicked] = useState<string>(pickedFirst(usual, typed));
  const [words, setWords] = useState(typed);
  const [tried, setTried] = useState(false);
  const reason = visibleText(picked === OTHER ? words : picked);
  return (
    <Dialog title={title} onClose={props.onClose}>
      <form
        class="stack"
        noValidate
        onSubmit={event => {
          event.preventDefault();
          setTried(true);
          if (reason !== '' && !lacking && busy !== true && barred === undefined) props.onReason(reason);
        }}
      >
        <div class="quiet">{told}</div>
        {children?.(tried)}
        {usual.length === 0 ? null : (
          <OneOf
            label="Motif"
            choices={[...usual.map(text => [text, `«\u00a0${text}\u00a0»`] as const), [OTHER, 'Autre motif']]}
            value={picked}
            onChange={setPicked}
          />
        )}
        {picked === OTHER ? (
          <LongField
            label="Motif"
            value={words}
            maxLength={LONGEST_REASON}
            fault={tried && reason === '' ? 'Écrivez le motif.' : null}
            onInput={event => setWords(event.currentTarget.value)}
          />
        ) : null}
        {barred === undefined ? (
          <DialogFoot act={act} icon={icon} kind={kind} busy={busy} onClose={props.onClose} />
        ) : (
          <>
            <p class="field-fault">
              <Icon name="circleX" /> {barred}
            </p>
            <DialogActs>
              <Button kind="edge" onClick={props.onClose}>
                Annuler
              </Button>
            </DialogActs>
          </>
        )}
      </form>
    </Dialog>
  );
}
