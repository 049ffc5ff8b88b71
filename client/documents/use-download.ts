/** One download under way: whether it is being prepared, and what went wrong; the browser then saves it as any other file. */
import { useState } from 'preact/hooks';
import { textOf } from '../http/call.ts';
import { announce } from '../ui/live-regions.tsx';
import { askFile } from './file-answer.ts';
import type { DownloadedFile } from './file-answer.ts';

export interface Download {
  readonly busy: boolean;
  /** Why there is no file, and what to do; null where nothing went wrong. */
  readonly trouble: string | null;
  /** @returns whether the file came. */
  readonly start: (path: string, body?: unknown) => Promise<boolean>;
}

export function useDownload(): Download {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const start = async (path: string, body?: unknown): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    setTrouble(null);
    announce('status', 'Préparation du document.');
    const answer = await askFile(path, body);
    setBusy(false);
    if (answer.kind === 'ok') {
      save(answer.value);
      announce('status', 'Document téléchargé.');
      return true;
    }
    setTrouble(textOf(answer));
    announce('alert', textOf(answer));
    return false;
  };
  return { busy, trouble, start };
}

const KEPT_MS = 60_000; // slow phones read the address after the click

function save({ name, content }: DownloadedFile): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}
