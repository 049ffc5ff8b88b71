/** The first parts of a long list at once, the others a few a frame: no search keeps a slow phone from the next letter. */
import { useEffect, useState } from 'preact/hooks';

/**
 * @param asked begins again when it changes. @param atOnce parts drawn at first, and more of them each frame.
 * @returns how many parts to draw now.
 */
export function useGrowing(count: number, asked: string, atOnce: number): number {
  const [grown, setGrown] = useState({ asked, shown: atOnce });
  const shown = grown.asked === asked ? grown.shown : atOnce;
  useEffect(() => {
    if (shown >= count) return undefined;
    // After the frame, so that what is there is painted first.
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => setGrown({ asked, shown: shown + atOnce }));
    });
    let timer: ReturnType<typeof setTimeout> | undefined;
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [asked, shown, count, atOnce]);
  return shown;
}
