/** One drawing, as large as the text beside it; silent, since a word always stands beside it (or a label around it). */
import type { VNode } from 'preact';
import { FILLED, OUTLINES } from './paths.ts';
import './icon.css';

export type IconName = keyof typeof OUTLINES | keyof typeof FILLED;

const isOutline = (name: IconName): name is keyof typeof OUTLINES => name in OUTLINES;

export function Icon({ name, size }: { readonly name: IconName; readonly size?: 'large' }): VNode {
  const outline = isOutline(name);
  return (
    <svg
      class={size === 'large' ? 'icon icon-large' : 'icon'}
      viewBox="0 0 24 24"
      aria-hidden="true"
      fill={outline ? 'none' : 'currentColor'}
      stroke={outline ? 'currentColor' : 'none'}
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
    >
      <path d={outline ? OUTLINES[name] : FILLED[name]} />
    </svg>
  );
}
