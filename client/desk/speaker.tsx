/** Says what needs somebody: a called person who is offline, one for whom no post is possible, a pause and its reason. */
import { useEffect, useRef } from 'preact/hooks';
import { announce } from '../ui/live-regions.tsx';
import { secondsOf } from '../room/countdown.ts';
import type { RoomView } from './room-view.ts';
import { callText, noPostText, pauseText } from './spoken.ts';

export function Speaker({ view }: { readonly view: RoomView }): null {
  const { session, names, clock, situation, suspended } = view;
  const { called } = session;
  const turn = called?.mode === 'awaited' ? called.turn : null;
  const paused = session.state === 'paused';
  useEffect(() => {
    if (turn === null || called === null || called.endsAt === null) return;
    announce('alert', callText(names.order(called.person), secondsOf(called, suspended ?? clock())));
  }, [turn]);
  const blocked = situation.noPost ? (called?.turn ?? null) : null;
  useEffect(() => {
    if (blocked !== null && called !== null) announce('alert', noPostText(names.order(called.person)));
  }, [blocked]);
  const was = useRef(paused);
  useEffect(() => {
    if (paused) announce('alert', pauseText(session.paused));
    else if (was.current && session.state === 'running') announce('alert', 'La session reprend.');
    was.current = paused;
  }, [paused]);
  return null;
}
