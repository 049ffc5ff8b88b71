/** The sessions of the amphitheatre, in their order, where there are several: which one the room shows, the way to the others. */
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { hour } from '../../machines/french-time.ts';
import { SessionTag } from '../ui/tag.tsx';
import type { RoomView } from './room-view.ts';
import './session-bar.css';

export function SessionBar({ view }: { readonly view: RoomView }): VNode | null {
  const { sessions, session, state } = view;
  const shown = useRef<HTMLLIElement>(null);
  useEffect(() => shown.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' }), [session.id]);
  if (sessions.length < 2) return null;
  return (
    <nav class="session-bar" aria-label="Sessions de l’amphithéâtre">
      <ul>
        {sessions.map(one => (
          <li key={one.id} ref={one.id === session.id ? shown : null}>
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
