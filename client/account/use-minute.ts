/** Seconds until another mail may be asked for (domain §6: after 60 s). */
import { useEffect, useState } from 'preact/hooks';

const RESEND_AFTER_S = 60;

export function useMinute(): { readonly left: number; readonly begin: () => void } {
  const [until, setUntil] = useState(0);
  const [now, setNow] = useState(0);
  useEffect(() => {
    if (until === 0) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, [until]);
  return {
    left: Math.max(0, Math.ceil((until - now) / 1000)),
    begin() {
      setNow(Date.now());
      setUntil(Date.now() + RESEND_AFTER_S * 1000);
    },
  };
}
