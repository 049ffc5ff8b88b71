/** The first rows at once, the others a few a frame: no search keeps a slow phone from the next letter. */
import { useEffect, useState } from 'preact/hooks';

const FIRST = 3; // what a phone shows beside its keyboard
const MORE = 3;

/** @param asked begins again when it changes. @returns how many rows to draw now. */
export function useGrowing(count: number, asked: string): number {
  const [grown, setGrown] = useState({ asked, shown: FIRST });
  const shown = grown.asked === asked ? grown.shown : FIRST;
  useEffect(() => {
    if (shown >= count) return undefined;
    // After the frame, so that what is there is painted first.
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => setGrown({ asked, shown: shown + MORE }));
    });
    let timer: ReturnType<typeof setTimeout> | undefined;
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [asked, shown, count]);
  return shown;
}
