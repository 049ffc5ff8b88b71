/** What the turn's card adds in words: last connection, time given back, what comes at the end. */
import type { ComponentChildren, VNode } from 'preact';
import { clockTime, hour } from '../../machines/french-time.ts';
import type { Ms } from '../../machines/ids.ts';
import { duration, plural } from '../ui/format.ts';
import { nextSession } from './room-session.ts';
import type { RoomView } from './room-view.ts';
import type { TurnShown } from './turn-shown.ts';

interface TurnNotesProps {
  readonly view: RoomView;
  readonly shown: TurnShown;
  readonly now: Ms;
}

export const TurnNotes = ({ view, shown, now }: TurnNotesProps): VNode => (
  <>
    <Credit credit={view.session.credit} now={now} />
    <Situation view={view} shown={shown} />
  </>
);

function Situation({ view, shown }: Omit<TurnNotesProps, 'now'>): VNode | null {
  const { session, people, counts } = view;
  switch (shown.kind) {
    case 'awaited': {
      const since = people.get(shown.person)?.since ?? null;
      return (
        <Note>
          {since === null ? 'Jamais en ligne.' : `Dernière connexion : ${hour(since)}.`}
          <br />
          Retour dans ce délai : {Math.round(session.turnMs / 1000)} s entières.
        </Note>
      );
    }
    case 'recovering':
      return <Note>Le temps repart au retour de la personne, ou d’ici 20 s.</Note>;
    case 'idle':
      return shown.closesAt === null ? null : (
        <Note>
          Sans action, la session se ferme d’elle-même à {clockTime(shown.closesAt)}.
          {counts.absent === 0 ? null : (
            <> D’ici là, un retour de {absentees(counts.absent)} reste possible.</>
          )}
        </Note>
      );
    case 'closed':
      return <AfterClosing view={view} />;
    case 'choosing':
    case 'paused':
    case 'toStart':
    case 'notOpen':
      return null;
    default:
      return shown satisfies never;
  }
}

const absentees = (count: number): string => plural(count, 'interne', 'internes');

/** Where those without a post go (domain §3, carried over). */
function AfterClosing({
  view: { counts, rows, session, sessions },
}: {
  readonly view: RoomView;
}): VNode | null {
  const without = counts.size - counts.chosen;
  const next = nextSession(sessions, session);
  if (without === 0) return rows.length === 0 ? null : <Note>Tous les choix sont faits.</Note>;
  const who = plural(without, 'interne sans choix', 'internes sans choix');
  return (
    <Note>
      {next === null
        ? `${who}, à affecter.`
        : `${who}, dans l’appel de la session ${next.number}${next.startsAt === null ? '' : `, à ${hour(next.startsAt)}`}.`}
    </Note>
  );
}

const CREDIT_SHOWN_MS = 60_000;

function Credit({
  credit,
  now,
}: {
  readonly credit: RoomView['session']['credit'];
  readonly now: Ms;
}): VNode | null {
  if (credit === null || now - credit.to > CREDIT_SHOWN_MS) return null;
  const time = duration(credit.to - credit.from);
  return (
    <Note>
      Incident de {time} de notre côté : ces {time} sont rendues.
    </Note>
  );
}

const Note = ({ children }: { readonly children: ComponentChildren }): VNode => (
  <p class="small">{children}</p>
);
