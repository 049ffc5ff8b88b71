/** The frame of pages that are read: a heading, sharing and printing, and paragraphs of a comfortable width. */
import type { ComponentChildren, VNode } from 'preact';
import { PublicPage } from '../public-pages/public-page.tsx';
import './text-page.css';

export const TextPage = ({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ComponentChildren;
}): VNode => (
  <PublicPage title={title}>
    <article class="text-page">{children}</article>
  </PublicPage>
);
