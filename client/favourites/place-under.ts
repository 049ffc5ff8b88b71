/** Where a row that is held among others would come if it were let go. Pure. */

/** A row as it stood when the drag began, in px of the page. */
export interface Span {
  readonly top: number;
  readonly height: number;
}

/**
 * A row is passed once the edge that goes ahead is over its middle: short and long rows then change places alike.
 * @param by how far the held one was moved, downwards, in px.
 * @returns its place among all of them, from 0.
 */
export function placeUnder(rows: readonly Span[], held: number, by: number): number {
  const own = rows[held];
  if (own === undefined) return held;
  const [top, bottom] = [own.top + by, own.top + own.height + by];
  const middle = ({ top: start, height }: Span): number => start + height / 2;
  const above = rows.slice(0, held).filter(row => top < middle(row)).length;
  const below = rows.slice(held + 1).filter(row => bottom > middle(row)).length;
  return held - above + below;
}
