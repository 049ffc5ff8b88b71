/** Who is called now, with the seconds left; without a connection others' countdowns are gone. */
import type { VNode } from 'preact';
import { hour } from '../../machines/french-time.ts';
import { Icon } from '../ui/icon/icon.tsx';
import { fullName } from '../ui/navigation.ts';
import { useRoom } from './room-context.ts';
import { secondsWords } from './words.ts';
import './who-chooses.css';

const VERBS = { choosing: 'Choisit', awaited: 'Appel', recovering: 'Appel' } as const;

export function WhoChooses(): VNode | null {
  const { standing, live, seconds, still } = useRoom();
  const session = standing.value?.session ?? null;
  if (session === null || (session.state !== 'running' && session.state !== 'paused')) return null;
  const { called, closesAt } = session;
  if (called === null)
    return (
      <div class="who-chooses">
        <Icon name="hourglass" />
        <p>
          Plus personne à appeler
          {closesAt === null ? '.' : ` : la session se fermera à ${hour(closesAt)}.`}
        </p>
      </div>
    );
  const person = live.directory.value?.people.find(({ id }) => id === called.person);
  const away = live.link.value.kind !== 'live' && live.link.value.kind !== 'catchingUp';
  const left = seconds.value ?? 0;
  return (
    <div class="who-chooses">
      <Icon name="hourglass" />
      <p>
        {VERBS[called.mode]} : <b>{person === undefined ? '…' : fullName(person)}</b>
      </p>
      {away ? null : still.value ? (
        <b>{session.state === 'paused' ? 'en pause' : 'temps arrêté'}</b>
      ) : (
        <b class="digits who-chooses-seconds" role="timer" aria-label={secondsWords(left)}>
          <span aria-hidden="true">{left} s</span>
        </b>
      )}
    </div>
  );
}
