/** The left card: whose turn it is and how long, amber or blue, with what can be done about it now. */
import type { ComponentChildren, VNode } from 'preact';
import type { Ms } from '../../machines/ids.ts';
import { Icon } from '../ui/icon/icon.tsx';
import type { IconName } from '../ui/icon/icon.tsx';
import { useNow } from '../ui/use-now.ts';
import { duration } from '../ui/format.ts';
import { sessionName } from '../ui/session-name.ts';
import { STATUS_WORDS } from '../ui/status-words.ts';
import type { RoomView } from './room-view.ts';
import { TurnActs } from './turn-acts.tsx';
import { TurnNotes } from './turn-notes.tsx';
import { turnShown } from './turn-shown.ts';
import type { TurnShown } from './turn-shown.ts';
import './turn-card.css';

export function TurnCard({ view }: { readonly view: RoomView }): VNode {
  const now = useNow(view.clock);
  const person = view.session.called?.person;
  const extraMs = person === undefined ? 0 : (view.people.get(person)?.extraTurnMs ?? 0);
  const shown = turnShown(view.session, view.suspended ?? now, extraMs);
  const { tone, icon, word } = headOf(shown, view, now);
  const clock = view.lost && shown.kind !== 'paused' ? null : clockOf(shown);
  return (
    <section class={`turn turn-${tone}`} aria-labelledby="turn-title">
      <header class="turn-head">
        <p class="turn-word">
          <Icon name={icon} /> {word}
        </p>
        <h2 id="turn-title">{titleOf(shown, view)}</h2>
        <Below shown={shown} view={view} />
      </header>
      <div class="turn-body">
        {clock === null ? null : (
          <>
            <p class="turn-clock">
              <span role="timer" class="turn-seconds digits">
                {clock.seconds}
              </span>{' '}
              <b>{clock.word}</b>
            </p>
            {clock.whole === null ? null : (
              <progress class="turn-bar" max={clock.whole} value={clock.seconds} aria-label={clock.word} />
            )}
          </>
        )}
        <TurnNotes view={view} shown={shown} now={now} />
        <TurnActs view={view} shown={shown} />
      </div>
    </section>
  );
}

interface Head {
  readonly tone: 'amber' | 'blue' | 'plain';
  readonly icon: IconName;
  readonly word: string;
}

function headOf(shown: TurnShown, { session, lasting }: RoomView, now: Ms): Head {
  switch (shown.kind) {
    case 'awaited':
      return { tone: 'amber', icon: 'plugOff', word: 'Hors ligne à l’appel' };
    case 'recovering':
      return { tone: 'amber', icon: 'refresh', word: 'Reprise après un incident de notre côté' };
    case 'choosing':
      return { tone: 'blue', icon: 'hourglass', word: 'Choisit' };
    case 'paused': {
      const since = session.paused === null ? '' : ` depuis ${duration(now - session.paused.at)}`;
      const who = lasting?.pausedBy ?? null;
      return { tone: 'amber', icon: 'pause', word: `En pause${since}${who === null ? '' : `, par ${who}`}` };
    }
    case 'idle':
      return { tone: 'plain', icon: 'check', word: 'File terminée' };
    case 'toStart':
      return { tone: 'plain', icon: 'lockOpen', word: 'Session ouverte' };
    case 'notOpen':
      return { tone: 'plain', icon: 'lock', word: 'Pas encore ouverte' };
    case 'closed':
      return { tone: 'plain', icon: 'lock', word: 'Session close' };
    default:
      return shown satisfies never;
  }
}

/** The person whose turn it is, else what can be said of the whole. */
function titleOf(shown: TurnShown, { names, counts, session }: RoomView): string {
  const person = 'person' in shown ? shown.person : shown.kind === 'paused' ? shown.clock?.person : undefined;
  if (person !== undefined) return `${names.number(person)} · ${names.name(person)}`;
  if (shown.kind === 'closed')
    return counts.size === counts.chosen
      ? `${counts.chosen} choix`
      : `${counts.chosen} choix sur ${counts.size}`;
  if (shown.kind === 'toStart' || shown.kind === 'notOpen') return sessionName(session);
  return 'Plus personne à appeler';
}

function Below({ shown, view }: { readonly shown: TurnShown; readonly view: RoomView }): VNode {
  const { names, people, session } = view;
  const person = 'person' in shown ? shown.person : shown.kind === 'paused' ? shown.clock?.person : undefined;
  const known = person === undefined ? undefined : names.person(person);
  const status = person === undefined ? undefined : people.get(person)?.status;
  return (
    <>
      {known === undefined ? null : (
        <p>
          {names.specialty(known.specialty)}
          {status === undefined ? '' : ` · ${STATUS_WORDS[status]}`}
          {person !== undefined && people.get(person)?.mandate === true ? ' · Procuration' : ''}
        </p>
      )}
      {shown.kind === 'paused' ? <PauseReason paused={session.paused} /> : null}
    </>
  );
}

function PauseReason({ paused }: { readonly paused: RoomView['session']['paused'] }): VNode | null {
  if (paused === null) return null;
  if (paused.automatic === 'absences')
    return (
      <Told>
        Pause automatique : absences en série. Une ligne est peut-être coupée, appelez avant de reprendre.
      </Told>
    );
  if (paused.automatic === 'incident') return <Told>Pause automatique : incident de notre côté.</Told>;
  return <Told>Motif vu de tous : «&nbsp;{paused.reason}&nbsp;»</Told>;
}

const Told = ({ children }: { readonly children: ComponentChildren }): VNode => <p>{children}</p>;

/** The number of the card, and what it counts; `whole`: of a full bar. */
function clockOf(
  shown: TurnShown,
): { readonly seconds: number; readonly whole: number | null; readonly word: string } | null {
  switch (shown.kind) {
    case 'awaited':
      return { ...shown, word: 's avant absence' };
    case 'choosing':
      return { ...shown, word: 's pour choisir' };
    case 'recovering':
      return { ...shown, word: 's gardées pour son retour' };
    case 'paused':
      return shown.clock === null
        ? null
        : { ...shown.clock, word: shown.clock.mode === 'awaited' ? 's gardées avant absence' : 's gardées' };
    case 'idle':
      return shown.seconds === null ? null : untilClosing(shown.seconds);
    case 'toStart':
    case 'notOpen':
    case 'closed':
      return null;
    default:
      return shown satisfies never;
  }
}

/** How long it was at first is not told: no bar. Minutes where there are many seconds. */
const untilClosing = (seconds: number) =>
  seconds > LONG_S
    ? { seconds: Math.ceil(seconds / 60), whole: null, word: 'min avant la clôture' }
    : { seconds, whole: null, word: 's avant la clôture' };
const LONG_S = 120;
