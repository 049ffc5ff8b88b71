/** At the end of the room: all sessions at once, and the ways out of the room: the day, the paper, the keyboard's help. */
import type { VNode } from 'preact';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon/icon.tsx';
import type { RoomView } from './room-view.ts';
import './room-elsewhere.css';

export const RoomElsewhere = ({ view: { ask, state, session } }: { readonly view: RoomView }): VNode => (
  <div class="room-elsewhere">
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
    <ul>
      <li>
        <a href="/journee">
          <Icon name="calendarTime" /> Journée
        </a>
      </li>
      <li>
        <a href={`/salle/${state.amphitheatre}/papier?session=${session.number}`}>
          <Icon name="list" /> Continuer sur papier
        </a>
      </li>
      <li>
        <a href={`/salle/${state.amphitheatre}/a-affecter`}>
          <Icon name="armchair" /> À affecter
        </a>
      </li>
      <li>
        <a href={`/salle/${state.amphitheatre}/preparation`}>
          <Icon name="scissors" /> Préparation
        </a>
      </li>
      <li>
        <a href={`/etats/${session.id}`}>
          <Icon name="conflict" /> États de la session
        </a>
      </li>
      <li>
        <button type="button" onClick={() => ask({ kind: 'help' })}>
          <Icon name="keyboard" /> Raccourcis clavier…
        </button>
      </li>
    </ul>
  </div>
);
