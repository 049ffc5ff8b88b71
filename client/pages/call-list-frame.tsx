/** A call list as a table, published or live: its head, its long rows, my line and the one that the address leads to. */
import type { VNode } from 'preact';
import { callOrderText } from '../../machines/call-order-text.ts';
import { LongRows } from '../ui/long-rows.tsx';
import { Tag } from '../ui/tag.tsx';
import { orderMeant, rowId, useScrolledTo } from './led-to.ts';
import type { LedTo } from './led-to.ts';
import '../ui/list-table.css';
import './call-list-frame.css';

/** What both lists are told of who reads them, and how. */
export interface ListReader {
  /** What was searched for. */
  readonly asked: string;
  /** The call order of who is signed in, of this list. */
  readonly mine: number | null;
  readonly led: LedTo;
}

interface CallListFrameProps<Row> extends ListReader {
  /** After «N°» and «Interne». */
  readonly heads: readonly string[];
  readonly rows: readonly Row[];
  readonly callOrderOf: (row: Row) => number;
  readonly keyOf: (row: Row) => string;
  /** All that the cells show; null: they are drawn each time. */
  readonly stampOf: (row: Row) => string | null;
  readonly classOf: (row: Row) => string;
  readonly nameOf: (row: Row) => string;
  readonly specialtyOf: (row: Row) => string | null;
  /** Under `heads`. */
  readonly cells: (row: Row) => VNode;
}

/** Roles are written out: drawn as blocks (long-rows.css), a table would be none for some screen readers. */
export function CallListFrame<Row>({
  heads,
  rows,
  callOrderOf,
  keyOf,
  stampOf,
  classOf,
  nameOf,
  specialtyOf,
  cells,
  asked,
  mine,
  led,
}: CallListFrameProps<Row>): VNode {
  const meant = orderMeant(led.hash, rows, callOrderOf);
  useScrolledTo(meant, led.time);
  return (
    <table class="list-table long-table call-list" role="table" aria-rowcount={rows.length + 1}>
      <caption class="hidden-text">Liste d’appel</caption>
      <thead role="rowgroup">
        <tr role="row">
          {['N°', 'Interne', ...heads].map(head => (
            <th key={head} scope="col" role="columnheader">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <LongRows
        rows={rows}
        keyOf={keyOf}
        stampOf={row => {
          const [order, stamp] = [callOrderOf(row), stampOf(row)];
          return stamp === null ? null : `${stamp} ${order === mine} ${order === meant}`;
        }}
        draw={row => {
          const order = callOrderOf(row);
          return (
            <tr
              id={rowId(order)}
              role="row"
              class={order === mine ? `${classOf(row)} call-mine` : classOf(row)}
              {...(order === meant ? { 'aria-current': 'location', tabIndex: -1 } : {})}
            >
              <td class="digits" role="cell">
                {callOrderText(order)}
              </td>
              <th scope="row" role="rowheader">
                <b>{nameOf(row)}</b>
                {order === mine ? (
                  <Tag kind="mine" icon="userFilled">
                    Vous
                  </Tag>
                ) : null}
                <span class="quiet small">{specialtyOf(row)}</span>
              </th>
              {cells(row)}
            </tr>
          );
        }}
        asked={asked}
        ledTo={meant === null ? null : rows.findIndex(row => callOrderOf(row) === meant)}
      />
    </table>
  );
}
