/** One field to search a list, with its drawing and a cross to empty it. Answers as one types. */
import type { VNode } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { Icon } from './icon/icon.tsx';
import './search-field.css';

interface SearchFieldProps {
  /** Spoken; the placeholder shows examples. */
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
}

export function SearchField({ label, placeholder, value, onInput }: SearchFieldProps): VNode {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  return (
    <div class="search-field" role="search">
      <label class="hidden-text" for={id}>
        {label}
      </label>
      <Icon name="search" />
      <input
        id={id}
        ref={field}
        class="ds-input"
        type="text"
        inputMode="search"
        enterKeyHint="search"
        autoComplete="off"
        placeholder={placeholder}
        value={value}
        onInput={event => onInput(event.currentTarget.value)}
      />
      {value === '' ? null : (
        <button
          type="button"
          aria-label="Effacer la recherche"
          onClick={() => {
            onInput('');
            field.current?.focus();
          }}
        >
          <Icon name="close" />
        </button>
      )}
    </div>
  );
}
