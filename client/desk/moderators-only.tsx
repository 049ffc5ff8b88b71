/** What stands inside is for moderators: others are told so and led to signing in, and back. */
import type { ComponentChildren, VNode } from 'preact';
import { me } from '../http/account.ts';
import { LinkButton } from '../ui/button.tsx';
import { Empty, Loading } from '../ui/loading.tsx';
import { signInHref } from '../ui/navigation.ts';

interface ModeratorsOnlyProps {
  /** Where to come back to. */
  readonly back: string;
  readonly children: ComponentChildren;
}

export function ModeratorsOnly({ back, children }: ModeratorsOnlyProps): VNode {
  if (me.value === null) return <Loading lines={4} />;
  if (me.value.moderator !== null) return <>{children}</>;
  return (
    <Empty icon="lock" title="Réservé à l’équipe de l’ARS">
      <p>Connectez-vous avec un compte de gestion.</p>
      <LinkButton href={signInHref('moderator', back)}>Se connecter</LinkButton>
    </Empty>
  );
}
