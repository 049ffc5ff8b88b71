/** One field of the advanced search: what is typed or picked from what the offer holds becomes a value by Enter. */
import type { VNode } from 'preact';
import { useId, useState } from 'preact/hooks';
import { isValue, LONGEST_VALUE, MOST_VALUES } from '../../machines/offer-address.ts';
import { suggestions } from '../../machines/offer-index.ts';
import type { Field } from '../../machines/offer-search.ts';
import { announce } from '../ui/live-regions.tsx';
import { FIELD_WORDS, meaningsOf, valueWords } from '../../machines/offer-words.ts';

const SHOWN = 8; // suggestions at once: one types another letter rather than scroll

interface CriterionFieldProps {
  readonly field: Field;
  /** What the offer holds there. */
  readonly values: readonly string[];
  readonly chosen: readonly string[];
  readonly onAdd: (value: string) => void;
}

export function CriterionField({ field, values, chosen, onAdd }: CriterionFieldProps): VNode {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1); // the suggestion that the arrows are on
  const [fault, setFault] = useState<string | null>(null);
  const options = open ? optionsOf(field, values, chosen, typed) : [];
  const shown = options.length > 0;

  const add = (value: string): void => {
    const wrong = faultOf(field, value, chosen);
    setFault(wrong);
    if (wrong !== null) return announce('alert', wrong);
    onAdd(value);
    announce('status', `Critère ajouté\u00a0: ${FIELD_WORDS[field]}, ${valueWords(field, value)}.`);
    setTyped('');
    setAt(-1);
    setOpen(false); // until the next letter, or an arrow: what is below is to be seen
  };
  const enter = (): void => {
    const picked = options[at] ?? (field === 'state' ? options[0] : undefined);
    const value = picked?.[0] ?? typed.trim();
    if (value !== '') add(value);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') enter();
    else if (event.key === 'ArrowDown' && !open) setOpen(true);
    else if (event.key === 'ArrowDown') setAt(at + 1 < options.length ? at + 1 : 0);
    else if (event.key === 'ArrowUp') setAt(at > 0 ? at - 1 : options.length - 1);
    else if (event.key === 'Escape' && shown) setOpen(false);
    else return;
    event.preventDefault();
  };
  return (
    <div class="criterion-field">
      <label class="ds-label" for={id}>
        {FIELD_WORDS[field]}
      </label>
      <input
        id={id}
        class="ds-input"
        type="text"
        role="combobox"
        autoComplete="off"
        enterKeyHint="enter"
        maxLength={LONGEST_VALUE}
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        {...(shown && at >= 0 ? { 'aria-activedescendant': `${id}-${at}` } : {})}
        {...(fault === null ? {} : { 'aria-invalid': true, 'aria-describedby': `${id}-fault` })}
        value={typed}
        onFocus={() => setOpen(true)}
        onBlur={() => {
          setOpen(false);
          setAt(-1);
        }}
        onInput={event => {
          setTyped(event.currentTarget.value);
          setFault(null);
          setAt(-1);
          setOpen(true);
        }}
        onKeyDown={onKeyDown}
      />
      <ul
        id={`${id}-list`}
        class="criterion-list"
        role="listbox"
        aria-label={FIELD_WORDS[field]}
        hidden={!shown}
      >
        {options.map(([value, words], place) => (
          // The keys are the field's, as a combobox's are.
          <li
            key={value}
            id={`${id}-${place}`}
            class="criterion-option"
            role="option"
            aria-selected={place === at}
            onPointerDown={event => event.preventDefault()} // the field keeps the focus
            onClick={() => add(value)}
          >
            {words}
          </li>
        ))}
      </ul>
      {chosen.length === 0 ? null : (
        <p class="small quiet">Demandé&nbsp;: {chosen.map(value => valueWords(field, value)).join(', ')}</p>
      )}
      {fault === null ? null : (
        <p class="field-fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
    </div>
  );
}

function optionsOf(
  field: Field,
  values: readonly string[],
  chosen: readonly string[],
  typed: string,
): readonly (readonly [string, string])[] {
  const meanings = meaningsOf(field).filter(([value]) => !chosen.includes(value));
  const words = suggestions(
    meanings.map(([, word]) => word),
    typed,
    SHOWN,
  );
  const texts = suggestions(
    values.filter(value => !chosen.includes(value)),
    typed,
    SHOWN,
  );
  return [
    ...meanings.filter(([, word]) => words.includes(word)),
    ...texts.map(value => [value, value] as const),
  ].slice(0, SHOWN);
}

function faultOf(field: Field, value: string, chosen: readonly string[]): string | null {
  if (chosen.length >= MOST_VALUES) return `Au plus ${MOST_VALUES} valeurs dans ce champ. Retirez-en une.`;
  if (field === 'state' && !isValue(field, value)) return 'Choisissez un état de la liste.';
  return null;
}
