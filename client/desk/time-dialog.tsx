/** More time: for the turn that runs («Prolonger…») or for one to come, set beforehand. A usual length or one's own, and why. */
import type { ComponentChildren, VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Field } from '../ui/field.tsx';
import { duration } from '../ui/format.ts';
import type { IconName } from '../ui/icon/icon.tsx';
import { OneOf } from './one-of.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { OWN_TIME, rangeText, secondsGiven, USUAL_TIMES } from './time-given.ts';

interface TimeDialogProps {
  readonly title: string;
  readonly told: ComponentChildren;
  readonly act: (seconds: number | null) => string;
  readonly icon: IconName;
  readonly busy: boolean;
  /** Seconds. */
  readonly range: { readonly min: number; readonly max: number };
  /** As it is now; 0 is a length of its own where the range holds it. */
  readonly seconds: number;
  /** Given before, where it is asked anew. */
  readonly before: { readonly seconds: number; readonly reason: string } | null;
  readonly onClose: () => void;
  readonly onTime: (seconds: number, reason: string) => void;
}

export function TimeDialog(props: TimeDialogProps): VNode {
  const { title, told, act, icon, busy, range, before, onClose, onTime } = props;
  const usual = [...(range.min === 0 && props.seconds > 0 ? [0] : []), ...USUAL_TIMES].map(String);
  const wanted = before === null ? props.seconds : before.seconds;
  const now = String(wanted);
  const isUsual = usual.includes(now) && (before !== null || wanted !== 0);
  const [picked, setPicked] = useState(isUsual ? now : before === null ? String(USUAL_TIMES[0]) : OWN_TIME);
  const [own, setOwn] = useState(before === null || isUsual ? '' : now);
  const seconds = secondsGiven(picked, own, range);
  return (
    <ReasonDialog
      title={title}
      told={told}
      lacking={seconds === null}
      act={act(seconds)}
      icon={icon}
      busy={busy}
      typed={before?.reason}
      onClose={onClose}
      onReason={reason => (seconds === null ? undefined : onTime(seconds, reason))}
    >
      {tried => (
        <>
          <OneOf
            label="Temps donné en plus"
            titled
            inline
            choices={[
              ...usual.map(
                one => [one, one === '0' ? 'Aucun' : `+\u00a0${duration(Number(one) * 1000)}`] as const,
              ),
              [OWN_TIME, 'Autre durée'],
            ]}
            value={picked}
            onChange={setPicked}
          />
          {picked === OWN_TIME ? (
            <Field
              label="Secondes en plus"
              type="number"
              inputMode="numeric"
              min={range.min}
              max={range.max}
              value={own}
              hint={rangeText(range)}
              fault={tried && seconds === null ? rangeText(range) : null}
              onInput={event => setOwn(event.currentTarget.value)}
            />
          ) : null}
        </>
      )}
    </ReasonDialog>
  );
}
