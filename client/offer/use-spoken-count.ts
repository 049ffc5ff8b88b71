/** Tells how much of the offer was found when what is asked for has changed; what others choose meanwhile says nothing here. */
import { useEffect, useRef } from 'preact/hooks';
import { announce } from '../ui/live-regions.tsx';

const TYPING_MS = 800; // one sentence a search, not one a letter

/** @param asked what was asked for, whole. */
export function useSpokenCount(asked: string, found: string): void {
  const last = useRef(asked);
  const words = useRef(found);
  words.current = found;
  useEffect(() => {
    if (last.current === asked) return undefined;
    last.current = asked;
    const timer = setTimeout(() => announce('status', words.current), TYPING_MS);
    return () => clearTimeout(timer);
  }, [asked]);
}
