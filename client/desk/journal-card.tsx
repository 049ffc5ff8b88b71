/** «Journal»: the last lines of what was recorded, newest first, as the session goes; the whole is a page of its own. */
import type { VNode } from 'preact';
import { Card } from '../ui/card.tsx';
import { JournalLines } from './journal-lines.tsx';
import { isPresenceAlone, journalText } from './journal-text.ts';
import { phaseOf } from './person-acts.ts';
import type { Phase } from './person-acts.ts';
import { journalHref } from './rehearsal-words.tsx';
import type { RoomView } from './room-view.ts';

/** The message panel stays in sight below. */
const SHOWN = 6;

/** Where Alt + Maj + J leads to. */
export const JOURNAL_ID = 'journal';

/** No line, and why: only the last session that lived sends its rows here. */
const NOTHING: Readonly<Record<Phase, string>> = {
  toCome: 'Le journal commence avec la session.',
  live: 'Les lignes arrivent.',
  over: 'Lisez-le en entier par «\u00a0Tout voir\u00a0».',
};

export function JournalCard({ view }: { readonly view: RoomView }): VNode {
  const { rows, names, session, state } = view;
  const lines = rows
    .filter(row => !isPresenceAlone(row) && journalText(row, names) !== null)
    .toReversed()
    .slice(0, SHOWN);
  return (
    <Card
      title={
        <span id={JOURNAL_ID} tabIndex={-1}>
          Journal
        </span>
      }
      aside={
        phaseOf(session) === 'toCome' ? null : (
          <a class="ds-link journal-all" href={journalHref(state.amphitheatre, session)}>
            Tout voir
          </a>
        )
      }
    >
      {lines.length > 0 ? (
        <JournalLines rows={lines} names={names} />
      ) : (
        <p class="quiet">{NOTHING[phaseOf(session)]}</p>
      )}
    </Card>
  );
}
