/** At the foot of another page than the room: it is one's turn, or nearly, or it has passed; with the seconds and the way there. */
import { useComputed } from '@preact/signals';
import type { VNode } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import type { PersonId } from '../../machines/ids.ts';
import type { Identity } from '../http/answers.ts';
import type { Live } from '../live/live.ts';
import { roomModel } from '../room/model.ts';
import type { RoomModel } from '../room/model.ts';
import { followSignals } from '../room/use-signals.ts';
import { secondsWords } from '../room/words.ts';
import { LinkButton } from '../ui/button.tsx';
import { Icon } from '../ui/icon/icon.tsx';
import { announce } from '../ui/live-regions.tsx';
import { fullName, WORKPLACES } from '../ui/navigation.ts';
import { stripOf } from './strip-of.ts';
import './turn-strip.css';

interface TurnStripProps {
  readonly live: Live;
  readonly realm: 'intern' | 'mandatary';
  readonly identity: Identity;
  readonly person: PersonId;
}

const TICK_MS = 200;

export function TurnStrip({ live, realm, identity, person }: TurnStripProps): VNode | null {
  const model = useMemo(() => roomModel(live, realm, identity, person), [live, realm, identity, person]);
  useEffect(() => {
    const timer = setInterval(() => {
      model.now.value = live.now();
    }, TICK_MS);
    return () => clearInterval(timer);
  }, [model, live]);
  useEffect(() => followSignals({ ...model, rehearsal: null }), [model]);
  const shown = useComputed(() => {
    const { value } = model.standing;
    return value === null ? null : stripOf(value.moment, live.you.value?.chooser ?? null);
  }).value;
  const name = identity.forPerson === null ? null : fullName(identity.forPerson);
  const title = shown && (name === null ? shown.title : `${shown.title} (${name})`);
  useEffect(() => {
    if (title !== null) announce('alert', `${title}.`);
  }, [title]);
  if (shown === null) return null;
  return (
    <section
      class={`turn-strip turn-strip-${shown.kind} ${shown.kind === 'missed' ? '' : 'on-dark'}`}
      aria-label="Mon tour"
    >
      <Icon name={shown.icon} size="large" />
      <p>
        <b>{title}</b>
        {shown.kind === 'now' ? <Seconds model={model} /> : null}
      </p>
      <LinkButton kind="edge" href={WORKPLACES[realm].href}>
        {shown.way}
      </LinkButton>
    </section>
  );
}

function Seconds({ model }: { readonly model: RoomModel }): VNode {
  const left = model.seconds.value ?? 0;
  return (
    <span class="turn-strip-seconds digits" role="timer" aria-label={`${secondsWords(left)} pour choisir`}>
      <span aria-hidden="true">{left}&nbsp;s</span>
    </span>
  );
}
