/** Seats of a line as little chairs, up to six; beyond, the numbers alone. "1 / 3 pourvus" is always written beside. */
import type { VNode } from 'preact';
import './pips.css';

const MOST = 6;

interface PipsProps {
  readonly filled: number;
  readonly offered: number;
  /** Writes "pourvus" after the numbers, where there is the width for it. */
  readonly word?: boolean;
  readonly tone?: 'plain' | 'filled';
}

export function Pips({ filled, offered, word, tone = 'plain' }: PipsProps): VNode {
  const seats = offered <= MOST ? Array.from({ length: offered }, (_, seat) => seat < filled) : [];
  return (
    <span class={`pips pips-${tone} digits`}>
      <span class="pips-row" aria-hidden="true">
        {seats.map((taken, seat) => (
          <span key={seat} class={taken ? 'pip pip-taken' : 'pip'} />
        ))}
      </span>
      <span>
        {filled} / {offered}
        <span class={word === true ? 'pips-word' : 'hidden-text'}> {offered < 2 ? 'pourvu' : 'pourvus'}</span>
      </span>
    </span>
  );
}
