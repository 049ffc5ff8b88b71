/** «L’heure de votre session a changé»: against the hour that was read last on this device; the mail and the bell say it everywhere. */
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Ms, PersonId } from '../../machines/ids.ts';
import { startWords } from '../room/words.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { keep, kept } from '../ui/storage.ts';
import { hourMoved } from './situation.ts';

const KEY = 'heure-de-session';

interface HourMovedProps {
  /** Whose: another intern's hour on a shared computer is not the one before. */
  readonly person: PersonId;
  readonly startsAt: Ms;
}

export function HourMoved({ person, startsAt }: HourMovedProps): VNode | null {
  const [read, setRead] = useState(() => kept(KEY));
  const now = `${person} ${startsAt}`;
  const before = hourMoved(read, person, startsAt);
  const understood = (): void => {
    keep(KEY, now);
    setRead(now);
  };
  useEffect(() => {
    if (before === null && read !== now) understood();
  }, [before, read, now]);
  if (before === null) return null;
  return (
    <Alert
      kind="attention"
      icon="calendarTime"
      title="L’heure de votre session a changé"
      acts={
        <Button kind="edge" onClick={understood}>
          J’ai compris
        </Button>
      }
    >
      <p>
        <b>{startWords(startsAt)}</b>, au lieu de {startWords(before)}. Si elle est dans votre agenda,
        ajoutez-la de nouveau.
      </p>
    </Alert>
  );
}
