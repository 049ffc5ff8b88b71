/** In the room, for the intern who chooses: a mandate asked for, refused or given back; giving one (M §6.5, «page de session»). */
import type { VNode } from 'preact';
import type { You } from '../../machines/wire/frames.ts';
import { AskedNote, EndedNote, GiveButton } from './mandate-notes.tsx';
import { useMandate } from './use-mandate.ts';
import './mandate.css';

/** Nothing where none was ever asked for: the page «Mon amphithéâtre» has that. */
export function GiveNote({ you }: { readonly you: You }): VNode | null {
  const { value, again } = useMandate(you);
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
