/** Says each call that needs somebody: a called person who is offline, and how long there is to act. */
import { useEffect, useRef } from 'preact/hooks';
import { announce } from '../ui/live-regions.tsx';
import { secondsLeft } from '../ui/format.ts';
import type { RoomView } from './room-view.ts';

export function Speaker({ view }: { readonly view: RoomView }): null {
  const { session, names, clock } = view;
  const turn = session.called?.mode === 'awaited' ? session.called.turn : null;
  const paused = session.state === 'paused';
  useEffect(() => {
    const { called } = session;
    if (turn === null || called === null || called.endsAt === null) return;
    announce(
      'alert',
      `Appel du ${names.order(called.person)}, hors ligne. Absence dans ${secondsLeft(called.endsAt, clock())} secondes.`,
    );
  }, [turn]);
  const was = useRef(paused);
  useEffect(() => {
    if (paused) announce('alert', `Session en pause.${pauseWords(session.paused)} Le temps est arrêté.`);
    else if (was.current && session.state === 'running') announce('alert', 'La session reprend.');
    was.current = paused;
  }, [paused]);
  return null;
}

function pauseWords(paused: RoomView['session']['paused']): string {
  if (paused?.automatic === 'absences') return ' Absences en série.';
  if (paused?.automatic === 'incident') return ' Incident de notre côté.';
  const reason = paused?.reason ?? '';
  return reason === '' ? '' : ` Motif\u00a0: ${reason}`;
}
