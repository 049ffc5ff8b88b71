/** In the room, for the intern who chooses: a mandate asked for, refused or given back; giving one (M §6.5, «page de session»). */
import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import type { You } from '../../machines/wire/frames.ts';
import type { GivenMandate } from '../http/answers.ts';
import type { Asked } from '../http/asked.ts';
import { AskedNote, EndedNote, GiveButton } from './mandate-notes.tsx';
import { useMandate } from './use-mandate.ts';
import './mandate.css';

interface GiveNoteProps {
  readonly you: You;
  /** For who offers to give a first one: nothing is noted here where none was ever asked for. */
  readonly onKnown: (asked: Asked<GivenMandate>) => void;
}

export function GiveNote({ you, onKnown }: GiveNoteProps): VNode | null {
  const asked = useMandate(you);
  const { value, again } = asked;
  useEffect(() => onKnown(asked), [value]);
  if (value === null || !value.mayGive) return null;
  const { mandate, last } = value;
  if (mandate !== null)
    return mandate.acceptedAt === null ? <AskedNote mandate={mandate} onDone={again} /> : null;
  if (last === null) return null;
  return (
    <div class="stack">
      <EndedNote last={last} />
      <div>
        <GiveButton another onDone={again} />
      </div>
    </div>
  );
}
