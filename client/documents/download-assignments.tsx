/** Assignments as they stand, to keep or to print: the public list, or the agency's own with the posts. */
import type { VNode } from 'preact';
import { DownloadLink } from './download-link.tsx';

interface DownloadAssignmentsProps {
  /** Null: the whole semester. */
  readonly amphitheatre: number | null;
  /** For moderators: each download is recorded. */
  readonly withPosts?: boolean;
}

export function DownloadAssignments({ amphitheatre, withPosts = false }: DownloadAssignmentsProps): VNode {
  const path = (format: string): string =>
    `${withPosts ? '/desk' : ''}/documents/assignments/${format}${amphitheatre === null ? '' : `?amphitheatre=${amphitheatre}`}`;
  const what = withPosts ? 'Affectations et postes' : 'Affectations';
  return (
    <div class="row">
      <DownloadLink path={path('pdf')}>{what}, PDF</DownloadLink>
      <DownloadLink path={path('csv')}>{what}, CSV</DownloadLink>
    </div>
  );
}
