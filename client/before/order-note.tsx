/** «Vérifiez votre ordre»: on the first entry, and again where the order has moved since it was checked (M §9). */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { callOrderText } from '../../machines/call-order-text.ts';
import type { MyAmphitheatre, MyAmphitheatreAnswer } from '../http/answers.ts';
import { useAsked } from '../http/asked.ts';
import { call, textOf } from '../http/call.ts';
import { Contact } from '../pages/contact.tsx';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { announce } from '../ui/live-regions.tsx';
import { orderToCheck, situationOf } from './situation.ts';
import type { OrderCheck } from './situation.ts';
import './before.css';

interface OrderNoteProps {
  readonly mine: MyAmphitheatre;
  readonly check: OrderCheck;
  readonly onChecked: () => void;
  /** Where one reads how it is made; null: it stands right below. */
  readonly how: VNode | null;
}

export function OrderNote({ mine, check, onChecked, how }: OrderNoteProps): VNode {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const { callOrder } = check;
  const confirm = async (): Promise<void> => {
    setBusy(true);
    const answer = await call('/me/order-checked', { method: 'PUT', body: { callOrder } });
    setBusy(false);
    if (answer.kind !== 'ok') return setFault(textOf(answer));
    announce('status', 'Votre ordre est vérifié.');
    onChecked();
  };
  const people = mine.amphitheatre?.people ?? null;
  return (
    <Alert
      kind="attention"
      icon="list"
      title={check.kind === 'moved' ? 'Votre ordre d’appel a changé' : 'Vérifiez votre ordre d’appel'}
    >
      <p>
        Vous êtes <b>n° {callOrderText(callOrder)}</b>
        {people === null ? '' : ` sur ${people}`}
        {check.kind === 'moved' ? `, au lieu du n°\u00a0${callOrderText(check.was)}` : ''}. Après le début de
        la première session, il ne change plus.
      </p>
      {how}
      <p>Une erreur&#8239;? Votre rang est tenu par l’ARS&nbsp;: contactez-la dès maintenant.</p>
      <Contact />
      <div class="before-acts">
        <Button kind="go" icon="check" busy={busy} onClick={() => void confirm()}>
          {busy ? 'Envoi…' : 'J’ai vérifié mon ordre'}
        </Button>
      </div>
      {fault === null ? null : <p role="alert">{fault}</p>}
    </Alert>
  );
}

/** In the room, before the start: the same message, asked for by itself. */
export function RoomOrderNote(): VNode | null {
  const { value, again } = useAsked<MyAmphitheatreAnswer>('/me/amphitheatre?realm=intern');
  const mine = value?.mine ?? null;
  const check = mine && orderToCheck(mine, situationOf(mine, Date.now()));
  if (mine === null || check === null) return null;
  const how = (
    <p>
      <a href="/mon-amphitheatre?compte=intern#rang">Comment il est fait</a>
    </p>
  );
  return <OrderNote mine={mine} check={check} onChecked={again} how={how} />;
}
