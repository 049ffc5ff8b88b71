/**
 * The connections of who is signed in, for the pages that read them. Apart from what opens them (`hold.ts`): the bell in
 * the bar of every page reads them too, and does not wait for the socket's own code.
 */
import { signal } from '@preact/signals';
import type { Signal } from '@preact/signals';
import type { Live } from './live.ts';

export const REALMS = ['intern', 'mandatary'] as const;
type HeldRealm = (typeof REALMS)[number];

/** Null while nobody is signed in there, or where there is no amphitheatre to follow; written by `hold.ts` alone. */
export const held: Readonly<Record<HeldRealm, Signal<Live | null>>> = {
  intern: signal<Live | null>(null),
  mandatary: signal<Live | null>(null),
};
