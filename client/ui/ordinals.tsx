/** «Paris 18e» with its small raised letters: «18<sup>e</sup>». */
import type { ComponentChildren, VNode } from 'preact';

const ORDINAL = /\b(\d+)(er|e)\b/u;

export function Ordinals({ text }: { readonly text: string }): VNode {
  const found = ORDINAL.exec(text);
  if (found === null) return <>{text}</>;
  const [whole, figures, letters] = found;
  const parts: ComponentChildren = [
    `${text.slice(0, found.index).replace(/ $/u, '\u00a0')}${figures}`,
    <sup key="letters">{letters}</sup>,
    text.slice(found.index + whole.length),
  ];
  return <>{parts}</>;
}
