/** One of several answers in a dialog, each on a line of its own: reasons, durations, statuses. */
import type { VNode } from 'preact';
import { useId } from 'preact/hooks';
import './one-of.css';

interface OneOfProps<Key extends string> {
  /** Spoken; shown where `titled`. */
  readonly label: string;
  readonly titled?: boolean;
  /** Side by side: short answers. */
  readonly inline?: boolean;
  readonly choices: readonly (readonly [Key, string])[];
  readonly value: Key;
  readonly onChange: (key: Key) => void;
}

export function OneOf<Key extends string>(props: OneOfProps<Key>): VNode {
  const { label, titled = false, inline = false, choices, value, onChange } = props;
  const name = useId();
  return (
    <fieldset class={inline ? 'one-of one-of-inline' : 'one-of'}>
      <legend class={titled ? 'ds-label' : 'hidden-text'}>{label}</legend>
      {choices.map(([key, word]) => (
        <label key={key} class="one-of-choice">
          <input type="radio" name={name} checked={key === value} onChange={() => onChange(key)} />
          <span>{word}</span>
        </label>
      ))}
    </fieldset>
  );
}
