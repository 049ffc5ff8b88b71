/** What the turn's card adds in words: last connection, time given back, what comes at the end. */
import type { ComponentChildren, VNode } from 'preact';
import { clockTime, hour } from '../../machines/french-time.ts';
import type { Ms } from '../../machines/ids.ts';
import { Alert } from '../ui/alert.tsx';
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
    <NoPost view={view} />
    <LongerTurn view={view} />
    <Credit credit={view.session.credit} now={now} />
    <Situation view={view} shown={shown} />
  </>
);

function Situation({ view, shown }: Omit<TurnNotesProps, 'now'>): VNode | null {
  const { session, people, counts } = view;
  switch (shown.kind) {
    case 'awaited': {
      const live = people.get(shown.person);
      const whole = session.turnMs + (live?.extraTurnMs ?? 0);
      return (
        <Note>
          {live === undefined || live.since === null
            ? 'Jamais en ligne.'
            : `Dernière connexion\u00a0: ${hour(live.since)}${live.where === null ? '' : `, serveur ${live.where}`}.`}
          <br />
          Retour dans ce délai : {Math.round(whole / 1000)} s entières.
        </Note>
      );
    }
    case 'recovering':
      return <Note>Le temps repart au retour de la personne, ou d’ici 20 s.</Note>;
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
  view: { counts, lasting, session, sessions },
}: {
  readonly view: RoomView;
}): VNode | null {
  const without = counts.size - counts.chosen;
  const next = nextSession(sessions, session);
  if (without === 0) return lasting === null ? null : <Note>Tous les choix sont faits.</Note>;
  const who = plural(without, 'interne sans choix', 'internes sans choix');
  if (session.rehearsal) return <Note>{who}.</Note>;
  return (
    <Note>
      {next === null
        ? `${who}, à affecter.`
        : `${who}, dans l’appel de la session ${next.number}${next.startsAt === null ? '' : `, à ${hour(next.startsAt)}`}.`}
    </Note>
  );
}

/** Moderators are alerted: the turn is theirs to pass (domain §4). */
const NoPost = ({ view: { situation } }: { readonly view: RoomView }): VNode | null =>
  situation.noPost ? (
    <Alert kind="attention" title="Aucun poste possible pour cette personne">
      <p>Passez le tour : sans absence, la personne va sur la liste à affecter.</p>
    </Alert>
  ) : null;

/** Set before the session began. */
function LongerTurn({ view: { people, session } }: { readonly view: RoomView }): VNode | null {
  const person = session.called?.person;
  const extra = person === undefined ? 0 : (people.get(person)?.extraTurnMs ?? 0);
  if (extra === 0) return null;
  return (
    <Note>
      Tour plus long : {duration(session.turnMs + extra)}, dont {duration(extra)} en plus.
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
      Incident de {time} de notre côté : ces {time} sont rendues.
    </Note>
  );
}

const Note = ({ children }: { readonly children: ComponentChildren }): VNode => (
  <p class="small">{children}</p>
);
