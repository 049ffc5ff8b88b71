/** What is known of one person in the room: presence with since when and where, longer turn, returns, absence and its evidence. */
import type { VNode } from 'preact';
import { clockTime } from '../../machines/french-time.ts';
import type { PersonId } from '../../machines/ids.ts';
import type { LastingOfPerson } from '../../machines/session/lasting.ts';
import { duration } from '../ui/format.ts';
import { Facts } from '../ui/facts.tsx';
import type { FactRow } from '../ui/facts.tsx';
import { isFollowed, isLive } from './desk-command.ts';
import { evidenceRows, lineText } from './evidence.ts';
import { CAUSE_WORDS } from './journal-text.ts';
import { STATUS_WORDS } from '../ui/status-words.ts';
import { presenceText, presenceTextBefore } from './presence-text.ts';
import { journalHref } from './rehearsal-words.tsx';
import type { RoomView } from './room-view.ts';

interface PersonFactsProps {
  readonly person: PersonId;
  readonly view: RoomView;
}

export function PersonFacts({ person, view }: PersonFactsProps): VNode | null {
  const { people, recorded, names, session } = view;
  const live = people.get(person);
  if (live === undefined) return null;
  const { state, status, mandate, extraTurnMs, returns } = live;
  const kept = recorded.get(person);
  const absence = state.kind === 'absent' ? (kept?.absence ?? null) : null;
  const reason = absence?.reason ?? null;
  const facts: FactRow[] = [
    ['Type de choix', `${STATUS_WORDS[status]}${mandate ? ', par procuration' : ''}`],
    ...(isFollowed(session)
      ? [['Présence', isLive(session) ? presenceText(live) : presenceTextBefore(live)] as const]
      : []),
    ...(extraTurnMs > 0 ? [['Tour plus long', `+\u00a0${duration(extraTurnMs)}`] as const] : []),
    ...(returns > 0 ? [['Retours de son fait', String(returns)] as const] : []),
    ...(state.kind === 'chosen'
      ? [['Choix', `${names.post(state.post)}, à ${clockTime(state.at)}`] as const]
      : []),
    ...(state.kind === 'excused' ? [['Absence prévue', state.reason.sealed ?? 'Motif effacé'] as const] : []),
    ...(state.kind === 'absent'
      ? [['Absence', `${CAUSE_WORDS[state.cause]}, à ${clockTime(state.at)}`] as const]
      : []),
    ...(reason === null ? [] : [['Motif', reason.sealed ?? 'Effacé'] as const]),
    ...(kept?.late ?? []).map(
      late =>
        [
          'Choix reçu trop tard',
          `${names.post(late.post)}, à ${clockTime(late.receivedAt)} (${lineText(late, view)}). Vous pouvez rappeler la personne.`,
        ] as const,
    ),
  ];
  return (
    <>
      <Facts rows={facts} />
      {state.kind === 'absent' && state.cause !== 'byModerator' ? <Seen view={view} seen={absence} /> : null}
    </>
  );
}

/** The evidence that every automatic absence keeps (domain §3). */
function Seen({ view, seen }: { readonly view: RoomView; readonly seen: LastingOfPerson['absence'] }): VNode {
  const evidence = seen?.evidence?.sealed ?? null;
  return (
    <section class="stack" aria-label="Ce que le serveur a vu">
      <h3>Ce que le serveur a vu</h3>
      {evidence === null || seen === null ? (
        <p>
          La preuve est effacée&nbsp;:{' '}
          <a href={journalHref(view.state.amphitheatre, view.session)}>lire le journal</a>.
        </p>
      ) : (
        <Facts rows={[...evidenceRows(evidence), ['Au journal', lineText(seen, view)]]} />
      )}
    </section>
  );
}
