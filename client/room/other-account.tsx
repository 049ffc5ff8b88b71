/** Signed in as intern and as holder at once: in the room of one, what happens in the other's is told, with the way there. */
import { useComputed } from '@preact/signals';
import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { me } from '../http/account.ts';
import { held } from '../live/held.ts';
import { Alert } from '../ui/alert.tsx';
import { LinkButton } from '../ui/button.tsx';
import { announce } from '../ui/live-regions.tsx';
import { fullName, WORKPLACES } from '../ui/navigation.ts';
import { standingOf } from './moment.ts';
import { otherTurn } from './other-turn.ts';
import { useRoom } from './room-context.ts';

export function OtherAccount(): VNode | null {
  const { realm } = useRoom();
  const other = realm === 'intern' ? 'mandatary' : 'intern';
  const identity = me.value?.[other] ?? null;
  const moment = useComputed(() => {
    const [live, who] = [held[other].value, me.value?.[other] ?? null];
    const state = live?.view.value?.state;
    if (live === null || state === undefined || who === null) return null;
    return standingOf(state, who.person, live.you.value, who.session).moment;
  }).value;
  const chosenFor = identity?.forPerson ?? null;
  const said = moment && otherTurn(moment, chosenFor === null ? null : fullName(chosenFor));
  const title = said?.title ?? null;
  useEffect(() => {
    if (title !== null) announce('alert', `${title}.`);
  }, [title]);
  if (said === null) return null;
  return (
    <Alert
      kind={said.now ? 'done' : 'attention'}
      icon={said.now ? 'hourglass' : 'bellRinging'}
      title={said.title}
      acts={<LinkButton href={WORKPLACES[other].href}>Passer à ce compte</LinkButton>}
    />
  );
}
