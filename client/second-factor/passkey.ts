/** The browser's own dialog for a passkey: made, or shown; what it answers goes to the API as it is. */
import { startAuthentication, startRegistration } from '@simplewebauthn/browser';
import { call } from '../http/call.ts';
import type { Answer } from '../http/call.ts';

const STEP = '/login/second';

/** Closed by the person, or nothing that fits on this device: the browser does not say which. */
const NOT_SHOWN =
  'Aucune clé n’a été présentée. Réessayez, ou prenez un autre moyen. Une clé d’accès demande un appareil verrouillé par un code ou une empreinte.';

export const canUsePasskeys = (): boolean => 'PublicKeyCredential' in window;

export async function showPasskey<Value>(): Promise<Answer<Value>> {
  const options = await call<never>(`${STEP}/passkey/options`, { method: 'POST' });
  if (options.kind !== 'ok') return options;
  const shown = await orNothing(startAuthentication({ optionsJSON: options.value }));
  return shown === null ? notShown() : call(`${STEP}/passkey`, { method: 'POST', body: shown });
}

export async function makePasskey<Value>(name: string): Promise<Answer<Value>> {
  const options = await call<never>(`${STEP}/enrol/passkey/options`, { method: 'POST' });
  if (options.kind !== 'ok') return options;
  const made = await orNothing(startRegistration({ optionsJSON: options.value }));
  if (made === null) return notShown();
  return call(`${STEP}/enrol/passkey`, { method: 'POST', body: { name, made } });
}

const orNothing = <Value>(asked: Promise<Value>): Promise<Value | null> => asked.catch(() => null);

const notShown = (): Answer<never> => ({
  kind: 'refused',
  status: 0,
  code: 'NO_PASSKEY',
  text: NOT_SHOWN,
  refusal: null,
});
