/** «Votre espace»: one's own session and where it is, or how to sign in. */
import type { VNode } from 'preact';
import type { SignInRealm } from '../../machines/wire/frames.ts';
import { me } from '../http/account.ts';
import type { Identity, ListedAmphitheatre } from '../http/answers.ts';
import { LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Facts } from '../ui/facts.tsx';
import { Loading } from '../ui/loading.tsx';
import { fullName, SIGN_IN_REALMS, WORKPLACES } from '../ui/navigation.ts';
import { SessionTag } from '../ui/tag.tsx';
import { Contact } from './contact.tsx';
import { whenStarts } from './session-line.ts';

interface MySpaceProps {
  readonly amphitheatres: readonly ListedAmphitheatre[] | null;
}

export function MySpace({ amphitheatres }: MySpaceProps): VNode {
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
  return (
    <div class="stack">
      {mine.map(({ realm, identity }) => (
        <Mine key={realm} realm={realm} identity={identity} amphitheatres={amphitheatres} />
      ))}
      {mine.length > 0 ? null : (
        <Card title="Votre espace">
          <LinkButton href="/connexion" icon="user" wide>
            Se connecter
          </LinkButton>
          <LinkButton href="/connexion?compte=mandatary" kind="edge" icon="key" wide>
            Procuration
          </LinkButton>
          <div class="small">
            <Contact />
          </div>
        </Card>
      )}
    </div>
  );
}

interface MineProps extends MySpaceProps {
  readonly realm: SignInRealm;
  readonly identity: Identity;
}

function Mine({ realm, identity, amphitheatres }: MineProps): VNode {
  const { href, word } = WORKPLACES[realm];
  const amphitheatre = amphitheatres?.find(({ id }) => id === identity.amphitheatre);
  const session = amphitheatre?.sessions.find(({ id }) => id === identity.session);
  return (
    <Card
      title={realm === 'intern' ? 'Ma session' : fullName(identity)}
      aside={session === undefined ? null : <SessionTag state={session.state} />}
    >
      {identity.forPerson === null ? null : <p>Procuration de {fullName(identity.forPerson)}</p>}
      {realm === 'moderator' ? <p class="quiet">Amphithéâtres, sessions et file de passage.</p> : null}
      {realm !== 'moderator' && identity.amphitheatre === null ? (
        <p>Aucun amphithéâtre pour ce semestre. Une question ? Contactez l’ARS.</p>
      ) : null}
      {amphitheatre === undefined ? null : (
        <Facts
          rows={[
            ['Amphithéâtre', amphitheatre.title],
            ['Ordre d’appel', `n° ${identity.callOrder ?? '–'} sur ${amphitheatre.people}`],
            ['Session', session === undefined ? 'Non validée, heure provisoire' : whenStarts(session)],
          ]}
        />
      )}
      <LinkButton href={href} icon="door" wide>
        {word}
      </LinkButton>
    </Card>
  );
}
