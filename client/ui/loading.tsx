/** While something is on its way: quiet at first, a word for those who do not see it; and what stands where nothing is. */
import type { ComponentChildren, VNode } from 'preact';
import { Icon } from './icon/icon.tsx';
import type { IconName } from './icon/icon.tsx';
import './loading.css';

/** Grey lines in the place of what comes. */
export function Loading({ lines = 3 }: { readonly lines?: number }): VNode {
  return (
    <div class="loading" role="status">
      <span class="hidden-text">Chargement…</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} class="loading-line" aria-hidden="true" />
      ))}
    </div>
  );
}

interface EmptyProps {
  readonly icon: IconName;
  readonly title: string;
  readonly children?: ComponentChildren;
}

/** Nothing here, and why, and what to do. */
export function Empty({ icon, title, children }: EmptyProps): VNode {
  return (
    <div class="empty">
      <Icon name={icon} size="large" />
      <p class="empty-title">{title}</p>
      {children}
    </div>
  );
}
