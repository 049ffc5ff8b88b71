/** Small things kept on this device. Storage may be refused (private windows): then nothing is remembered, and nothing fails. */

export function kept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // this page has it all the same
  }
}
