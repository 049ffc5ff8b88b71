/** The one field that looks everywhere: what is typed shows at once, the search follows when the fingers rest. */
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { LONGEST_VALUE } from '../../machines/offer-address.ts';
import { SearchField } from '../ui/search-field.tsx';

const RESTED_MS = 120;

interface WordsFieldProps {
  readonly words: string;
  readonly onWords: (words: string) => void;
}

export function WordsField({ words, onWords }: WordsFieldProps): VNode {
  const [typed, setTyped] = useState(words);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = useRef(words);
  // Another search came from elsewhere: the way back, a saved one, «Tout effacer».
  useEffect(() => {
    if (words === asked.current) return;
    clearTimeout(timer.current);
    asked.current = words;
    setTyped(words);
  }, [words]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <SearchField
      label="Chercher dans l’offre"
      placeholder="Service, hôpital, chef…"
      value={typed}
      onInput={text => {
        const next = text.slice(0, LONGEST_VALUE);
        setTyped(next);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => {
          asked.current = next;
          onWords(next);
        }, RESTED_MS);
      }}
    />
  );
}
