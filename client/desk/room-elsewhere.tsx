/** At the end of the room: all sessions at once, and the ways out of the room: the day, the paper, the keyboard's help. */
import type { VNode } from 'preact';
import type { AmphitheatreId } from '../../machines/ids.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon/icon.tsx';
import { paperHref } from './rehearsal-words.tsx';
import type { RoomView } from './room-view.ts';
import './room-elsewhere.css';

export const RoomElsewhere = ({ view }: { readonly view: RoomView }): VNode => {
  const { state, session } = view;
  return (
    <div class="room-elsewhere">
      {session.rehearsal ? null : <EverySession view={view} />}
      <ul>
        <li>
          <a href="/journee">
            <Icon name="calendarTime" /> Journée
          </a>
        </li>
        <li>
          <a href={paperHref(state.amphitheatre, session)}>
            <Icon name="list" /> Continuer sur papier
          </a>
        </li>
        {session.rehearsal ? null : <OfRealSessions amphitheatre={state.amphitheatre} />}
        <li>
          <a href={`/etats/${session.id}`}>
            <Icon name="conflict" /> États de la session
          </a>
        </li>
        <li>
          <button type="button" onClick={() => view.ask({ kind: 'help' })}>
            <Icon name="keyboard" /> Raccourcis clavier…
          </button>
        </li>
      </ul>
      {session.rehearsal ? (
        <p class="quiet small">
          Postes ajoutés ou retirés, personne oubliée, procurations, pause de toutes les sessions : ils
          changent les vraies sessions, rien de cela ne se fait d’un amphi blanc. Un poste s’affecte depuis le
          menu de la personne, une fois l’amphi blanc terminé.
        </p>
      ) : null}
    </div>
  );
};

const EverySession = ({ view: { ask } }: { readonly view: RoomView }): VNode => (
  <details>
    <summary>
      <Icon name="chevronDown" /> Toutes les sessions
    </summary>
    <div class="stack">
      <Button kind="edge" icon="pause" wide onClick={() => ask({ kind: 'pauseAll' })}>
        Mettre en pause toutes les sessions…
      </Button>
      <Button kind="edge" icon="play" wide onClick={() => ask({ kind: 'resumeAll' })}>
        Tout reprendre…
      </Button>
    </div>
  </details>
);

const OfRealSessions = ({ amphitheatre }: { readonly amphitheatre: AmphitheatreId }): VNode => (
  <>
    <li>
      <a href={`/salle/${amphitheatre}/a-affecter`}>
        <Icon name="armchair" /> À affecter
      </a>
    </li>
    <li>
      <a href={`/salle/${amphitheatre}/preparation`}>
        <Icon name="scissors" /> Préparation
      </a>
    </li>
  </>
);
