/** A form that was sent with something to mend: its first field at fault has the focus, for it may be out of sight (RGAA 11.10). */
import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

export interface FirstFault {
  /** For the form. */
  readonly form: RefObject<HTMLFormElement | null>;
  /** After the fields have been told what is wrong. */
  show(): void;
}

export function useFirstFault(): FirstFault {
  const form = useRef<HTMLFormElement>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus(), [tries]);
  return { form, show: () => setTries(before => before + 1) };
}
