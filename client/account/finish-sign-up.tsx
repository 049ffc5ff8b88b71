/** The last step, behind the mailed link: what the ARS knows, to be checked, then password and one's own fields. */
import type { VNode } from 'preact';
import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { me } from '../http/account.ts';
import type { Me, SigningUp } from '../http/answers.ts';
import { call, textOf } from '../http/call.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { announce } from '../ui/live-regions.tsx';
import { Loading } from '../ui/loading.tsx';
import { Facts } from '../ui/facts.tsx';
import { PHASE_WORDS } from '../ui/phase-words.ts';
import { keepBegun } from './begun-sign-up.ts';
import { useNewPassword } from './new-password.tsx';
import { useOwnFields } from './own-fields.tsx';
import { RenewLink } from './renew-link.tsx';
import { useFirstFault } from '../ui/use-first-fault.ts';
import { useLookedLink } from './use-looked-link.ts';

export function FinishSignUp({ token }: { readonly token: string }): VNode {
  const answer = useLookedLink('/sign-up/link', token);
  if (answer === null) return <Loading lines={6} />;
  if (answer.kind !== 'ok') return <RenewLink token={token} text={textOf(answer)} />;
  return <Form token={token} {...answer.value} />;
}

function Form({ token, email, known }: SigningUp & { readonly token: string }): VNode {
  const { route } = useLocation();
  const password = useNewPassword([email, known.name, known.firstName, known.birthName ?? '']);
  const own = useOwnFields();
  const first = useFirstFault();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const submit = async (): Promise<void> => {
    if (busy) return;
    const [fields, chosen] = [own.ready(), await password.ready()];
    if (fields === null || chosen === null) {
      announce('alert', 'Un champ est à corriger avant de finaliser.');
      return first.show();
    }
    setBusy(true);
    const answer = await call<Partial<Me>>('/sign-up/account', {
      method: 'POST',
      body: { token, password: chosen, ...fields },
    });
    setBusy(false);
    if (answer.kind === 'ok') {
      me.value = { intern: null, mandatary: null, moderator: null, ...me.peek(), ...answer.value };
      keepBegun(null);
      announce('status', 'Votre compte est créé.');
      return route('/mon-amphitheatre');
    }
    if (answer.kind === 'refused' && answer.code === 'PASSWORD_REFUSED') {
      password.refuse(answer.text);
      return first.show();
    }
    setTrouble(textOf(answer));
    announce('alert', textOf(answer));
  };
  return (
    <>
      <Known email={email} known={known} />
      <Card title="À vous de compléter">
        <form
          ref={first.form}
          class="stack"
          noValidate
          onSubmit={event => {
            event.preventDefault();
            void submit();
          }}
        >
          {password.fields}
          {own.fields}
          {trouble === null ? null : (
            <Alert kind="refused" title="Inscription non finalisée">
              <p>{trouble}</p>
            </Alert>
          )}
          <Button type="submit" wide busy={busy}>
            {busy ? 'Envoi…' : 'Finaliser mon inscription'}
          </Button>
        </form>
      </Card>
    </>
  );
}

function Known({ email, known }: SigningUp): VNode {
  const shown: readonly (readonly [string, string | null])[] = [
    ['Votre identifiant', email],
    ['Numéro INE', known.ine],
    ['Nom', known.name],
    ['Nom de naissance', known.birthName],
    ['Prénom', known.firstName],
    ['Concours', `${known.exam}, promotion ${known.promotion}`],
    ['Régime', known.regime],
    ['DES', known.specialty],
    ['Groupe', known.group],
    ['Phase', PHASE_WORDS[known.phase]],
    ['UFR', known.faculty],
  ];
  return (
    <Card title="Ce que l’ARS connaît de vous">
      <Facts ruled rows={shown.flatMap(([word, text]) => (text ? [[word, text] as const] : []))} />
      <p class="quiet">
        {known.ine === null
          ? 'Sans numéro INE, le compte sera à confirmer\u00a0: vous verrez tout, mais vous ne pourrez pas choisir avant.'
          : 'Une erreur\u202f? Continuez, puis signalez-la à l’ARS\u00a0: elle seule peut la corriger.'}
      </p>
    </Card>
  );
}
