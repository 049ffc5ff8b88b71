/** Sharing a page's address, by the device's own sheet or by copying it, and printing it. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { announce } from '../ui/live-regions.tsx';

const TOLD_MS = 4_000;

export function PageActs({ title }: { readonly title: string }): VNode {
  const [told, setTold] = useState<string | null>(null);
  const tell = (sentence: string): void => {
    setTold(sentence);
    announce('status', sentence);
    setTimeout(() => setTold(null), TOLD_MS);
  };
  const press = async (): Promise<void> => {
    const outcome = await share(title, window.location.href);
    if (outcome === 'copied') tell('Lien copié');
    if (outcome === 'impossible') tell('Copiez l’adresse de la page');
  };
  return (
    <>
      <Button kind="bare" icon={told === null ? 'share' : 'check'} onClick={() => void press()}>
        {told ?? 'Partager'}
      </Button>
      <Button kind="bare" icon="printer" onClick={() => window.print()}>
        Imprimer
      </Button>
    </>
  );
}

type Shared = 'shared' | 'copied' | 'impossible';

/** A sheet that is closed again shares nothing, and is no fault. */
async function share(title: string, url: string): Promise<Shared> {
  if (typeof navigator.share === 'function' && matchMedia('(pointer: coarse)').matches) {
    const done = await navigator.share({ title, url }).then(
      () => null,
      (error: unknown) => error,
    );
    if (done === null || (done instanceof DOMException && done.name === 'AbortError')) return 'shared';
  }
  if (!('clipboard' in navigator)) return 'impossible'; // an address without HTTPS
  return navigator.clipboard.writeText(url).then(
    () => 'copied',
    () => 'impossible',
  );
}
