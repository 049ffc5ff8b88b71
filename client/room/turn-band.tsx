/** My turn: the band in place of both strips and the top bar; green, amber at 30 s, red at 10 s, frozen in a pause. */
import type { VNode } from 'preact';
import { clockTime } from '../../machines/french-time.ts';
import { refusalText } from '../../machines/refusal-text.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon/icon.tsx';
import type { IconName } from '../ui/icon/icon.tsx';
import { fullName } from '../ui/navigation.ts';
import { RehearsalStrip } from '../ui/rehearsal-strip.tsx';
import { sessionName } from '../ui/session-name.ts';
import { shareOf, stageOf } from './countdown.ts';
import type { Stage } from './countdown.ts';
import { refusalNames } from './model.ts';
import { isInDoubt, isRecorded } from './outcome-text.ts';
import { useRoom } from './room-context.ts';
import type { Room } from './room-context.ts';
import { notBegun } from './to-be-confirmed.tsx';
import { useResumed } from './use-resumed.ts';
import { secondsWords } from './words.ts';
import { STATUS_WORDS } from '../ui/status-words.ts';
import './turn-band.css';

interface TurnBandProps {
  /** Opens the posts; null where they are what is shown. */
  readonly onPosts: (() => void) | null;
}

export function TurnBand({ onPosts }: TurnBandProps): VNode | null {
  const room = useRoom();
  const { standing, seconds, still, live, identity } = room;
  const barred = notBegun(room);
  const session = standing.value?.session ?? null;
  const left = seconds.value ?? 0;
  const resumed = useResumed(session?.state === 'paused');
  if (session === null) return null;
  const called = session.called;
  const stage = stageOf(left, still.value || called?.mode === 'recovering');
  const end = called?.endsAt ?? null;
  return (
    <header class={`turn-band turn-band-${stage} ${stage === 'soon' || stage === 'still' ? '' : 'on-dark'}`}>
      <div class="turn-band-inner">
        <div class="turn-band-head">
          <div>
            <h1>
              C’est à vous<span class="turn-band-wide"> de choisir</span>
            </h1>
            {identity.forPerson === null ? null : (
              <p>
                Vous choisissez pour <b>{fullName(identity.forPerson)}</b>.
              </p>
            )}
            <p>
              {barred !== null
                ? refusalText(barred)
                : resumed && (stage === 'go' || stage === 'soon')
                  ? `Reprise, il vous reste ${left}\u00a0s.`
                  : wordsOf(stage, left, room)}
            </p>
          </div>
          <p class="turn-band-seconds digits" role="timer" aria-label={`${secondsWords(left)} pour choisir`}>
            <span aria-hidden="true">
              {left}
              <small> s</small>
            </span>
          </p>
        </div>
        {onPosts === null ? null : (
          <Button kind="edge" icon="armchair" wide onClick={onPosts}>
            Aller aux postes
          </Button>
        )}
        <div class="turn-band-bar" aria-hidden="true">
          <span style={{ inlineSize: `${shareOf(left, session) * 100}%` }} />
        </div>
        <div class="turn-band-foot">
          <LinkWord kind={live.link.value.kind} />
          <span class="turn-band-wide">
            {sessionName(session)} · {live.directory.value?.title}
          </span>
          <span class="digits">
            {end === null || still.value ? 'temps arrêté' : `fin à ${clockTime(end)}`}
          </span>
        </div>
      </div>
      {room.rehearsal === null ? null : <RehearsalStrip />}
    </header>
  );
}

function wordsOf(stage: Stage, seconds: number, { standing, still, live, life }: Room): string {
  // The note with the reason may be scrolled away; the band never is.
  const outcome = life.outcome.value;
  if (
    outcome?.kind === 'refused' &&
    !isInDoubt(outcome) &&
    !isRecorded(outcome) &&
    (stage === 'go' || stage === 'soon')
  )
    return `Choix refusé. ${refusalText(outcome.refusal, refusalNames(live.directory.value))}`;
  switch (stage) {
    case 'still':
      if (live.suspended.value.size > 0 && standing.value?.session?.state !== 'paused')
        return 'Enregistrement impossible pour l’instant\u00a0: votre temps est gardé.';
      return still.value
        ? 'Session en pause : votre temps est gardé.'
        : 'Incident de notre côté : votre temps est gardé, il repart dans un instant.';
    case 'over':
      return 'Temps écoulé.';
    case 'last':
      return 'Dernières secondes.';
    case 'soon':
      return `Plus que ${secondsWords(seconds)}. Choisissez, puis confirmez.`;
    case 'go': {
      const { credit = null, turnMs = 0 } = standing.value?.session ?? {};
      if (credit !== null && live.now() - credit.to < turnMs) return creditText(credit);
      const status = live.you.value?.status ?? 'classic';
      return status === 'classic' ? 'Choisissez, puis confirmez.' : STATUS_WORDS[status];
    }
    default:
      return stage satisfies never;
  }
}

function creditText({ from, to }: { readonly from: number; readonly to: number }): string {
  const seconds = Math.max(1, Math.round((to - from) / 1000));
  return `Incident de ${seconds} s de notre côté : ces ${seconds} s vous sont rendues.`;
}

type LinkKind = Room['live']['link']['value']['kind'];
const LINKS: Readonly<Partial<Record<LinkKind, readonly [IconName, string]>>> = {
  live: ['plug', 'En direct'],
  catchingUp: ['refresh', 'Rattrapage'],
  connecting: ['refresh', 'Connexion…'],
};

function LinkWord({ kind }: { readonly kind: LinkKind }): VNode {
  const [icon, word] = LINKS[kind] ?? ['plugOff', 'Connexion perdue'];
  return (
    <span>
      <Icon name={icon} /> {word}
    </span>
  );
}
