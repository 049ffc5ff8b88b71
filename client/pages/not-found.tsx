/** Any address that is none of ours. */
import type { VNode } from 'preact';
import { LinkButton } from '../ui/button.tsx';
import { Empty } from '../ui/loading.tsx';
import { Page } from '../ui/page.tsx';

export const NotFound = (): VNode => (
  <Page title="Page introuvable">
    <h1>Page introuvable</h1>
    <Empty icon="info" title="Cette adresse ne mène à aucune page.">
      <p>Le lien est peut-être ancien ou incomplet.</p>
      <LinkButton href="/">Aller à l’accueil</LinkButton>
    </Empty>
  </Page>
);
