/** Where a key pressed in a row of the favourites moves it: Alt + ↑ ↓ by one, Alt + Début to the head (screens §5). Pure. */
interface Pressed {
  readonly key: string;
  readonly altKey: boolean;
}

/** @returns the place from 1, null where the key means nothing here. */
export function placeOfKey({ key, altKey }: Pressed, place: number): number | null {
  if (!altKey) return null;
  if (key === 'ArrowUp') return place - 1;
  if (key === 'ArrowDown') return place + 1;
  return key === 'Home' ? 1 : null;
}
