/** How many requests wait for a moderator: one number for the bell and every page, asked now and then and when it has changed. */
import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { WaitingRequests } from '../http/answers.ts';
import { call } from '../http/call.ts';
import { plural } from '../ui/format.ts';

const known = signal<WaitingRequests | null>(null);

/** Null until it was answered once. */
export const waiting: ReadonlySignal<WaitingRequests | null> = known;

/** The number is kept while the server does not answer. */
export function lookAtWaiting(): void {
  const look = async (): Promise<void> => {
    const answer = await call<WaitingRequests>('/desk/status-requests/count');
    if (answer.kind === 'ok') known.value = answer.value;
  };
  void look();
}

export const waitingWords = (count: number): string =>
  plural(count, 'demande de statut attend', 'demandes de statut attendent');
