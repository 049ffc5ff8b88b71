/** Who this browser is signed in as, and what this installation is called: asked once, known to every page. */
import { signal } from '@preact/signals';
import type { SignInRealm } from '../../machines/wire/frames.ts';
import type { Me, Settings } from './answers.ts';
import { call } from './call.ts';
import type { Answer } from './call.ts';

const NOBODY: Me = { intern: null, mandatary: null, moderator: null };

/** Null until the server has said. */
export const me = signal<Me | null>(null);
export const settings = signal<Settings | null>(null);

export async function loadMe(): Promise<void> {
  const answer = await call<Me>('/me');
  if (answer.kind === 'ok') me.value = answer.value;
  else me.value ??= NOBODY;
}

export async function loadSettings(): Promise<void> {
  const answer = await call<Settings>('/settings');
  if (answer.kind === 'ok') settings.value = answer.value;
}

export async function signIn(
  realm: SignInRealm,
  email: string,
  password: string,
): Promise<Answer<Partial<Me>>> {
  const answer = await call<Partial<Me>>('/login', { method: 'POST', body: { realm, email, password } });
  if (answer.kind === 'ok') me.value = { ...(me.peek() ?? NOBODY), ...answer.value };
  return answer;
}

/** Signed out here even where the server did not hear it: the next page asks again. */
export async function signOut(realm: SignInRealm): Promise<void> {
  await call('/login', { method: 'DELETE', body: { realm } });
  me.value = { ...(me.peek() ?? NOBODY), [realm]: null };
}
