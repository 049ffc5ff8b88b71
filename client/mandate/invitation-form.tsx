/** Who asks, and the two answers: accepting with a name and a password, or declining (M §6.2). */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { day, hour } from '../../machines/french-time.ts';
import { useNewPassword } from '../account/new-password.tsx';
import type { MandateInvitation } from '../http/answers.ts';
import { call, textOf } from '../http/call.ts';
import type { Answer } from '../http/call.ts';
import { Address } from '../ui/address.tsx';
import { Alert } from '../ui/alert.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Facts } from '../ui/facts.tsx';
import { Field } from '../ui/field.tsx';
import { announce } from '../ui/live-regions.tsx';
import { fullName } from '../ui/navigation.ts';
import { useFirstFault } from '../ui/use-first-fault.ts';

interface InvitationFormProps {
  readonly token: string;
  readonly invitation: MandateInvitation;
}

type Ended = 'accepted' | 'declined' | 'pending';

export function InvitationForm({ token, invitation }: InvitationFormProps): VNode {
  const { email, holderName, startsAt } = invitation;
  const intern = fullName(invitation);
  const [name, setName] = useState(holderName);
  const [tried, setTried] = useState(false);
  const password = useNewPassword([email, name, invitation.name]);
  const [busy, setBusy] = useState(false);
  const first = useFirstFault();
  const [ended, setEnded] = useState<Ended | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);

  const answered = (answer: Answer<{ answer: string }>, done: 'accepted' | 'declined'): void => {
    setBusy(false);
    if (answer.kind === 'ok') {
      const now = answer.value.answer === 'pending' ? 'pending' : done;
      setEnded(now);
      return announce('status', END_WORDS[now].title);
    }
    if (answer.kind === 'refused' && answer.code === 'PASSWORD_REFUSED') return password.refuse(answer.text);
    setTrouble(troubleText(answer, intern));
    announce('alert', troubleText(answer, intern));
  };
  const accept = async (): Promise<void> => {
    setTried(true);
    if (busy) return;
    setBusy(true);
    const chosen = await password.ready();
    if (chosen === null || name.trim() === '') {
      setBusy(false);
      return first.show();
    }
    const body = { token, name: name.trim(), password: chosen };
    answered(await call('/mandate/invitation/accept', { method: 'POST', body }), 'accepted');
  };
  const decline = async (): Promise<void> => {
    setBusy(true);
    answered(await call('/mandate/invitation/decline', { method: 'POST', body: { token } }), 'declined');
  };

  if (ended !== null) return <Answered ended={ended} intern={intern} />;
  return (
    <>
      <Card>
        <p>
          <b>{intern}</b> vous demande de choisir son poste à sa place, en direct, en 90&nbsp;secondes. Votre
          choix sera définitif.
        </p>
        <Facts
          rows={[
            [
              'Session',
              startsAt === null ? 'Heure à fixer' : `${day(startsAt)} à ${hour(startsAt)} (heure de Paris)`,
            ],
            ['Votre identifiant', <Address text={email} />],
          ]}
        />
        <p>
          <a href="/informations#mandataire">Le guide du mandataire</a>
        </p>
      </Card>
      {trouble === null ? null : (
        <Alert kind="refused" title="Rien n’est enregistré">
          <p>{trouble}</p>
        </Alert>
      )}
      <Card title="Accepter">
        <form
          ref={first.form}
          class="stack"
          noValidate
          onSubmit={event => {
            event.preventDefault();
            void accept();
          }}
        >
          <Field
            label="Vos prénom et nom"
            hint="Pour l’ARS, si elle doit vous appeler."
            autoComplete="name"
            maxLength={100}
            value={name}
            fault={tried && name.trim() === '' ? 'Écrivez vos prénom et nom.' : null}
            onInput={event => setName(event.currentTarget.value)}
          />
          {password.fields}
          <Button type="submit" wide busy={busy}>
            Accepter la procuration
          </Button>
        </form>
      </Card>
      <Card title="Refuser">
        <p>{intern} en est prévenu par mail, et choisit alors en personne ou demande à quelqu’un d’autre.</p>
        <Button kind="edge" wide busy={busy} onClick={() => void decline()}>
          Refuser la procuration
        </Button>
      </Card>
    </>
  );
}

/** In the turn of the one who asks: nobody takes it over in the middle (domain §6). */
function troubleText(answer: Exclude<Answer<never>, { kind: 'ok' }>, intern: string): string {
  const refusal = answer.kind === 'refused' ? answer.refusal : null;
  if (refusal?.code === 'STALE' && refusal.now === 'called')
    return `C’est le tour de ${intern} en ce moment\u00a0: la procuration ne peut pas être acceptée pendant ce tour.`;
  if (refusal?.code === 'ALREADY_CHOSEN')
    return `${intern} a déjà un poste\u00a0: il n’y a plus rien à choisir.`;
  return textOf(answer);
}

const END_WORDS: Readonly<Record<Ended, { kind: 'done' | 'told'; title: string; text: string }>> = {
  accepted: {
    kind: 'done',
    title: 'Procuration acceptée',
    text: 'Votre choix seul compte désormais. Connectez-vous avec cette adresse et votre mot de passe, et soyez en ligne avant l’heure.',
  },
  declined: { kind: 'done', title: 'Procuration refusée', text: 'Vous n’avez plus rien à faire.' },
  pending: {
    kind: 'told',
    title: 'Réponse envoyée à la session en direct',
    text: 'Elle en décide dans un instant. Connectez-vous pour voir ce qu’il en est.',
  },
};

function Answered({ ended, intern }: { readonly ended: Ended; readonly intern: string }): VNode {
  const { kind, title, text } = END_WORDS[ended];
  return (
    <Alert
      kind={kind}
      title={`${title}\u00a0: ${intern}`}
      acts={
        ended === 'declined' ? undefined : (
          <LinkButton href="/connexion?compte=mandatary">Se connecter</LinkButton>
        )
      }
    >
      <p>{text}</p>
    </Alert>
  );
}
