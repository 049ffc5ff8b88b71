/** The frame of the public pages: heading, what it counts, sharing and printing, the pages beside it, and its head on paper. */
import type { ComponentChildren, VNode } from 'preact';
import { Page } from '../ui/page.tsx';
import { PageActs } from './page-acts.tsx';
import { PrintHead } from './print-head.tsx';
import { BesidePlaces } from './beside-places.tsx';
import './public-page.css';
import './print.css';

interface PublicPageProps {
  readonly title: string;
  /** What it counts, and as of when. */
  readonly sub?: ComponentChildren;
  /** `Strip`: pages that follow a session. */
  readonly strip?: ComponentChildren;
  /** Beside sharing and printing, as downloads. */
  readonly acts?: ComponentChildren;
  /** `PageActs`: pages that show a part of what they print. */
  readonly beforePrint?: (() => Promise<void>) | undefined;
  readonly children: ComponentChildren;
}

export const PublicPage = ({ title, sub, strip, acts, beforePrint, children }: PublicPageProps): VNode => (
  <Page title={title} strip={strip}>
    <PrintHead />
    <BesidePlaces />
    <header class="public-head">
      <div>
        <h1>{title}</h1>
        {sub === undefined ? null : <p class="quiet">{sub}</p>}
      </div>
      <div class="public-acts">
        {acts}
        <PageActs title={title} beforePrint={beforePrint} />
      </div>
    </header>
    {children}
  </Page>
);
