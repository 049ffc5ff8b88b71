/** Telephone numbers that this moderator has read since the room was opened: each reading is in the journal. */
import { useCallback, useState } from 'preact/hooks';
import type { PersonId } from '../../machines/ids.ts';
import type { Phone } from '../http/answers.ts';
import { call, textOf } from '../http/call.ts';
import type { Answer } from '../http/call.ts';
import { announce } from '../ui/live-regions.tsx';
import { learned } from './learned.ts';
import { useLeaving } from './use-leaving.ts';

export type PhoneShown =
  /** `late`: the session has not written down yet that they are read; they come once it has. */
  | { readonly kind: 'asked'; readonly late?: boolean }
  /** Of the intern, and of the holder of an accepted mandate; none where the tables hold none. */
  | { readonly kind: 'read'; readonly phones: readonly Phone[] }
  | { readonly kind: 'trouble'; readonly text: string };

type PhonesAnswer =
  | { readonly phones: readonly Phone[] }
  | { readonly answer: 'pending'; readonly request: number };

export interface Phones {
  readonly shown: ReadonlyMap<PersonId, PhoneShown>;
  readonly read: (person: PersonId) => void;
}

export function usePhones(): Phones {
  const [shown, setShown] = useState<ReadonlyMap<PersonId, PhoneShown>>(new Map());
  const leaving = useLeaving();
  const read = useCallback(
    (person: PersonId): void => {
      const set = (one: PhoneShown): void => setShown(before => new Map(before).set(person, one));
      const fail = (text: string): void => {
        set({ kind: 'trouble', text });
        announce('alert', `Téléphone non affiché. ${text}`);
      };
      const ask = async (body: { readonly request?: number }): Promise<void> => {
        const answer: Answer<PhonesAnswer> = await call(`/desk/people/${person}/phone`, {
          method: 'POST',
          body,
        });
        if (answer.kind !== 'ok') return fail(textOf(answer));
        if ('phones' in answer.value) {
          set({ kind: 'read', phones: answer.value.phones });
          return announce('status', 'Téléphone affiché, noté au journal.');
        }
        const { request } = answer.value;
        set({ kind: 'asked', late: true });
        announce('status', LATE);
        const later = await learned(request, leaving);
        if (later === null) return;
        if (later.kind === 'ok') await ask({ request });
        else fail(textOf(later));
      };
      set({ kind: 'asked' });
      void ask({});
    },
    [leaving],
  );
  return { shown, read };
}

export const LATE = 'Le journal n’a pas encore noté la lecture. Le numéro paraît dès qu’elle l’est.';
