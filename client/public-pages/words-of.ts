/** Searching a list by words: every one of them somewhere, case, accents and hyphens forgiven. Pure. */
import { folded } from '../../machines/folded.ts';

/** @returns whether a text holds every word typed; all do where nothing is typed. */
export function wordsOf(typed: string): (text: string) => boolean {
  const wanted = folded(typed)
    .split(/\s+/u)
    .filter(word => word !== '');
  return text => {
    const searched = folded(text);
    return wanted.every(word => searched.includes(word));
  };
}
