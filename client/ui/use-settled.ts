/** A value that follows another once it has stood still: what is typed is searched for when the typing rests. */
import { useEffect, useState } from 'preact/hooks';

const STILL_MS = 250;

export function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), STILL_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
