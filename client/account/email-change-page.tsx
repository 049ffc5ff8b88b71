/** «/adresse#…»: what both letters of a change of e-mail open; nothing is said yes to before the button. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { useFragment } from '../documents/use-fragment.ts';
import { loadMe } from '../http/account.ts';
import { call, textOf } from '../http/call.ts';
import type { Answer } from '../http/call.ts';
import { Contact } from '../pages/contact.tsx';
import { Address } from '../ui/address.tsx';
import { Alert } from '../ui/alert.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Facts } from '../ui/facts.tsx';
import { announce } from '../ui/live-regions.tsx';
import { Loading } from '../ui/loading.tsx';
import { Page } from '../ui/page.tsx';
import { LinkOver, WholeLink } from './link-over.tsx';
import { useLookedLink } from './use-looked-link.ts';

export function EmailChangePage(): VNode {
  const token = useFragment();
  return (
    <Page narrow title="Changement d’adresse">
      <h1>Changement d’adresse e-mail</h1>
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
  const looked = useLookedLink('/email-change/link', token);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<Answer<{ readonly changed: boolean }> | null>(null);
  const accept = async (): Promise<void> => {
    setBusy(true);
    const answer = await call<{ readonly changed: boolean }>('/email-change', {
      method: 'POST',
      body: { token },
    });
    setBusy(false);
    setSaid(answer);
    announce('status', answer.kind === 'ok' ? 'Confirmé.' : textOf(answer));
    if (answer.kind === 'ok' && answer.value.changed) await loadMe();
  };
  if (looked === null) return <Loading lines={4} />;
  const failed = looked.kind === 'ok' ? said : looked;
  if (failed !== null && failed.kind !== 'ok')
    return (
      <LinkOver text={textOf(failed)} acts={<LinkButton href="/profil">Ouvrir mon profil</LinkButton>} />
    );
  if (said?.kind === 'ok') return <Said changed={said.value.changed} />;
  if (looked.kind !== 'ok') return <Loading lines={4} />;
  return (
    <Card>
      <Facts
        rows={[
          ['Nouvelle adresse', <Address text={looked.value.to} />],
          ['Mail reçu à', <Address text={looked.value.at} />],
        ]}
      />
      <p>
        L’adresse de votre compte change quand les deux mails, à l’ancienne et à la nouvelle, sont ouverts.
      </p>
      <Button busy={busy} onClick={() => void accept()}>
        Confirmer le changement
      </Button>
    </Card>
  );
}

const Said = ({ changed }: { readonly changed: boolean }): VNode =>
  changed ? (
    <Alert
      kind="done"
      title="Votre adresse a changé"
      acts={<LinkButton href="/profil">Ouvrir mon profil</LinkButton>}
    >
      <p>C’est désormais votre identifiant.</p>
    </Alert>
  ) : (
    <Alert kind="told" title="Confirmé ici, reste l’autre adresse">
      <p>Ouvrez maintenant le lien du mail parti à l’autre adresse&nbsp;: l’adresse change aussitôt.</p>
    </Alert>
  );
