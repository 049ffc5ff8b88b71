/** «Ma procuration»: giving one, what became of it, cancelling it (M §6). For the intern alone. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { GivenMandate } from '../http/answers.ts';
import { held } from '../live/held.ts';
import { Contact } from '../pages/contact.tsx';
import { Address } from '../ui/address.tsx';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Loading } from '../ui/loading.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { EndDialog } from './end-dialog.tsx';
import { AskedNote, EndedNote, GiveButton } from './mandate-notes.tsx';
import { useMandate } from './use-mandate.ts';
import './mandate.css';

/** @param onChanged for whoever shows the mandate elsewhere on the page. */
export function MandateCard({ onChanged }: { readonly onChanged?: () => void }): VNode {
  const asked = useMandate(held.intern.value?.you.value ?? null);
  const { value, trouble } = asked;
  const again = (): void => {
    asked.again();
    onChanged?.();
  };
  return (
    <Card title="Ma procuration">
      {value === null && trouble === null ? <Loading lines={2} /> : null}
      <Trouble asked={asked} titles={['Procuration indisponible', 'Procuration qui n’est plus à jour']} />
      {value === null ? null : <Given value={value} onDone={again} />}
    </Card>
  );
}

interface GivenProps {
  readonly value: GivenMandate;
  readonly onDone: () => void;
}

function Given({ value, onDone }: GivenProps): VNode {
  const { mandate, last, mayGive, toBeConfirmed } = value;
  if (mandate !== null)
    return mandate.acceptedAt === null ? (
      <AskedNote mandate={mandate} onDone={onDone} />
    ) : (
      <Accepted mandate={mandate} chosen={!mayGive} onDone={onDone} />
    );
  if (toBeConfirmed)
    return (
      <>
        <p>Votre compte est encore à confirmer&nbsp;: il ne peut pas donner procuration.</p>
        <Contact />
      </>
    );
  if (!mayGive) return <p>Aucune procuration, et rien à choisir en ce moment.</p>;
  return (
    <>
      <EndedNote last={last} />
      <p>
        Vous ne serez pas en ligne à votre tour&#8239;? Une personne de confiance peut choisir à votre place,
        pour ce semestre.
      </p>
      <GiveButton another={last !== null} onDone={onDone} />
    </>
  );
}

interface AcceptedProps extends Pick<GivenProps, 'onDone'> {
  readonly mandate: NonNullable<GivenMandate['mandate']>;
  readonly chosen: boolean;
}

function Accepted({ mandate: { email, phone }, chosen, onDone }: AcceptedProps): VNode {
  const [ending, setEnding] = useState(false);
  return (
    <>
      <Alert
        kind="mandate"
        title="Vous avez donné procuration"
        acts={
          chosen ? undefined : (
            <Button kind="edge" onClick={() => setEnding(true)}>
              Annuler la procuration
            </Button>
          )
        }
      >
        <p>
          <b class="mandate-address">
            <Address text={email} />
          </b>
          {phone === '' ? '' : ` (${phone})`}{' '}
          {chosen
            ? 'avait votre procuration.'
            : 'choisit à votre place, et sa présence compte, pas la vôtre.'}
        </p>
      </Alert>
      {ending ? (
        <EndDialog
          ending="cancelAccepted"
          onClose={() => setEnding(false)}
          onDone={() => {
            setEnding(false);
            onDone();
          }}
        />
      ) : null}
    </>
  );
}
