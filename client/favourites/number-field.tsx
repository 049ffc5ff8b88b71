/** The number of a favourite, to be changed: Entrée moves it; leaving the field too, since a phone's digits have no such key. */
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';

interface NumberFieldProps {
  readonly number: number;
  readonly of: number;
  readonly title: string;
  readonly onMove: (to: number, pressed: Element) => void;
}

export function NumberField({ number, of, title, onMove }: NumberFieldProps): VNode {
  const [text, setText] = useState(String(number));
  useEffect(() => setText(String(number)), [number]);
  const asked = Number(text);
  const send = (field: HTMLInputElement): void => {
    if (!Number.isInteger(asked) || asked < 1) return setText(String(number));
    if (Math.min(asked, of) === number) return setText(String(number));
    onMove(asked, field);
  };
  return (
    <input
      class="arrange-number digits"
      data-act="number"
      type="text"
      inputMode="numeric"
      autoComplete="off"
      maxLength={4}
      aria-label={`Numéro de ${title}`}
      value={text}
      onInput={event => setText(event.currentTarget.value)}
      onFocus={event => event.currentTarget.select()}
      onBlur={event => send(event.currentTarget)}
      onKeyDown={event => {
        if (event.key === 'Enter') send(event.currentTarget);
        if (event.key === 'Escape') setText(String(number));
      }}
    />
  );
}
