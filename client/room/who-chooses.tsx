/** Who is called now, with the seconds left; in the session that runs, where mine does not. Without a connection others' countdowns are gone. */
import type { VNode } from 'preact';
import { hour } from '../../machines/french-time.ts';
import { Icon } from '../ui/icon/icon.tsx';
import { fullName } from '../ui/navigation.ts';
import { sessionName } from '../ui/session-name.ts';
import { clockShown, isLive, liveSession } from './live-session.ts';
import { useRoom } from './room-context.ts';
import { secondsWords } from './words.ts';
import './who-chooses.css';

const VERBS = { choosing: 'Choisit', awaited: 'Appel', recovering: 'Appel' } as const;

export function WhoChooses(): VNode | null {
  const room = useRoom();
  const { standing, live } = room;
  const own = standing.value?.session ?? null;
  const state = live.view.value?.state;
  const session = own !== null && isLive(own) ? own : state === undefined ? null : liveSession(state);
  if (session === null) return null;
  const { called, closesAt } = session;
  const where = session.id === own?.id ? '' : `${sessionName(session)} · `;
  if (called === null)
    return (
      <div class="who-chooses">
        <Icon name="hourglass" />
        <p>
          {where}Plus personne à appeler
          {closesAt === null ? '.' : `\u00a0: la session se fermera à ${hour(closesAt)}.`}
        </p>
      </div>
    );
  const person = live.directory.value?.people.find(({ id }) => id === called.person);
  const clock = clockShown(room, session.id);
  return (
    <div class="who-chooses">
      <Icon name="hourglass" />
      <p>
        {where}
        {VERBS[called.mode]}&nbsp;: <b>{person === undefined ? '…' : fullName(person)}</b>
      </p>
      {clock === null ? null : 'still' in clock ? (
        <b>{clock.still}</b>
      ) : (
        <b class="digits who-chooses-seconds" role="timer" aria-label={secondsWords(clock.seconds)}>
          <span aria-hidden="true">{`${clock.seconds}\u00a0s`}</span>
        </b>
      )}
    </div>
  );
}
