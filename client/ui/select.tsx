/** One of several in a native list, labelled: every phone and keyboard has its own good way with it. */
import type { VNode } from 'preact';
import { useId } from 'preact/hooks';
import { described, Fault } from './field.tsx';
import './select.css';

interface SelectProps<Key extends string> {
  readonly label: string;
  readonly choices: readonly (readonly [Key, string])[];
  readonly value: Key;
  readonly onChange: (key: Key) => void;
  /** What is wrong and how to mend it; null where nothing is. */
  readonly fault?: string | null;
}

export function Select<Key extends string>({
  label,
  choices,
  value,
  onChange,
  fault,
}: SelectProps<Key>): VNode {
  const id = useId();
  return (
    <div class="ds-field select">
      <label class="ds-label" for={id}>
        {label}
      </label>
      <select
        id={id}
        class="ds-input"
        value={value}
        {...described(id, undefined, fault)}
        onChange={event => {
          const picked = choices[event.currentTarget.selectedIndex]?.[0];
          if (picked !== undefined) onChange(picked);
        }}
      >
        {choices.map(([key, word]) => (
          <option key={key} value={key} selected={key === value}>
            {word}
          </option>
        ))}
      </select>
      <Fault id={id} text={fault} />
    </div>
  );
}
