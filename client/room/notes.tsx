/** The notes of one's moment, above everything else: pause, turn missed, return, planned absence, mandate, before, over. */
import type { VNode } from 'preact';
import { clockTime } from '../../machines/french-time.ts';
import { me } from '../http/account.ts';
import { Contact } from '../pages/contact.tsx';
import { Alert } from '../ui/alert.tsx';
import { Facts } from '../ui/facts.tsx';
import { plural } from '../ui/format.ts';
import { Icon } from '../ui/icon/icon.tsx';
import { BeforeNote } from './before-note.tsx';
import { MandateNote } from './mandate-note.tsx';
import { MissedNote } from './missed-note.tsx';
import type { Moment } from './moment.ts';
import { useRoom } from './room-context.ts';

export function Notes(): VNode | null {
  const { standing, live } = useRoom();
  if (standing.value === null) return null;
  const { moment, session } = standing.value;
  const suspended = session !== null && live.suspended.value.has(session.id);
  return (
    <>
      {suspended ? (
        <Alert kind="attention" icon="alert" title="Enregistrement indisponible, le temps est arrêté">
          <p>
            Personne ne perd sa place ni son temps. La session reprend dès que l’enregistrement est possible.
          </p>
        </Alert>
      ) : null}
      <PauseNote />
      {moment.kind === 'myTurn' || moment.kind === 'chosen' ? null : <MandateNote />}
      <OfMoment moment={moment} />
    </>
  );
}

function OfMoment({ moment }: { readonly moment: Moment }): VNode | null {
  const { standing } = useRoom();
  const turnS = (standing.value?.session?.turnMs ?? 0) / 1000;
  switch (moment.kind) {
    case 'absent':
      return <MissedNote moment={moment} />;
    case 'inLine':
      return moment.returned ? (
        <Alert kind="done" icon="back" title="Vous êtes de retour">
          <p>Vous passerez juste après la personne qui choisit, avec {turnS} s.</p>
        </Alert>
      ) : null;
    case 'excused':
      return <ExcusedNote moment={moment} />;
    case 'before':
    case 'notCut':
      return <BeforeNote moment={moment} />;
    case 'over':
      return (
        <Alert kind="attention" icon="lock" title="La session est close">
          <p>L’ARS vous appellera pour choisir parmi les postes restants.</p>
          <Contact />
        </Alert>
      );
    case 'unknown':
      return (
        <Alert kind="attention" title="Vous n’êtes pas dans l’appel de cet amphithéâtre">
          <p>Si c’est une erreur, appelez l’ARS.</p>
          <Contact />
        </Alert>
      );
    case 'myTurn':
    case 'heldTurn':
    case 'chosen':
      return null;
    default:
      return moment satisfies never;
  }
}

const AUTOMATIC = { absences: 'Plusieurs absences de suite', incident: 'Incident technique' } as const;

function PauseNote(): VNode | null {
  const { standing } = useRoom();
  const paused = standing.value?.session?.paused ?? null;
  if (paused === null) return null;
  const reason = paused.reason ?? (paused.automatic === null ? null : AUTOMATIC[paused.automatic]);
  return (
    <Alert kind="attention" icon="pause" title={`Session en pause depuis ${clockTime(paused.at)}`}>
      {reason === null ? null : <p>« {reason} » — l’ARS</p>}
      <p>Le temps est arrêté, personne ne perd sa place.</p>
    </Alert>
  );
}

function ExcusedNote({ moment }: { readonly moment: Extract<Moment, { kind: 'excused' }> }): VNode {
  const holder = me.value?.mandatary ?? null;
  const { realm, identity } = useRoom();
  return (
    <>
      <Alert kind="told" icon="calendarOff" title="Votre absence est prévue">
        <p>Vous n’êtes pas dans l’appel : la session passera votre numéro sans attendre.</p>
        {moment.reason === null ? null : <Facts rows={[['Motif', moment.reason]]} />}
        {realm === 'intern' || holder === null ? (
          <p class="small">Motif visible de vous et de l’ARS seulement.</p>
        ) : null}
      </Alert>
      <Alert kind="told" icon="phone" title="Vous voulez choisir aujourd’hui ?">
        <p>Appelez l’ARS avant que votre numéro soit appelé.</p>
        <Contact />
      </Alert>
      {moment.ahead === null ? null : (
        <p class="room-passages">
          <Icon name="users" />
          <span>
            Votre numéro, {identity.callOrder}, dans <b>{plural(moment.ahead, 'passage', 'passages')}</b>
          </span>
        </p>
      )}
    </>
  );
}
