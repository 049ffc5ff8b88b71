/** Sharing a page's address, by the device's own sheet or by copying it, and printing it. */
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import type { IconName } from '../ui/icon/icon.tsx';
import { announce } from '../ui/live-regions.tsx';

const TOLD_MS = 4_000;

interface Told {
  readonly icon: IconName;
  readonly word: string;
}

const ASKED: Told = { icon: 'share', word: 'Partager' };

interface PageActsProps {
  readonly title: string;
  /** What is not in the page yet and belongs on paper: drawn once this has come to its end, whatever the end is. */
  readonly beforePrint?: (() => Promise<void>) | undefined;
}

export function PageActs({ title, beforePrint }: PageActsProps): VNode {
  const [told, setTold] = useState<Told>(ASKED);
  const [printing, print] = usePrint(beforePrint);
  const tell = (outcome: Told): void => {
    setTold(outcome);
    announce('status', outcome.word);
    setTimeout(() => setTold(ASKED), TOLD_MS);
  };
  const press = async (): Promise<void> => {
    const outcome = await share(title, window.location.href);
    if (outcome === 'copied') tell({ icon: 'check', word: 'Lien copié' });
    if (outcome === 'impossible') tell({ icon: 'alert', word: 'Copiez l’adresse de la page' });
  };
  return (
    <>
      <Button kind="bare" icon={told.icon} onClick={() => void press()}>
        {told.word}
      </Button>
      <Button kind="bare" icon="printer" busy={printing} onClick={print}>
        {printing ? 'Préparation…' : 'Imprimer'}
      </Button>
    </>
  );
}

/** The keys of the browser's own command do the same; its menu prints what the page shows. */
function usePrint(before: PageActsProps['beforePrint']): readonly [boolean, () => void] {
  const [printing, setPrinting] = useState(false);
  const print = async (): Promise<void> => {
    setPrinting(true);
    await before?.();
    setPrinting(false);
    window.print();
  };
  useEffect(() => {
    if (before === undefined) return undefined;
    const pressed = (event: KeyboardEvent): void => {
      if (event.key !== 'p' || event.ctrlKey === event.metaKey || event.altKey || event.shiftKey) return;
      event.preventDefault();
      if (!printing) void print();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [before, printing]);
  return [printing, () => void print()];
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
