/** A labelled field with its hint and its fault in words beside it. */
import { h } from 'preact';
import type { ComponentProps, InputHTMLAttributes, VNode } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from './icon/icon.tsx';
import './field.css';

interface FieldLook {
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong and how to mend it; null where nothing is. */
  readonly fault?: string | null;
}

interface FieldProps
  extends FieldLook,
    Pick<
      InputHTMLAttributes,
      'autoComplete' | 'inputMode' | 'max' | 'maxLength' | 'min' | 'onBlur' | 'onInput' | 'value'
    > {
  readonly type?: 'date' | 'datetime-local' | 'email' | 'number' | 'password' | 'tel' | 'text';
}
type LongFieldProps = FieldLook & Pick<ComponentProps<'textarea'>, 'maxLength' | 'onInput' | 'value'>;

// As a plain name: Preact's types of <input> want the kind of field known at each place.
const INPUT: string = 'input';

export function Field({ label, hint, fault, ...rest }: FieldProps): VNode {
  const id = useId();
  return (
    <div class="ds-field field">
      <label class="ds-label" for={id}>
        {label}
      </label>
      {hint === undefined ? null : <Hint id={id} text={hint} />}
      {h(INPUT, { ...rest, id, class: 'ds-input', ...described(id, hint, fault) })}
      <Fault id={id} text={fault} />
    </div>
  );
}

export function LongField({ label, hint, fault, ...rest }: LongFieldProps): VNode {
  const id = useId();
  return (
    <div class="ds-field field">
      <label class="ds-label" for={id}>
        {label}
      </label>
      {hint === undefined ? null : <Hint id={id} text={hint} />}
      <textarea rows={3} {...rest} id={id} class="ds-input" {...described(id, hint, fault)} />
      <Fault id={id} text={fault} />
    </div>
  );
}

const Hint = ({ id, text }: { readonly id: string; readonly text: string }): VNode => (
  <p class="quiet small" id={`${id}-hint`}>
    {text}
  </p>
);

export const Fault = ({
  id,
  text,
}: {
  readonly id: string;
  readonly text: string | null | undefined;
}): VNode | null =>
  text === null || text === undefined ? null : (
    <p class="field-fault" id={`${id}-fault`}>
      <Icon name="circleX" /> {text}
    </p>
  );

/** What a control's attributes say of its hint and its fault. */
export function described(id: string, hint: string | undefined, fault: string | null | undefined) {
  const wrong = fault !== null && fault !== undefined;
  const by = [...(hint === undefined ? [] : [`${id}-hint`]), ...(wrong ? [`${id}-fault`] : [])].join(' ');
  return { ...(by === '' ? {} : { 'aria-describedby': by }), ...(wrong ? { 'aria-invalid': true } : {}) };
}
