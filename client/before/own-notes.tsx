/** What is particular to one person: a planned absence. */
import type { VNode } from 'preact';
import type { MyAmphitheatre } from '../http/answers.ts';
import { Contact } from '../pages/contact.tsx';
import { Alert } from '../ui/alert.tsx';
import { Facts } from '../ui/facts.tsx';
import type { Situation } from './situation.ts';

interface OwnNotesProps {
  readonly mine: MyAmphitheatre;
  readonly situation: Situation;
}

export const OwnNotes = ({ mine, situation }: OwnNotesProps): VNode | null =>
  situation.kind === 'chosen' || situation.kind === 'over' ? null : <ExcusedNote mine={mine} />;

function ExcusedNote({ mine: { plannedAbsence } }: Pick<OwnNotesProps, 'mine'>): VNode | null {
  if (plannedAbsence === null) return null;
  const { reason } = plannedAbsence;
  return (
    <Alert kind="told" icon="calendarOff" title="Votre absence est prévue">
      <p>Vous n’êtes pas dans l’appel&nbsp;: la session passera votre numéro sans attendre.</p>
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
