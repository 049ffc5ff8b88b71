/** A white sheet with a heading: what pages are made of. */
import type { ComponentChildren, VNode } from 'preact';
import { useId } from 'preact/hooks';
import './card.css';

interface CardProps {
  readonly title?: ComponentChildren;
  /** Beside the heading, at the right. */
  readonly aside?: ComponentChildren;
  /** No padding around a list or table that reaches the edges. */
  readonly flush?: boolean;
  /** One of many: found by its heading, without a landmark each. */
  readonly oneOfMany?: boolean;
  readonly children: ComponentChildren;
}

export function Card({ title, aside, flush, oneOfMany, children }: CardProps): VNode {
  const id = useId();
  const named = title === undefined || oneOfMany === true ? {} : { 'aria-labelledby': id };
  return (
    <section class={flush === true ? 'card card-flush' : 'card'} {...named}>
      {title === undefined ? null : (
        <div class="card-head split">
          <h2 id={id}>{title}</h2>
          {aside}
        </div>
      )}
      {children}
    </section>
  );
}
