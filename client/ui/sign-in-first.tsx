/** A page of one's own, for who has not signed in: led to signing in, and back. */
import type { VNode } from 'preact';
import type { SignInRealm } from '../../machines/wire/frames.ts';
import { LinkButton } from './button.tsx';
import { Empty } from './loading.tsx';
import { signInHref } from './navigation.ts';

interface SignInFirstProps {
  readonly realm: SignInRealm;
  /** Where to come back to. */
  readonly back: string;
}

export const SignInFirst = ({ realm, back }: SignInFirstProps): VNode => (
  <Empty icon="lock" title="Connectez-vous pour ouvrir cette page">
    <LinkButton href={signInHref(realm, back)} icon="user">
      Se connecter
    </LinkButton>
  </Empty>
);
