/** On the home page, for whoever chooses: the rehearsal of their own session, while one is open or runs. */
import type { VNode } from 'preact';
import type { Rehearsal } from '../http/answers.ts';
import { useAsked } from '../http/asked.ts';
import { LinkButton } from '../ui/button.tsx';
import { Icon } from '../ui/icon/icon.tsx';
import { roomHref } from '../ui/navigation.ts';

const LOOK_AGAIN_MS = 10_000;

export function MyRehearsal({ realm }: { readonly realm: 'intern' | 'mandatary' }): VNode | null {
  const { value } = useAsked<Rehearsal | null>(`/me/rehearsal?realm=${realm}`, LOOK_AGAIN_MS);
  if (value === null) return null;
  return (
    <div class="stack">
      <p>
        <Icon name="flask" /> <b>Amphi blanc de votre session</b>
        {value.state === 'open' ? ', ouvert' : ', en cours'} : pour essayer, rien n’y compte.
      </p>
      <LinkButton href={roomHref(realm, value.id)} kind="edge" icon="flask" wide>
        Entrer dans l’amphi blanc
      </LinkButton>
    </div>
  );
}
