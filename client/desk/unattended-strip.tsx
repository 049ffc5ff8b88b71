/** Wherever a moderator is: a session runs, or waits to start, and nobody is in its room, with the way there. Said aloud once. */
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { UnattendedSession } from '../http/answers.ts';
import { useAsked } from '../http/asked.ts';
import { Icon } from '../ui/icon/icon.tsx';
import { announce } from '../ui/live-regions.tsx';
import { unattendedKey, unattendedTitle, unattendedTold } from './unattended-words.ts';
import './unattended-strip.css';

const LOOK_AGAIN_MS = 5_000;

export function UnattendedStrip(): VNode | null {
  const { value } = useAsked<readonly UnattendedSession[]>('/desk/unattended', LOOK_AGAIN_MS);
  const known = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    if (value === null) return;
    const told = unattendedTold(known.current, value);
    if (told !== null) announce('alert', told);
    known.current = new Set(value.map(unattendedKey));
  }, [value]);
  if (value === null || value.length === 0) return null;
  return (
    <section class="unattended-strip" aria-label="Personne dans la salle">
      <Icon name="users" />
      <p>
        <b>Personne de l’ARS dans la salle{'\u00a0'}:</b>
      </p>
      <ul>
        {value.map(one => (
          <li key={one.session}>
            <a href={`/salle/${one.amphitheatre}?session=${one.number}`}>{unattendedTitle(one)}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
