/** A link to a document that says when it is being prepared and why it did not come; opened elsewhere it is a plain link. */
import type { ComponentChildren, VNode } from 'preact';
import { Icon } from '../ui/icon/icon.tsx';
import { useDownload } from './use-download.ts';
import './documents.css';

interface DownloadLinkProps {
  /** Under `/api`. */
  readonly path: string;
  readonly kind?: 'plain' | 'edge' | 'go';
  readonly children: ComponentChildren;
}

export function DownloadLink({ path, kind = 'edge', children }: DownloadLinkProps): VNode {
  const { busy, trouble, start } = useDownload();
  return (
    <div class="download">
      <a
        class={`ds-button button button-${kind}`}
        href={`/api${path}`}
        download
        {...(busy ? { 'aria-busy': true } : {})}
        onClick={event => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          event.stopPropagation(); // the router would take the address for a page
          void start(path);
        }}
      >
        <Icon name="download" />
        <span>{busy ? 'Préparation…' : children}</span>
      </a>
      <DownloadTrouble text={trouble} />
    </div>
  );
}

export const DownloadTrouble = ({ text }: { readonly text: string | null }): VNode | null =>
  text === null ? null : (
    <p class="field-fault">
      <Icon name="circleX" /> {text}
    </p>
  );
