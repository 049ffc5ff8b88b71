/** `/procuration/demande`: what the mailed link of a mandate opens; the token stands behind `#`. */
import type { VNode } from 'preact';
import { LinkOver, WholeLink } from '../account/link-over.tsx';
import { useFragment } from '../documents/use-fragment.ts';
import { textOf } from '../http/call.ts';
import { Contact } from '../pages/contact.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Loading } from '../ui/loading.tsx';
import { Page } from '../ui/page.tsx';
import { InvitationForm } from './invitation-form.tsx';
import { useLookedLink } from '../account/use-looked-link.ts';

export function InvitationPage(): VNode {
  const token = useFragment();
  return (
    <Page narrow title="Demande de procuration">
      <h1>Demande de procuration</h1>
      <WholeLink token={token}>
        <Opened key={token} token={token} />
      </WholeLink>
      <Card title="Une difficulté ?">
        <Contact />
      </Card>
    </Page>
  );
}

function Opened({ token }: { readonly token: string }): VNode {
  const answer = useLookedLink('/mandate/invitation', token);
  if (answer === null) return <Loading lines={4} />;
  if (answer.kind === 'ok') return <InvitationForm token={token} invitation={answer.value} />;
  return (
    <LinkOver
      text={`${textOf(answer)} Vous avez déjà accepté\u202f? Connectez-vous.`}
      acts={<LinkButton href="/connexion?compte=mandatary">Se connecter</LinkButton>}
    />
  );
}
