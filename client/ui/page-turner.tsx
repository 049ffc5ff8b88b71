/** Pages of a long list: where one is, one back, one on, and how many rows at once. */
import type { VNode } from 'preact';
import { useId } from 'preact/hooks';
import { IconButton } from './button.tsx';
import './page-turner.css';

interface PageTurnerProps<Size extends number> {
  readonly page: number;
  readonly pages: number;
  readonly from: number;
  readonly to: number;
  /** «38 services». */
  readonly what: string;
  readonly size: Size;
  readonly sizes: readonly Size[];
  readonly onPage: (page: number) => void;
  readonly onSize: (size: Size) => void;
}

export function PageTurner<Size extends number>({
  page,
  pages,
  from,
  to,
  what,
  size,
  sizes,
  onPage,
  onSize,
}: PageTurnerProps<Size>): VNode {
  const id = useId();
  return (
    <nav class="page-turner" aria-label="Pages">
      <p class="digits">
        {from} à {to} sur {what}
      </p>
      <div class="row">
        <PageSteps page={page} pages={pages} onPage={onPage} />
        <label class="quiet" for={id}>
          Par page
        </label>
        <select
          id={id}
          class="ds-input page-turner-size"
          value={size}
          onChange={event => {
            const chosen = sizes.find(one => String(one) === event.currentTarget.value);
            if (chosen !== undefined) onSize(chosen);
          }}
        >
          {sizes.map(one => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </div>
    </nav>
  );
}

/** Where one is, one back and one on: alone where how many rows there are at once is not asked. */
export const PageSteps = ({
  page,
  pages,
  onPage,
}: Pick<PageTurnerProps<number>, 'page' | 'pages' | 'onPage'>): VNode => (
  <>
    {page > 1 ? (
      <IconButton icon="chevronLeft" label="Page précédente" onClick={() => onPage(page - 1)} />
    ) : null}
    {pages > 1 ? (
      <span class="digits">
        Page {page} sur {pages}
      </span>
    ) : null}
    {page < pages ? (
      <IconButton icon="chevronRight" label="Page suivante" onClick={() => onPage(page + 1)} />
    ) : null}
  </>
);
