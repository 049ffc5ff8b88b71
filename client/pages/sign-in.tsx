/** Signing in, for each kind of account apart (domain §6): interns, «Procuration», moderators. */
import { useComputed } from '@preact/signals';
import type { VNode } from 'preact';
import { lazy, useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import type { SignInRealm } from '../../machines/wire/frames.ts';
import { heardSignIn, me, settings, signIn } from '../http/account.ts';
import type { SecondFactorAsked } from '../http/answers.ts';
import { textOf } from '../http/call.ts';
import { Alert } from '../ui/alert.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Field } from '../ui/field.tsx';
import { announce } from '../ui/live-regions.tsx';
import { fullName, SIGN_IN_REALMS, WORKPLACES } from '../ui/navigation.ts';
import { Page } from '../ui/page.tsx';
import { Tabs } from '../ui/tabs.tsx';
import type { Tab } from '../ui/tabs.tsx';
import { Contact } from './contact.tsx';
import { DemoAccounts } from './demo-accounts.tsx';
import './sign-in.css';

/** Moderators' alone: interns do not load it. */
const SecondStep = lazy(() => import('../second-factor/second-step.tsx').then(part => part.SecondStep));

const REALMS: readonly Tab<SignInRealm>[] = [
  { key: 'intern', label: 'Interne', icon: 'user' },
  { key: 'mandatary', label: 'Procuration', icon: 'key' },
  { key: 'moderator', label: 'Gestion', icon: 'users' },
];

const FOR_WHOM: Readonly<Record<SignInRealm, string>> = {
  intern: 'Avec l’adresse e-mail de votre compte d’interne.',
  mandatary: 'Vous choisissez à la place d’un interne : avec l’adresse qui a reçu la procuration.',
  moderator: 'Pour l’équipe de l’ARS.',
};

const NO_MATCH = 'Écrivez l’adresse en entier, par exemple prenom.nom@exemple.fr.';
const NO_PASSWORD = 'Écrivez votre mot de passe.';

export function SignIn(): VNode {
  const { query, route } = useLocation();
  const [realm, setRealm] = useState<SignInRealm>(realmOf(query['compte']));
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const [sending, setSending] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [step, setStep] = useState<SecondFactorAsked['secondFactor'] | null>(null);
  const already = useComputed(() => me.value?.[realm] ?? null).value;

  const submit = async (): Promise<void> => {
    setTried(true);
    if (!email.includes('@') || password === '') return;
    setSending(true);
    setTrouble(null);
    const answer = await signIn(realm, email.trim(), password);
    setSending(false);
    if (answer.kind === 'ok' && 'secondFactor' in answer.value) return setStep(answer.value.secondFactor);
    if (answer.kind === 'ok') return route(afterwards(query['vers'], realm));
    setTrouble(textOf(answer));
    announce('alert', `Connexion refusée. ${textOf(answer)}`);
  };

  if (step !== null)
    return (
      <Page title="Se connecter">
        <div class="sign-in">
          <h1>Se connecter</h1>
          <Card>
            <SecondStep
              asked={step}
              onDone={signedIn => {
                heardSignIn(signedIn);
                route(afterwards(query['vers'], 'moderator'));
              }}
              onLeave={text => {
                setStep(null);
                setPassword('');
                setTried(false);
                setTrouble(text);
              }}
            />
          </Card>
          <Card title="Une difficulté ?">
            <Contact />
          </Card>
        </div>
      </Page>
    );
  return (
    <Page title="Se connecter">
      <div class="sign-in">
        <h1>Se connecter</h1>
        <Card>
          <Tabs label="Type de compte" tabs={REALMS} open={realm} onOpen={setRealm}>
            <form
              class="stack"
              noValidate
              onSubmit={event => {
                event.preventDefault();
                void submit();
              }}
            >
              <p class="quiet">{FOR_WHOM[realm]}</p>
              {already === null ? null : (
                <Alert
                  kind="done"
                  title={`Connexion en cours\u00a0: ${fullName(already)}`}
                  acts={<LinkButton href={WORKPLACES[realm].href}>Continuer</LinkButton>}
                />
              )}
              {trouble === null ? null : (
                <Alert kind="refused" title="Connexion refusée">
                  <p>{trouble}</p>
                </Alert>
              )}
              <Field
                label="Adresse e-mail"
                type="email"
                autoComplete="username"
                value={email}
                fault={tried && !email.includes('@') ? NO_MATCH : null}
                onInput={event => setEmail(event.currentTarget.value)}
              />
              <Field
                label="Mot de passe"
                type="password"
                autoComplete="current-password"
                value={password}
                fault={tried && password === '' ? NO_PASSWORD : null}
                onInput={event => setPassword(event.currentTarget.value)}
              />
              <Button type="submit" wide busy={sending}>
                {sending ? 'Connexion…' : 'Se connecter'}
              </Button>
              <p>
                <a href={`/mot-de-passe?compte=${realm}`}>Mot de passe oublié ?</a>
                {realm === 'intern' ? (
                  <>
                    {' · '}
                    <a href="/inscription">Pas encore de compte ? Inscription</a>
                  </>
                ) : null}
              </p>
            </form>
          </Tabs>
        </Card>
        <DemoAccounts
          onPick={account => {
            setRealm(account.realm);
            setEmail(account.email);
            setPassword(settings.value?.demo?.password ?? '');
            setTrouble(null);
            announce('status', `Compte de démonstration rempli\u00a0: ${account.email}.`);
          }}
        />
        <Card title="Une difficulté ?">
          <Contact />
        </Card>
      </div>
    </Page>
  );
}

const realmOf = (word: string | undefined): SignInRealm =>
  SIGN_IN_REALMS.find(realm => realm === word) ?? 'intern';

/** Back to where one was sent from, within this site only. */
const afterwards = (wished: string | undefined, realm: SignInRealm): string =>
  wished !== undefined && /^\/(?![/\\])/u.test(wished) ? wished : WORKPLACES[realm].href;
