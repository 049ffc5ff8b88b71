/** Rows of the journal as lines, newest first: number, time, sentence. */
import type { VNode } from 'preact';
import { clockTime } from '../../machines/french-time.ts';
import type { DeskRow } from '../../machines/wire/frames.ts';
import { journalText } from './journal-text.ts';
import type { Names } from './names.ts';
import './journal-card.css';

export const JournalLines = ({
  rows,
  names,
}: {
  readonly rows: readonly DeskRow[];
  readonly names: Names;
}): VNode => (
  <ol class="journal">
    {rows.map(row => {
      const text = journalText(row, names);
      return text === null ? null : (
        <li key={row.seq}>
          <span class="quiet digits">{row.seq}</span>
          <span>
            <b class="digits">{clockTime(row.at)}</b> {text}
          </span>
        </li>
      );
    })}
  </ol>
);
