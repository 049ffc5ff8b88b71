/** «/profil»: what is one's own and changes, what is the ARS's, how the rank is made, password and devices; `?compte=` for other accounts. */
import type { VNode } from 'preact';
import { useRoute } from 'preact-iso';
import type { SignInRealm } from '../../machines/wire/frames.ts';
import { MyDocuments } from '../documents/my-documents.tsx';
import { me } from '../http/account.ts';
import type { Profile } from '../http/answers.ts';
import { useAsked } from '../http/asked.ts';
import { MandateCard } from '../mandate/mandate-card.tsx';
import { Contact } from '../pages/contact.tsx';
import { StatusCard } from '../status/status-card.tsx';
import { Alert } from '../ui/alert.tsx';
import { Card } from '../ui/card.tsx';
import { Facts } from '../ui/facts.tsx';
import { plural } from '../ui/format.ts';
import { Loading } from '../ui/loading.tsx';
import { fullName, SIGN_IN_REALMS } from '../ui/navigation.ts';
import { Page } from '../ui/page.tsx';
import { PHASE_WORDS } from '../ui/phase-words.ts';
import { SignInFirst } from '../ui/sign-in-first.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { DevicesCard } from './devices-card.tsx';
import { EmailCard } from './email-card.tsx';
import { PasswordCard } from './password-card.tsx';
import { OwnDataCard } from './own-data-card.tsx';
import { ReachCard } from './reach-card.tsx';
import { SecretCard } from './secret-card.tsx';

export function ProfilePage(): VNode {
  const { query } = useRoute();
  const realm = SIGN_IN_REALMS.find(one => one === query['compte']) ?? 'intern';
  const identity = me.value?.[realm] ?? null;
  const title = realm === 'intern' ? 'Mon profil' : 'Mon compte';
  return (
    <Page narrow title={title}>
      <h1>{title}</h1>
      {me.value === null ? (
        <Loading lines={4} />
      ) : identity === null ? (
        <SignInFirst realm={realm} back={`/profil?compte=${realm}`} />
      ) : (
        <>
          <p class="quiet">{fullName(identity)}</p>
          {realm === 'intern' ? <Intern /> : null}
          <Safety realm={realm} />
        </>
      )}
    </Page>
  );
}

const Safety = ({ realm }: { readonly realm: SignInRealm }): VNode => (
  <>
    <PasswordCard realm={realm} />
    <DevicesCard realm={realm} />
    <OwnDataCard realm={realm} />
  </>
);

function Intern(): VNode {
  const asked = useAsked<Profile>('/me/profile');
  const { value, again } = asked;
  if (value === null)
    return (
      <>
        {asked.trouble === null ? <Loading lines={6} /> : null}
        <Trouble asked={asked} titles={['Profil indisponible', 'Profil qui n’est plus à jour']} />
      </>
    );
  return (
    <>
      {value.toBeConfirmed ? (
        <Alert kind="attention" title="Votre compte est à confirmer">
          <p>
            Il a été créé sans numéro INE. Vous voyez tout et rangez vos favoris, mais vous ne pouvez ni
            choisir ni donner procuration. Prenez ci-dessous l’adresse e-mail que l’ARS connaît, ou appelez
            l’ARS.
          </p>
          <Contact />
        </Alert>
      ) : null}
      <EmailCard present={value.email} />
      <ReachCard profile={value} onChange={again} />
      <Known profile={value} />
      <StatusCard />
      <MandateCard />
      <SecretCard question={value.secretQuestion} onChange={again} />
      <MyDocuments />
    </>
  );
}

function Known({ profile }: { readonly profile: Profile }): VNode {
  const rows: readonly (readonly [string, string | null])[] = [
    ['Nom', profile.name],
    ['Nom de naissance', profile.birthName],
    ['Prénom', profile.firstName],
    ['Numéro INE', profile.ine],
    ['Concours', `${profile.exam}, promotion ${profile.promotion}`],
    ['Régime', profile.regime],
    ['DES', profile.specialty],
    ['Groupe', profile.group],
    ['Phase', profile.phase === null ? null : PHASE_WORDS[profile.phase]],
    ['Ancienneté', profile.seniority === null ? null : plural(profile.seniority, 'semestre', 'semestres')],
  ];
  return (
    <Card title="Ce que l’ARS tient">
      <Facts ruled rows={rows.flatMap(([word, text]) => (text === null ? [] : [[word, text] as const]))} />
      <p>
        <a href="/mon-amphitheatre#rang">Mon rang et mon ordre, ligne par ligne</a>
      </p>
      <p class="quiet">Une donnée est fausse&#8239;? L’ARS seule peut la corriger&nbsp;: contactez-la.</p>
      <Contact />
    </Card>
  );
}
