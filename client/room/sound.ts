/**
 * The room's sound: silent until «Tester le son» (browsers unlock audio at a gesture only), can be muted, remembers
 * both on this device. Never the only sign of anything (screens §1.9).
 */
import { signal } from '@preact/signals';
import { keep, kept } from '../ui/storage.ts';
import type { Note } from './signals.ts';

/** `untested`: nothing sounds until a gesture on this page; `on`; `muted` by the person; `none`: this browser has no sound. */
export type SoundState = 'untested' | 'on' | 'muted' | 'none';

const MUTED = 'son-coupe';

const isMuted = (): boolean => kept(MUTED) === 'oui';
const firstState = (): SoundState =>
  typeof AudioContext === 'undefined' ? 'none' : isMuted() ? 'muted' : 'untested';

export const sound = signal<SoundState>(firstState());

let audio: AudioContext | null = null;

/** At a gesture: unlocks the sound of this page and lets it be heard. */
export async function testSound(notes: readonly Note[]): Promise<void> {
  if (sound.peek() === 'none') return;
  audio ??= new AudioContext();
  await audio.resume();
  keep(MUTED, 'non');
  sound.value = 'on';
  play(notes);
}

export function mute(): void {
  keep(MUTED, 'oui');
  sound.value = 'muted';
}

/** Nothing where it is muted or was never unlocked. */
export function play(notes: readonly Note[]): void {
  if (audio === null || sound.peek() !== 'on') return;
  for (const { at, for: length, pitch, loud } of notes) {
    const oscillator = audio.createOscillator();
    const gain = audio.createGain();
    const start = audio.currentTime + at;
    oscillator.frequency.value = pitch;
    gain.gain.setValueAtTime(0, start);
    gain.gain.linearRampToValueAtTime(loud, start + 0.02);
    gain.gain.exponentialRampToValueAtTime(0.001, start + length);
    oscillator.connect(gain).connect(audio.destination);
    oscillator.start(start);
    oscillator.stop(start + length);
  }
}
