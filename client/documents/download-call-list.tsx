/** The call list of one amphitheatre as it stands, to keep or to print: for whoever sees the list. */
import type { VNode } from 'preact';
import { DownloadLink } from './download-link.tsx';

export const DownloadCallList = ({ amphitheatre }: { readonly amphitheatre: number }): VNode => (
  <div class="row">
    <DownloadLink path={`/documents/call-list/${amphitheatre}/pdf`}>Liste d’appel, PDF</DownloadLink>
    <DownloadLink path={`/documents/call-list/${amphitheatre}/csv`}>Liste d’appel, CSV</DownloadLink>
  </div>
);
