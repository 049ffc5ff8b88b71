/** Pairs of a word and its value, in two columns: "ma situation", a post's sheet, a contact. */
import type { ComponentChildren, VNode } from 'preact';
import './facts.css';

export type FactRow = readonly [string, ComponentChildren];

export const Facts = ({ rows }: { readonly rows: readonly FactRow[] }): VNode => (
  <dl class="facts">
    {rows.map(([word, value]) => (
      <div key={word}>
        <dt>{word}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);
