/** When a bell is asked again: the page is seen again, the network is back, a push has come for this browser. */

/** @returns what ends it. */
export function onCause(act: () => void): () => void {
  const seen = (): void => void (document.hidden || act());
  const pushed = ({ data }: MessageEvent): void => void (data === 'pushed' && act());
  const worker = 'serviceWorker' in navigator ? navigator.serviceWorker : null;
  document.addEventListener('visibilitychange', seen);
  window.addEventListener('online', act);
  worker?.addEventListener('message', pushed);
  return () => {
    document.removeEventListener('visibilitychange', seen);
    window.removeEventListener('online', act);
    worker?.removeEventListener('message', pushed);
  };
}
