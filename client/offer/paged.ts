/** One page of a list, and where it stands in the whole. Pure. */
export interface Paged<Row> {
  readonly rows: readonly Row[];
  /** From 1; within 1…pages whatever was asked for. */
  readonly page: number;
  readonly pages: number;
  /** Of the first and last row, from 1; 0 where there is none. */
  readonly from: number;
  readonly to: number;
  readonly total: number;
}

export function paged<Row>(rows: readonly Row[], page: number, size: number): Paged<Row> {
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const present = Math.min(Math.max(1, page), pages);
  const start = (present - 1) * size;
  const part = rows.slice(start, start + size);
  return {
    rows: part,
    page: present,
    pages,
    from: part.length === 0 ? 0 : start + 1,
    to: start + part.length,
    total: rows.length,
  };
}
