/** A sign-up's link that opens nothing any more: another is mailed to the address it was sent to, or one begins anew. */
import type { VNode } from 'preact';
import { Button, LinkButton } from '../ui/button.tsx';
import { ChangeNote } from './change-note.tsx';
import { LinkOver } from './link-over.tsx';
import { useChange } from './use-change.ts';

const SENT =
  'Si ce lien n’a pas encore servi, un nouveau mail vient de partir à la même adresse. Ouvrez son lien pour continuer.';

export function RenewLink({ token, text }: { readonly token: string; readonly text: string }): VNode {
  const change = useChange();
  return (
    <>
      <LinkOver
        text={text}
        acts={
          <>
            <Button
              busy={change.busy}
              onClick={() => void change.send('POST', '/sign-up/link/renew', { token }, SENT)}
            >
              Recevoir un nouveau lien
            </Button>
            <LinkButton href="/inscription">Reprendre l’inscription</LinkButton>
            <LinkButton href="/connexion">Se connecter</LinkButton>
          </>
        }
      />
      <ChangeNote change={change} />
    </>
  );
}
