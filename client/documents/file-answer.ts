/** Asks the API for a file: the bytes and the name it gives them, or what is to be said. Nothing is thrown. */
import { answerOfProblem } from '../http/call.ts';
import type { Answer } from '../http/call.ts';

export interface DownloadedFile {
  readonly name: string;
  readonly content: Blob;
}

/** Longer than the server's own wait for its worker, which ends with a sentence. */
const PATIENCE_MS = 20_000;
const UNREACHABLE = 'Le fichier n’est pas arrivé. Vérifiez votre connexion, puis réessayez.';

/** @param body sent as JSON with a POST; left out: a GET. */
export async function askFile(path: string, body?: unknown): Promise<Answer<DownloadedFile>> {
  try {
    const response = await fetch(`/api${path}`, {
      credentials: 'same-origin',
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...(body === undefined
        ? {}
        : { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    if (!response.ok) return answerOfProblem(response.status, await response.json());
    const name = fileNameIn(response.headers.get('content-disposition') ?? '');
    return { kind: 'ok', value: { name, content: await response.blob() } };
  } catch {
    return { kind: 'fault', text: UNREACHABLE, incident: null };
  }
}

/** The French name where it is given, else the plain one (RFC 6266). */
export function fileNameIn(disposition: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  const plain = /filename="([^"]+)"/i.exec(disposition)?.[1] ?? 'document';
  try {
    return encoded === undefined ? plain : decodeURIComponent(encoded);
  } catch {
    return plain;
  }
}
