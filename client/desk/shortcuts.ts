/** Alt + Maj + a letter, in the room: which key means what, and whether they are wanted. None records anything (screens §5). Pure. */

export type Shortcut = 'pause' | 'phone' | 'journal' | 'message';

export const SHORTCUTS: readonly (readonly [Shortcut, string, string])[] = [
  ['pause', 'P', 'Mettre en pause, ou reprendre'],
  ['phone', 'T', 'Téléphone de la personne appelée'],
  ['journal', 'J', 'Aller au journal'],
  ['message', 'M', 'Écrire un message'],
];

type Pressed = Pick<KeyboardEvent, 'altKey' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'key' | 'code'>;

/** By the letter printed on the key; where Alt makes another sign of it (macOS), by the key's place. */
export function shortcutOf({ altKey, shiftKey, ctrlKey, metaKey, key, code }: Pressed): Shortcut | null {
  if (!altKey || !shiftKey || ctrlKey || metaKey) return null;
  const letter = /^[a-z]$/iu.test(key) ? key.toUpperCase() : code.replace(/^Key/u, '');
  return SHORTCUTS.find(([, wanted]) => wanted === letter)?.[0] ?? null;
}

const KEPT_AS = 'salle.raccourcis';

type Shelf = Pick<Storage, 'getItem' | 'setItem'>;

/** On until switched off; a browser that keeps nothing has them on. */
export function shortcutsWanted(shelf: Shelf): boolean {
  try {
    return shelf.getItem(KEPT_AS) !== 'non';
  } catch {
    return true;
  }
}

export function wantShortcuts(shelf: Shelf, wanted: boolean): void {
  try {
    shelf.setItem(KEPT_AS, wanted ? 'oui' : 'non');
  } catch {
    // Kept for this page alone.
  }
}
