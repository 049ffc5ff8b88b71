/** One of a few, side by side: filters and ways of showing. Real radio buttons underneath. */
import type { VNode } from 'preact';
import { useId } from 'preact/hooks';
import './segmented.css';

interface SegmentedProps<Key extends string> {
  /** Spoken, not shown. */
  readonly label: string;
  readonly choices: readonly (readonly [Key, string])[];
  readonly value: Key;
  readonly onChange: (key: Key) => void;
  /** `pills`: apart and round, each with its count. */
  readonly look?: 'joined' | 'pills';
}

export function Segmented<Key extends string>({
  label,
  choices,
  value,
  onChange,
  look = 'joined',
}: SegmentedProps<Key>): VNode {
  const name = useId();
  return (
    <fieldset class={`segmented segmented-${look}`}>
      <legend class="hidden-text">{label}</legend>
      {choices.map(([key, word]) => (
        <label key={key}>
          <input
            class="hidden-text"
            type="radio"
            name={name}
            checked={key === value}
            onChange={() => onChange(key)}
          />
          <span>{word}</span>
        </label>
      ))}
    </fieldset>
  );
}
