/** Rows of the journal as lines, newest first: number, time, sentence; the evidence of an automatic absence opens. */
import type { VNode } from 'preact';
import { clockTime } from '../../machines/french-time.ts';
import type { DeskRow } from '../../machines/wire/frames.ts';
import { Facts } from '../ui/facts.tsx';
import { evidenceRows } from './evidence.ts';
import { journalText } from './journal-text.ts';
import type { Names } from './names.ts';
import './journal-card.css';

interface JournalLinesProps {
  readonly rows: readonly DeskRow[];
  readonly names: Names;
  /** On the journal's own page; the room has it with the person. */
  readonly evidence?: boolean;
}

export const JournalLines = ({ rows, names, evidence = false }: JournalLinesProps): VNode => (
  <ol class="journal">
    {rows.map(row => {
      const text = journalText(row, names);
      return text === null ? null : (
        <li key={row.seq}>
          <span class="quiet digits">{row.seq}</span>
          <span>
            <b class="digits">{clockTime(row.at)}</b> {text}
            {evidence ? <Seen row={row} /> : null}
          </span>
        </li>
      );
    })}
  </ol>
);

/** Nothing where no absence is in the row, a hand made it, or the evidence was purged. */
const Seen = ({ row: { facts } }: { readonly row: DeskRow }): VNode => (
  <>
    {facts.map(fact => {
      if (fact.kind !== 'absent' || fact.evidence === null || fact.evidence.sealed === null) return null;
      return (
        <details key={fact.person} class="journal-seen">
          <summary>Ce que le serveur a vu</summary>
          <Facts rows={evidenceRows(fact.evidence.sealed)} />
        </details>
      );
    })}
  </>
);
