/** What is particular to one person: a planned absence, a mandate, another kind of choice, a longer turn. */
import type { VNode } from 'preact';
import type { MyAmphitheatre } from '../http/answers.ts';
import { Contact } from '../pages/contact.tsx';
import { Address } from '../ui/address.tsx';
import { Alert } from '../ui/alert.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Facts } from '../ui/facts.tsx';
import { WORKPLACES } from '../ui/navigation.ts';
import type { Situation } from './situation.ts';

interface OwnNotesProps {
  readonly mine: MyAmphitheatre;
  readonly situation: Situation;
}

export const OwnNotes = ({ mine, situation }: OwnNotesProps): VNode | null =>
  situation.kind === 'chosen' || situation.kind === 'over' ? null : (
    <>
      <ExcusedNote mine={mine} />
      <MandateGiven mine={mine} />
    </>
  );

function ExcusedNote({ mine: { plannedAbsence } }: Pick<OwnNotesProps, 'mine'>): VNode | null {
  if (plannedAbsence === null) return null;
  const { reason } = plannedAbsence;
  return (
    <Alert kind="told" icon="calendarOff" title="Votre absence est prévue">
      <p>Vous n’êtes pas dans l’appel : la session passera votre numéro sans attendre.</p>
      {reason === null ? null : (
        <>
          <Facts rows={[['Motif', reason]]} />
          <p class="small">Motif visible de vous et de l’ARS seulement.</p>
        </>
      )}
      <p>Vous voulez choisir&#8239;? Appelez l’ARS avant que votre numéro soit appelé.</p>
      <Contact />
    </Alert>
  );
}

function MandateGiven({ mine: { mandate } }: Pick<OwnNotesProps, 'mine'>): VNode | null {
  if (mandate === null) return null;
  const holder = (
    <b class="before-address">
      <Address text={mandate.email} />
    </b>
  );
  if (mandate.acceptedAt === null)
    return (
      <Alert kind="told" icon="key" title="Procuration demandée, pas encore acceptée">
        <p>
          {holder} n’a pas encore répondu. D’ici là, c’est vous qui choisissez, et votre présence qui compte.
        </p>
      </Alert>
    );
  return (
    <Alert
      kind="mandate"
      title="Vous avez donné procuration"
      acts={
        <LinkButton href={WORKPLACES.intern.href} kind="edge">
          La gérer dans ma session
        </LinkButton>
      }
    >
      <p>
        {holder} choisit à votre place, et sa présence compte, pas la vôtre. Vous gardez vos favoris et suivez
        la session. Vous pouvez annuler la procuration jusqu’à l’enregistrement d’un choix.
      </p>
    </Alert>
  );
}
