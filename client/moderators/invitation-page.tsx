/** «/invitation#…»: a moderator who was invited chooses the password, then the second factor, and is at the desk. */
import type { VNode } from 'preact';
import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { LinkOver, WholeLink } from '../account/link-over.tsx';
import { useNewPassword } from '../account/new-password.tsx';
import { useFragment } from '../documents/use-fragment.ts';
import { heardSignIn } from '../http/account.ts';
import type { InvitedModerator, SecondFactorAsked } from '../http/answers.ts';
import { call, textOf } from '../http/call.ts';
import { Contact } from '../pages/contact.tsx';
import { SecondStep } from '../second-factor/second-step.tsx';
import { Alert } from '../ui/alert.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Loading } from '../ui/loading.tsx';
import { Page } from '../ui/page.tsx';
import { useLookedLink } from '../account/use-looked-link.ts';

export function InvitationPage(): VNode {
  const token = useFragment();
  return (
    <Page narrow title="Créer mon accès" subtitle="Gestion">
      <h1>Créer mon accès</h1>
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
  const answer = useLookedLink('/invitation/link', token);
  if (answer === null) return <Loading lines={4} />;
  if (answer.kind === 'ok') return <Accept token={token} invited={answer.value} />;
  return (
    <LinkOver
      text={textOf(answer)}
      acts={<LinkButton href="/connexion?compte=moderator">Se connecter</LinkButton>}
    />
  );
}

function Accept({ token, invited }: { readonly token: string; readonly invited: InvitedModerator }): VNode {
  const { route } = useLocation();
  const password = useNewPassword([invited.email, invited.name]);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [step, setStep] = useState<SecondFactorAsked['secondFactor'] | null>(null);
  const submit = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const chosen = await password.ready();
    const answer =
      chosen === null
        ? null
        : await call<SecondFactorAsked>('/invitation', { method: 'POST', body: { token, password: chosen } });
    setBusy(false);
    if (answer === null) return;
    if (answer.kind === 'ok') return setStep(answer.value.secondFactor);
    if (answer.kind === 'refused' && answer.code === 'PASSWORD_REFUSED') return password.refuse(answer.text);
    setTrouble(textOf(answer));
  };
  if (step !== null)
    return (
      <Card>
        <SecondStep
          asked={step}
          onDone={signedIn => {
            heardSignIn(signedIn);
            route('/salle', true);
          }}
          onLeave={() => route('/connexion?compte=moderator', true)}
        />
      </Card>
    );
  return (
    <Card>
      <form
        class="stack"
        noValidate
        onSubmit={event => {
          event.preventDefault();
          void submit();
        }}
      >
        <p>
          Bienvenue {invited.name}. Choisissez le mot de passe de votre compte de gestion,{' '}
          <b>{invited.email}</b>.
        </p>
        {trouble === null ? null : (
          <Alert kind="refused" title="Mot de passe non enregistré">
            <p>{trouble}</p>
          </Alert>
        )}
        {password.fields}
        <Button type="submit" wide busy={busy}>
          Continuer
        </Button>
      </form>
    </Card>
  );
}
