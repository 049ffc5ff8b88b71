/** The summary window of a choice: all that tells posts apart, the countdown again, yes and no; stays until the answer. */
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Contact } from '../pages/contact.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActs } from '../ui/dialog.tsx';
import { Facts } from '../ui/facts.tsx';
import { Icon } from '../ui/icon/icon.tsx';
import { fullName } from '../ui/navigation.ts';
import { Ordinals } from '../ui/ordinals.tsx';
import { CHOICE_COUNTS_NOT } from '../ui/session-name.ts';
import { stageOf } from './countdown.ts';
import { GuardedButton } from './guarded-button.tsx';
import { postAndService, specialtyName } from './model.ts';
import { postFacts } from '../offer/post-facts.ts';
import { useRoom } from './room-context.ts';
import { secondsWords } from './words.ts';
import './confirm-dialog.css';

/** Past this without an answer the window says what to do: nothing. */
const LATE_MS = 3_000;

export function ConfirmDialog(): VNode | null {
  const { life, live, standing, seconds, identity, rehearsal } = useRoom();
  const choosing = life.choosing.value;
  const { moment, session } = standing.value ?? { moment: null, session: null };
  const turn = moment?.kind === 'myTurn' ? moment.called.turn : null;
  const over = seconds.value === 0 && moment?.kind === 'myTurn';
  useEffect(() => life.turnIs(over ? null : turn), [life, turn, over]);
  if (choosing.kind === 'none' || session === null) return null;
  const directory = live.directory.value;
  const found = postAndService(directory, choosing.post);
  if (found === null) return null;
  const { service, post } = found;
  const sent = choosing.kind === 'sent';
  return (
    <Dialog title="Confirmer ce choix ?" band={<TimeBand />} closable={!sent} onClose={() => life.cancel()}>
      <div class="confirm-post">
        <h3>{service.name}</h3>
        <p>
          {service.establishment}, <Ordinals text={`${service.city}\u00a0(${service.department})`} />
        </p>
        <Facts rows={postFacts(post, service, directory, id => specialtyName(directory, id))} />
      </div>
      <div class="confirm-foot">
        <p class="confirm-final">
          <Icon name={rehearsal === null ? 'alert' : 'flask'} />
          <span>
            {rehearsal === null ? <Final /> : <b>{CHOICE_COUNTS_NOT}</b>}
            {identity.forPerson === null ? '' : ` Vous choisissez pour ${fullName(identity.forPerson)}.`}
          </span>
        </p>
        {sent ? <Late /> : null}
        <DialogActs>
          <GuardedButton
            kind="go"
            busy={sent}
            {...(sent ? {} : { icon: 'check' as const })}
            onClick={() => void life.confirm(session.id)}
          >
            {sent ? 'Envoi…' : 'Oui, je confirme'}
          </GuardedButton>
          {sent ? null : (
            <Button kind="edge" onClick={() => life.cancel()}>
              Non, revenir à la liste
            </Button>
          )}
        </DialogActs>
      </div>
    </Dialog>
  );
}

const Final = (): VNode => (
  <>
    <b>Ce choix est définitif.</b> Vous ne pourrez ni le modifier ni l’annuler.
  </>
);

function TimeBand(): VNode {
  const { seconds, still } = useRoom();
  const left = seconds.value ?? 0;
  return (
    <div class={`confirm-band confirm-band-${stageOf(left, still.value)}`}>
      <Icon name="hourglass" />
      <span>{still.value ? 'Temps arrêté' : 'Temps pour confirmer'}</span>
      <b class="digits" role="timer" aria-label={secondsWords(left)}>
        <span aria-hidden="true">{left} s</span>
      </b>
    </div>
  );
}

function Late(): VNode | null {
  const { live } = useRoom();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), LATE_MS);
    return () => clearTimeout(timer);
  }, []);
  if (live.link.value.kind === 'lost')
    return (
      <div role="note">
        <p>
          <b>Connexion perdue.</b> Votre choix repart de lui-même au retour du réseau : il compte s’il arrive
          avant la fin de votre tour.
        </p>
        <Contact />
      </div>
    );
  if (!late) return null;
  return (
    <p role="note">
      Réponse du serveur attendue. Ne renvoyez rien : votre choix porte son numéro, il ne peut pas compter
      deux fois.
    </p>
  );
}
