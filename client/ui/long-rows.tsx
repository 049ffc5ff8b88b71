/**
 * The rows of a long table, in blocks: the first one at once, the others one a frame, and each left alone until a row in
 * it changes. All of them end in the page: the browser's own search, a screen reader's count and paper have the whole list.
 */
import type { VNode } from 'preact';
import { blocksOf, inDrawingOrder } from './blocks.ts';
import { Still } from './still.tsx';
import { useGrowing } from './use-growing.ts';
import { usePrinting } from './use-printing.ts';
import './long-rows.css';

interface LongRowsProps<Row> {
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** All that is seen of a row; null: it is drawn each time. */
  readonly stampOf: (row: Row) => string | null;
  readonly draw: (row: Row) => VNode;
  /** What was searched for: another search is drawn from its beginning. */
  readonly asked: string;
  /** The place of a row to be drawn with the first ones: a link leads to it. */
  readonly ledTo: number | null;
}

export function LongRows<Row>({ rows, keyOf, stampOf, draw, asked, ledTo }: LongRowsProps<Row>): VNode {
  const blocks = blocksOf(rows);
  const grown = useGrowing(blocks.length, asked, 1);
  const drawn = new Set(inDrawingOrder(blocks.length, ledTo).slice(0, usePrinting() ? undefined : grown));
  return (
    <>
      {blocks.map((block, at) => {
        if (!drawn.has(at)) return <tbody key={at} role="rowgroup" class="long-rows long-rows-to-come" />;
        const stamps = block.map(stampOf);
        return (
          <Still key={at} stamp={stamps.includes(null) ? null : stamps.join('\n')}>
            <tbody role="rowgroup" class="long-rows" style={{ '--rows': block.length }}>
              {block.map((row, place) => (
                <Still key={keyOf(row)} stamp={stamps[place] ?? null}>
                  {draw(row)}
                </Still>
              ))}
            </tbody>
          </Still>
        );
      })}
    </>
  );
}
