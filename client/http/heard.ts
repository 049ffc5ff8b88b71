/** When the server was last heard over HTTP, by this device's clock: the age of what a page shows offline. */
import { signal } from '@preact/signals';
import type { Ms } from '../../machines/ids.ts';

/** Null until it was. `call.ts` writes it. */
export const heardAt = signal<Ms | null>(null);

/** The last question came back without an answer: no network, or nobody there. */
export const unheard = signal(false);
