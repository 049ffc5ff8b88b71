/** Who this browser is signed in as, and what this installation is called: asked once, known to every page. */
import { signal } from '@preact/signals';
import type { SignInRealm } from '../../machines/wire/frames.ts';
import type { Me, SecondFactorAsked, Settings } from './answers.ts';
import { call } from './call.ts';
import type { Answer } from './call.ts';
import { owe, owedSignOuts, settle } from './owed-sign-outs.ts';

const NOBODY: Me = { intern: null, mandatary: null, moderator: null };

/** Null until the server has said. */
export const me = signal<Me | null>(null);
export const settings = signal<Settings | null>(null);
/** Asked and not answered yet: nobody is told to sign in for that, nor that a page is not theirs. */
export const unreachable = signal(false);

export async function loadMe(): Promise<void> {
  const owed = owedSignOuts().length > 0;
  // The page itself has asked already (room-page.ts), before a sign-out that is still to be told: not that answer.
  const answer = (await tellSignOuts()) ?? (await call<Me>(owed ? '/me?signed-out' : '/me'));
  if (answer.kind === 'ok') me.value = answer.value;
  else if (answer.kind !== 'fault') me.value ??= NOBODY;
  unreachable.value = me.peek() === null;
}

export async function loadSettings(): Promise<void> {
  const answer = await call<Settings>('/settings');
  if (answer.kind === 'ok') settings.value = answer.value;
}

/** Signed in, or for a moderator the second factor still to come (`second-factor/`), after which `heardSignIn`. */
export async function signIn(
  realm: SignInRealm,
  email: string,
  password: string,
): Promise<Answer<Partial<Me> | SecondFactorAsked>> {
  const body = { realm, email, password };
  const answer =
    (await tellSignOuts()) ??
    (await call<Partial<Me> | SecondFactorAsked>('/login', { method: 'POST', body }));
  if (answer.kind === 'ok' && !('secondFactor' in answer.value)) heardSignIn(answer.value);
  return answer;
}

export function heardSignIn(signedIn: Partial<Me>): void {
  me.value = { ...(me.peek() ?? NOBODY), ...signedIn };
}

/** Signed out here at once; where the server did not hear it, it is told before anything else is asked. */
export async function signOut(realm: SignInRealm): Promise<void> {
  owe(realm);
  await tellSignOuts();
  me.value = { ...(me.peek() ?? NOBODY), [realm]: null };
}

/** @returns the fault where one is still owed; null: the server knows of all. */
export async function tellSignOuts(): Promise<Extract<Answer<never>, { kind: 'fault' }> | null> {
  for (const realm of owedSignOuts()) {
    const answer = await call('/login', { method: 'DELETE', body: { realm } });
    if (answer.kind === 'fault') return answer;
    settle(realm);
  }
  return null;
}
