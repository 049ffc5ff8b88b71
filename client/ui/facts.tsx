/** Pairs of a word and its value, in two columns: "ma situation", a post's sheet, a contact. */
import type { ComponentChildren, VNode } from 'preact';
import { Unbroken } from './unbroken.tsx';
import './facts.css';

export type FactRow = readonly [string, ComponentChildren];

interface FactsProps {
  readonly rows: readonly FactRow[];
  /** A sheet of its own: a line between the pairs, and on a phone each value under its word. */
  readonly ruled?: boolean;
}

export const Facts = ({ rows, ruled = false }: FactsProps): VNode => (
  <dl class={ruled ? 'facts facts-ruled' : 'facts'}>
    {rows.map(([word, value]) => (
      <div key={word}>
        <dt>{word}</dt>
        <dd>{typeof value === 'string' ? <Unbroken text={value} /> : value}</dd>
      </div>
    ))}
  </dl>
);
