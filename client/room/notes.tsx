/** The notes of one's moment, above everything else: pause, turn missed, return, planned absence, mandate, before, over. */
import type { VNode } from 'preact';
import { callOrderText } from '../../machines/call-order-text.ts';
import { me } from '../http/account.ts';
import { Contact } from '../pages/contact.tsx';
import { Alert } from '../ui/alert.tsx';
import { Facts } from '../ui/facts.tsx';
import { plural } from '../ui/format.ts';
import { Icon } from '../ui/icon/icon.tsx';
import { PauseNote } from '../ui/pause-note.tsx';
import { BeforeNote } from './before-note.tsx';
import { OwnRequests } from './later-parts.tsx';
import { MandateNote } from './mandate-note.tsx';
import { MissedNote } from './missed-note.tsx';
import type { Moment } from './moment.ts';
import { RehearsalBefore, RehearsalOver } from './rehearsal-note.tsx';
import { useRoom } from './room-context.ts';
import { ToBeConfirmedNote } from './to-be-confirmed.tsx';

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
      <Paused />
      <ToBeConfirmedNote />
      {moment.kind === 'myTurn' || moment.kind === 'chosen' ? null : <MandateNote />}
      <Requests moment={moment} />
      <OfMoment moment={moment} />
    </>
  );
}

/** Nothing in a rehearsal, and nothing of what is settled; the holder of a mandate is not told (domain §6). */
function Requests({ moment }: { readonly moment: Moment }): VNode | null {
  const { realm, rehearsal } = useRoom();
  const settled = moment.kind === 'chosen' || moment.kind === 'over' || moment.kind === 'unknown';
  if (realm !== 'intern' || rehearsal !== null || settled) return null;
  return <OwnRequests myTurn={moment.kind === 'myTurn'} />;
}

function OfMoment({ moment }: { readonly moment: Moment }): VNode | null {
  const { standing, rehearsal } = useRoom();
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
      return rehearsal === null ? <BeforeNote moment={moment} /> : <RehearsalBefore />;
    case 'passed':
      return (
        <Alert kind="attention" title="Aucun poste n’était possible à votre tour">
          <p>
            Votre tour est passé, sans absence.
            {rehearsal === null ? ' L’ARS vous appellera après la dernière session.' : ''}
          </p>
          {rehearsal === null ? <Contact /> : null}
        </Alert>
      );
    case 'over':
      return rehearsal !== null ? (
        <RehearsalOver />
      ) : (
        <Alert kind="attention" icon="lock" title="La session est close">
          <p>
            {moment.withoutPost
              ? 'L’ARS a noté que vous restez sans poste. Une question\u202f? Appelez-la.'
              : 'L’ARS vous appellera pour choisir parmi les postes restants.'}
          </p>
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

function Paused(): VNode | null {
  const { standing } = useRoom();
  const paused = standing.value?.session?.paused ?? null;
  return paused === null ? null : <PauseNote paused={paused} />;
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
            Votre numéro, {identity.callOrder === null ? '–' : callOrderText(identity.callOrder)}, dans{' '}
            <b>{plural(moment.ahead, 'passage', 'passages')}</b>
          </span>
        </p>
      )}
    </>
  );
}
