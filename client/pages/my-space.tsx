/** «Votre espace»: one's own amphitheatre and where it is, or how to sign in. */
import type { VNode } from 'preact';
import { ErrorBoundary, lazy } from 'preact-iso';
import { me } from '../http/account.ts';
import type { Identity } from '../http/answers.ts';
import { LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Loading } from '../ui/loading.tsx';
import { fullName, SIGN_IN_REALMS, WORKPLACES } from '../ui/navigation.ts';
import { Contact } from './contact.tsx';

/** With the live line behind it: nobody who only reads waits for that. */
const OwnCard = lazy(() => import('../before/own-card.tsx').then(card => card.OwnCard));

export function MySpace(): VNode {
  const known = me.value;
  if (known === null)
    return (
      <Card title="Votre espace">
        <Loading />
      </Card>
    );
  const mine = SIGN_IN_REALMS.flatMap(realm => {
    const identity = known[realm];
    return identity === null ? [] : [{ realm, identity }];
  });
  if (mine.length === 0) return <Strangers />;
  return (
    <div class="stack">
      {mine.map(({ realm, identity }) =>
        realm === 'moderator' ? (
          <Moderator key={realm} identity={identity} />
        ) : (
          <ErrorBoundary key={`${realm} ${identity.email}`}>
            <OwnCard realm={realm} identity={identity} />
          </ErrorBoundary>
        ),
      )}
    </div>
  );
}

const Strangers = (): VNode => (
  <div class="stack">
    <Card title="Votre espace">
      <LinkButton href="/connexion" icon="user" wide>
        Se connecter
      </LinkButton>
      <LinkButton href="/inscription" kind="edge" wide>
        Créer mon compte interne
      </LinkButton>
      <LinkButton href="/connexion?compte=mandatary" kind="edge" icon="key" wide>
        Procuration
      </LinkButton>
      <a href="/tester-mon-poste">Tester mon poste</a>
      <div class="small">
        <Contact />
      </div>
    </Card>
  </div>
);

const Moderator = ({ identity }: { readonly identity: Identity }): VNode => (
  <Card title={fullName(identity)}>
    <p class="quiet">Amphithéâtres, sessions et file de passage.</p>
    <LinkButton href={WORKPLACES.moderator.href} icon="door" wide>
      {WORKPLACES.moderator.word}
    </LinkButton>
  </Card>
);
