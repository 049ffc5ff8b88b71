/** Speaks the room's changes into the page's two live regions; counts of those ahead at most every five seconds. */
import { effect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { announce } from '../ui/live-regions.tsx';
import { announcementsOf } from './announcements.ts';
import type { Look } from './announcements.ts';
import { lookOf } from './look.ts';
import { useRoom } from './room-context.ts';

const STATUS_EVERY_MS = 5_000;

export function useAnnouncements(): void {
  const room = useRoom();
  useEffect(() => {
    let before: Look | null = null;
    let saidAt = -Infinity;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const status = (text: string): void => {
      clearTimeout(waiting);
      const wait = Math.max(0, saidAt + STATUS_EVERY_MS - performance.now());
      waiting = setTimeout(() => {
        saidAt = performance.now();
        announce('status', text);
      }, wait);
    };
    const end = effect(() => {
      const now = lookOf(room);
      if (now === null) return;
      const said = before === null ? [] : announcementsOf(before, now);
      before = now;
      const alerts = said.flatMap(({ region, text }) => (region === 'alert' ? text : []));
      if (alerts.length > 0) announce('alert', alerts.join(' '));
      for (const { text, kept } of said) if (kept === true) room.feed.note(text);
      const last = said.findLast(({ region }) => region === 'status');
      if (last !== undefined) status(last.text);
    });
    return () => {
      end();
      clearTimeout(waiting);
    };
  }, [room]);
}
