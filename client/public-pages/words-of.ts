/** Searching a list by words: every one of them somewhere, case, accents and hyphens forgiven. Pure. */
import { folded } from '../../machines/folded.ts';

/** @returns whether a text holds every word typed; all do where nothing is typed. */
export function wordsOf(typed: string): (text: string) => boolean {
  const wanted = folded(typed)
    .split(/\s+/u)
    .filter(word => word !== '');
  if (wanted.length === 0) return () => true; // a thousand names are folded at each choice otherwise
  return text => {
    const searched = folded(text);
    return wanted.every(word => searched.includes(word));
  };
}
