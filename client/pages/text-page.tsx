/** The frame of pages that are read: a heading and paragraphs of a comfortable width. */
import type { ComponentChildren, VNode } from 'preact';
import { Page } from '../ui/page.tsx';
import './text-page.css';

export const TextPage = ({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ComponentChildren;
}): VNode => (
  <Page title={title}>
    <article class="text-page">
      <h1>{title}</h1>
      {children}
    </article>
  </Page>
);
