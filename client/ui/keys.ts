/** Where a key of the keyboard moves within a row of `length` choices: tabs, segments, menus. */
export function movedTo(key: string, place: number, length: number): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return (place + 1) % length;
    case 'ArrowLeft':
    case 'ArrowUp':
      return (place - 1 + length) % length;
    case 'Home':
      return 0;
    case 'End':
      return length - 1;
    default:
      return null;
  }
}
