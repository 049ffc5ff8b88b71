/** The sessions of the amphitheatre, in their order, where there are several: which one the room shows, the way to the others. */
import type { VNode } from 'preact';
import { hour } from '../../machines/french-time.ts';
import { SessionTag } from '../ui/tag.tsx';
import type { RoomView } from './room-view.ts';
import './session-bar.css';

export function SessionBar({ view }: { readonly view: RoomView }): VNode | null {
  const { sessions, session, state } = view;
  if (sessions.length < 2) return null;
  return (
    <nav class="session-bar" aria-label="Sessions de l’amphithéâtre">
      <ul>
        {sessions.map(one => (
          <li key={one.id}>
            <a
              href={`/salle/${state.amphitheatre}?session=${one.number}`}
              aria-current={one.id === session.id ? 'page' : undefined}
            >
              <b class="digits">Session {one.number}</b>
              {one.startsAt === null ? null : <span class="digits">{hour(one.startsAt)}</span>}
              <SessionTag state={one.state} />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
