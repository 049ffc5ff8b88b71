/** «/mot-de-passe»: asks for the link; with the mailed token behind `#`, sets another password. */
import type { VNode } from 'preact';
import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import type { SignInRealm } from '../../machines/wire/frames.ts';
import { useFragment } from '../documents/use-fragment.ts';
import type { ResettingAccount } from '../http/answers.ts';
import { call, textOf } from '../http/call.ts';
import { Contact } from '../pages/contact.tsx';
import { Alert } from '../ui/alert.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Field } from '../ui/field.tsx';
import { announce } from '../ui/live-regions.tsx';
import { Loading } from '../ui/loading.tsx';
import { SIGN_IN_REALMS } from '../ui/navigation.ts';
import { Page } from '../ui/page.tsx';
import { EMAIL_WANTED, goodEmail } from './email.ts';
import { LinkOver, WholeLink } from './link-over.tsx';
import { useNewPassword } from './new-password.tsx';
import { useLookedLink } from './use-looked-link.ts';

export function PasswordPage(): VNode {
  const token = useFragment();
  return (
    <Page narrow title="Mot de passe">
      <h1>{token === '' ? 'Mot de passe oublié' : 'Nouveau mot de passe'}</h1>
      {token === '' ? (
        <Forgotten />
      ) : (
        <WholeLink token={token}>
          <Opened key={token} token={token} />
        </WholeLink>
      )}
      <Card title="Une difficulté ?">
        <Contact />
      </Card>
    </Page>
  );
}

const OF: Readonly<Record<SignInRealm, string>> = {
  intern: 'd’interne',
  mandatary: 'de procuration',
  moderator: 'de gestion',
};

function Forgotten(): VNode {
  const { query } = useLocation();
  const realm = SIGN_IN_REALMS.find(one => one === query['compte']) ?? 'intern';
  const [email, setEmail] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const submit = async (): Promise<void> => {
    setTried(true);
    if (!goodEmail(email) || busy) return;
    setBusy(true);
    const answer = await call('/password/forgotten', {
      method: 'POST',
      body: { realm, email: email.trim() },
    });
    setBusy(false);
    setTrouble(answer.kind === 'ok' ? null : textOf(answer));
    if (answer.kind !== 'ok') return announce('alert', textOf(answer));
    setSentTo(email.trim());
    announce('status', 'Demande envoyée.');
  };
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
          {`Écrivez l’adresse de votre compte ${OF[realm]}\u00a0:`} nous y envoyons un lien pour choisir un
          autre mot de passe.
        </p>
        {trouble === null ? null : (
          <Alert kind="refused" title="Demande non envoyée">
            <p>{trouble}</p>
          </Alert>
        )}
        {sentTo === null ? null : (
          <Alert kind="done" title="Demande envoyée">
            <p>
              {`Si un compte ${OF[realm]} porte l’adresse ${sentTo}, un lien vient d’y partir. Il sert une fois, pendant une heure.`}
            </p>
            <p>
              Rien après quelques minutes&#8239;? Regardez dans les indésirables, puis demandez-le de nouveau.
            </p>
          </Alert>
        )}
        <Field
          label="Adresse e-mail"
          type="email"
          autoComplete="username"
          maxLength={254}
          value={email}
          fault={tried && !goodEmail(email) ? EMAIL_WANTED : null}
          onInput={event => setEmail(event.currentTarget.value)}
        />
        <Button type="submit" wide busy={busy}>
          {sentTo === null ? 'Recevoir le lien' : 'Renvoyer le mail'}
        </Button>
      </form>
    </Card>
  );
}

function Opened({ token }: { readonly token: string }): VNode {
  const answer = useLookedLink('/password/link', token);
  if (answer === null) return <Loading lines={4} />;
  if (answer.kind !== 'ok')
    return (
      <LinkOver
        text={textOf(answer)}
        acts={<LinkButton href="/mot-de-passe">Demander un autre lien</LinkButton>}
      />
    );
  return <SetPassword token={token} account={answer.value} />;
}

function SetPassword({
  token,
  account,
}: {
  readonly token: string;
  readonly account: ResettingAccount;
}): VNode {
  const password = useNewPassword([account.email, account.name, account.firstName ?? '']);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const submit = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const chosen = await password.ready();
    const answer =
      chosen === null ? null : await call('/password', { method: 'POST', body: { token, password: chosen } });
    setBusy(false);
    if (answer === null) return;
    if (answer.kind === 'ok') return setDone(true);
    if (answer.kind === 'refused' && answer.code === 'PASSWORD_REFUSED') return password.refuse(answer.text);
    setTrouble(textOf(answer));
  };
  if (done)
    return (
      <Alert
        kind="done"
        title="Mot de passe changé"
        acts={<LinkButton href={`/connexion?compte=${account.realm}`}>Se connecter</LinkButton>}
      >
        <p>Tous vos appareils ont été déconnectés. Connectez-vous avec le nouveau mot de passe.</p>
      </Alert>
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
          Compte {OF[account.realm]}&nbsp;: <b>{account.email}</b>
        </p>
        {trouble === null ? null : (
          <Alert kind="refused" title="Mot de passe non changé">
            <p>{trouble}</p>
          </Alert>
        )}
        {password.fields}
        <Button type="submit" wide busy={busy}>
          Changer le mot de passe
        </Button>
      </form>
    </Card>
  );
}
