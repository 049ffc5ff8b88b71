/** The room's keyboard shortcuts: each opens a dialog or moves the focus, none acts by itself; they can be switched off. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { JOURNAL_ID } from './journal-card.tsx';
import { mayAct } from './may-act.ts';
import { MESSAGE_ID } from './message-card.tsx';
import type { RoomView } from './room-view.ts';
import { shortcutOf, shortcutsWanted, wantShortcuts } from './shortcuts.ts';
import type { Shortcut } from './shortcuts.ts';

interface Shortcuts {
  readonly on: boolean;
  readonly turn: (on: boolean) => void;
}

/** Asked for at each use: where a browser refuses it, the getter itself throws. */
const SHELF = {
  getItem: (key: string) => localStorage.getItem(key),
  setItem: (key: string, value: string) => localStorage.setItem(key, value),
};

/** @param view null, or a dialog open: nothing to do. */
export function useShortcuts(view: RoomView | null, asking: boolean): Shortcuts {
  const [on, setOn] = useState(() => shortcutsWanted(SHELF));
  const latest = useRef(view);
  latest.current = asking ? null : view;
  useEffect(() => {
    if (!on) return undefined;
    const pressed = (event: KeyboardEvent): void => {
      const shortcut = shortcutOf(event);
      if (shortcut === null || latest.current === null) return;
      event.preventDefault();
      perform(shortcut, latest.current);
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [on]);
  return {
    on,
    turn: wanted => {
      wantShortcuts(SHELF, wanted);
      setOn(wanted);
    },
  };
}

function perform(shortcut: Shortcut, { situation, session, ask }: RoomView): void {
  switch (shortcut) {
    case 'pause':
      if (mayAct('pause', situation) === null) return ask({ kind: 'pause', thenCall: null });
      return mayAct('resume', situation) === null ? ask({ kind: 'resume' }) : undefined;
    case 'phone':
      return session.called === null ? undefined : ask({ kind: 'readPhone', person: session.called.person });
    case 'journal':
      return document.getElementById(JOURNAL_ID)?.focus();
    case 'message':
      return document.querySelector<HTMLElement>(`#${MESSAGE_ID} textarea`)?.focus();
    default:
      return shortcut satisfies never;
  }
}
