/** «Journal»: what was recorded, newest first, line by line, as the session goes. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { clockTime } from '../../machines/french-time.ts';
import { Card } from '../ui/card.tsx';
import { isPresenceAlone, journalText } from './journal-text.ts';
import type { RoomView } from './room-view.ts';
import './journal-card.css';

const FIRST_SHOWN = 12;

export function JournalCard({ view }: { readonly view: RoomView }): VNode {
  const [all, setAll] = useState(false);
  const lines = view.rows
    .filter(row => all || !isPresenceAlone(row))
    .toReversed()
    .flatMap(row => {
      const text = journalText(row, view.names);
      return text === null ? [] : [{ row, text }];
    });
  return (
    <Card
      title="Journal"
      aside={
        <button type="button" class="ds-link journal-all" aria-pressed={all} onClick={() => setAll(!all)}>
          {all ? 'Masquer les connexions' : 'Tout voir'}
        </button>
      }
    >
      {lines.length === 0 ? <p class="quiet">Le journal commence avec la session.</p> : null}
      <ol class="journal">
        {(all ? lines : lines.slice(0, FIRST_SHOWN)).map(({ row, text }) => (
          <li key={row.seq}>
            <span class="quiet digits">{row.seq}</span>
            <span>
              <b class="digits">{clockTime(row.at)}</b> {text}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
