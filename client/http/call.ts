/**
 * The one way to ask the API. Cookies go along by themselves (same origin); an access token past its ten minutes is
 * renewed by the server on the way, so a 401 means signed out. Nothing is thrown: every end is an `Answer`.
 */
import type { Refusal } from '../../machines/refusal.ts';
import type { RecordedAct } from './answers.ts';
import { heardAt, unheard } from './heard.ts';

export type Answer<Value> =
  | { readonly kind: 'ok'; readonly value: Value }
  /** The rules or the form say no: `text` is French and says what to do; `refusal` where a rule of the domain spoke. */
  | {
      readonly kind: 'refused';
      readonly status: number;
      readonly code: string;
      readonly text: string;
      readonly refusal: Refusal | null;
      /** Who changed what it was decided on, and when; where a record tells it. */
      readonly changed?: RecordedAct;
    }
  /** Nobody is signed in for this realm any more. */
  | { readonly kind: 'signedOut'; readonly text: string }
  /** Nothing came back, or a bug of ours: try again. */
  | { readonly kind: 'fault'; readonly text: string; readonly incident: string | null };

export interface Call {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly body?: unknown;
  /** Ends it early, as when a page is left. */
  readonly signal?: AbortSignal;
}

const PATIENCE_MS = 12_000;
const UNREACHABLE = 'Le serveur ne répond pas. Vérifiez votre connexion, puis réessayez.';

/** @param path under `/api`, with its query. The value is the server's word: our own API, parsed there. */
export async function call<Value>(
  path: string,
  { method = 'GET', body, signal }: Call = {},
): Promise<Answer<Value>> {
  const patience = AbortSignal.timeout(PATIENCE_MS);
  try {
    const response = await fetch(`/api${path}`, {
      method,
      credentials: 'same-origin',
      signal: signal === undefined ? patience : AbortSignal.any([signal, patience]),
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    heardAt.value = Date.now();
    unheard.value = false;
    const content: unknown = response.status === 204 ? null : await response.json();
    return response.ok ? { kind: 'ok', value: content as Value } : answerOfProblem(response.status, content);
  } catch {
    if (signal?.aborted !== true) unheard.value = true;
    return { kind: 'fault', text: UNREACHABLE, incident: null };
  }
}

/** @param content problem+json, or whatever a proxy put in its place. */
export function answerOfProblem(status: number, content: unknown): Exclude<Answer<never>, { kind: 'ok' }> {
  const problem = (typeof content === 'object' && content !== null ? content : {}) as {
    readonly code?: string;
    readonly detail?: string;
    readonly refusal?: Refusal;
    readonly incident?: string;
    readonly changed?: RecordedAct;
  };
  const { code = 'FAULT', detail: text = UNREACHABLE, refusal = null, incident = null, changed } = problem;
  if (code === 'NOT_SIGNED_IN') return { kind: 'signedOut', text };
  if (status >= 500 && refusal === null) return { kind: 'fault', text, incident };
  return { kind: 'refused', status, code, text, refusal, ...(changed && { changed }) };
}

/** The sentence to show where an answer is not what was hoped for. */
export function textOf(answer: Exclude<Answer<never>, { kind: 'ok' }>): string {
  return answer.kind === 'fault' && answer.incident !== null
    ? `${answer.text} (incident ${answer.incident})`
    : answer.text;
}
