/** The wall screen: larger, without bar and footer, awake. The address holds it, so that a kiosk opens it by itself. */
import { useEffect } from 'preact/hooks';
import { useInAddress } from './in-address.ts';

const ON = 'mural';

export function useWall(): readonly [boolean, (wall: boolean) => void] {
  const [value, setValue] = useInAddress('ecran');
  const wall = value === ON;
  useEffect(() => {
    if (!wall) return undefined;
    document.documentElement.classList.add('wall');
    const awake = keepAwake();
    return () => {
      document.documentElement.classList.remove('wall');
      awake.release();
    };
  }, [wall]);
  return [wall, next => setValue(next ? ON : '')];
}

/** A screen that sleeps shows nothing. The lock goes each time the page is hidden, and is asked for again. */
function keepAwake(): { release(): void } {
  let held: WakeLockSentinel | null = null;
  let released = false;
  const ask = async (): Promise<void> => {
    if (document.hidden || released || !('wakeLock' in navigator)) return;
    // Refused on low battery or by the device's settings: the board is shown all the same.
    const lock = await navigator.wakeLock.request('screen').catch(() => null);
    if (released) await lock?.release();
    else held = lock;
  };
  const seen = (): void => void ask();
  seen();
  document.addEventListener('visibilitychange', seen);
  return {
    release() {
      released = true;
      document.removeEventListener('visibilitychange', seen);
      void held?.release();
    },
  };
}
