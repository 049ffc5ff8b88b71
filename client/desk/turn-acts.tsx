/** The buttons of the turn's card: only those that the machine takes now; what ends in «…» asks first. */
import type { VNode } from 'preact';
import { refusalText } from '../../machines/refusal-text.ts';
import { GuardedButton } from '../room/guarded-button.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import type { IconName } from '../ui/icon/icon.tsx';
import { askClose, askTurn } from './asking.ts';
import { mayAct } from './may-act.ts';
import type { TurnAct } from './may-act.ts';
import { PhoneLines, PhoneRead } from './phone-lines.tsx';
import { earlierOpen, nextSession } from './room-session.ts';
import type { RoomView } from './room-view.ts';
import type { TurnShown } from './turn-shown.ts';

interface TurnActsProps {
  readonly view: RoomView;
  readonly shown: TurnShown;
}

export function TurnActs({ view, shown }: TurnActsProps): VNode {
  const { ask, send, sending, session, situation } = view;
  const busy = sending !== null;
  const { called } = session;
  const live = mayAct('close', situation) === null;
  const thenCall = called?.mode === 'awaited' ? called.person : null;
  return (
    <div class="turn-acts">
      {shown.kind === 'notOpen' ? (
        <LinkButton href="/salle">Valider et ouvrir l’amphithéâtre</LinkButton>
      ) : null}
      {shown.kind === 'toStart' ? <Start view={view} /> : null}
      {mayAct('pause', situation) === null ? (
        <Button icon="pause" wide busy={busy} onClick={() => ask({ kind: 'pause', thenCall })}>
          {thenCall === null ? 'Mettre en pause…' : 'Mettre en pause et appeler…'}
        </Button>
      ) : null}
      {mayAct('resume', situation) === null ? (
        // One press, where «Mettre en pause» was: who meant to pause while somebody else did must not resume.
        <GuardedButton
          key={`resume ${session.paused?.at}`}
          icon="play"
          wide
          busy={busy}
          onClick={() => send({ type: 'resume', on: 'paused' })}
        >
          {sending?.type === 'resume' ? 'Envoi…' : 'Reprendre'}
        </GuardedButton>
      ) : null}
      {called === null || !live ? null : <CalledActs view={view} />}
      {live ? (
        <Button kind="edge" icon="stop" wide busy={busy} onClick={() => ask(askClose(view))}>
          Fermer la session…
        </Button>
      ) : null}
      {live ? (
        <p class="quiet small">
          Afficher le numéro est noté au journal. Chaque action y est, avec votre nom.
        </p>
      ) : null}
      {shown.kind === 'closed' ? <Next view={view} /> : null}
    </div>
  );
}

/** The icon, the word, and what a phone has room for. */
const WORDS: Readonly<Record<TurnAct, readonly [IconName, string, string]>> = {
  pass: ['skip', 'Passer le tour…', 'Passer…'],
  prolong: ['clockPlus', 'Prolonger…', 'Prolonger…'],
  chooseOnBehalf: ['hand', 'Choisir à sa place…', 'Choisir…'],
  markAbsent: ['userOff', 'Constater l’absence…', 'Absence…'],
};
const IN_ORDER: readonly TurnAct[] = ['pass', 'prolong', 'chooseOnBehalf', 'markAbsent'];

/** About whoever is called: the telephone, then what the rules take in this sub-state. */
function CalledActs({ view }: { readonly view: RoomView }): VNode | null {
  const { ask, phones, sending, session, situation } = view;
  const person = session.called?.person;
  if (person === undefined) return null;
  return (
    <>
      {phones.shown.has(person) ? (
        <div class="stack">
          <PhoneLines person={person} view={view} />
          <PhoneRead person={person} view={view} />
        </div>
      ) : mayAct('readPhone', situation, 'called') === null ? (
        <>
          <GuardedButton
            key={`phone ${session.called?.turn}`} // of whoever is called now, not of the one before
            kind="edge"
            icon="phone"
            wide
            onClick={() => phones.read(person)}
          >
            Afficher le téléphone
          </GuardedButton>
          <PhoneRead person={person} view={view} />
        </>
      ) : null}
      <div class="turn-acts-called">
        {IN_ORDER.map(act => {
          const asking = askTurn(act, view);
          const [icon, word, short] = WORDS[act];
          return asking === null ? null : (
            <Button
              key={act}
              kind="edge"
              icon={icon}
              wide
              busy={sending !== null}
              onClick={() => ask(asking)}
            >
              <span class="turn-word-long">{word}</span>
              <span class="turn-word-short">{short}</span>
            </Button>
          );
        })}
      </div>
    </>
  );
}

/** No button while an earlier session is not closed: the reason, and the way there. */
function Start({ view: { ask, sending, session, sessions, state } }: { readonly view: RoomView }): VNode {
  const earlier = earlierOpen(sessions, session);
  if (earlier === null)
    return (
      <Button kind="go" icon="play" wide busy={sending !== null} onClick={() => ask({ kind: 'start' })}>
        Démarrer {session.rehearsal ? 'l’amphi blanc' : 'la session'}…
      </Button>
    );
  return (
    <>
      <p>{refusalText({ code: 'EARLIER_SESSION_OPEN', number: earlier.number })}</p>
      <LinkButton wide href={`/salle/${state.amphitheatre}?session=${earlier.number}`} icon="right">
        Aller à la session {earlier.number}
      </LinkButton>
    </>
  );
}

const AfterRehearsal = (): VNode => (
  <>
    <p>L’amphi blanc est terminé. Rien de ce qui s’y est fait ne compte.</p>
    <LinkButton wide href="/salle" icon="left">
      Revenir aux amphithéâtres
    </LinkButton>
  </>
);

/** What comes after a closed session: the next one, or those who are left over. */
function Next({ view: { session, sessions, state } }: { readonly view: RoomView }): VNode {
  if (session.rehearsal) return <AfterRehearsal />;
  const next = nextSession(sessions, session);
  if (next === null)
    return (
      <>
        <p>C’était la dernière session de cet amphithéâtre.</p>
        <LinkButton wide href={`/salle/${state.amphitheatre}/a-affecter`} icon="list">
          Voir la liste à affecter
        </LinkButton>
      </>
    );
  return (
    <LinkButton wide href={`/salle/${state.amphitheatre}?session=${next.number}`} icon="right">
      Aller à la session {next.number}
    </LinkButton>
  );
}
