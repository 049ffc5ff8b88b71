/** A mailed link that opens nothing any more, or not now: what is said, and where to go on. */
import type { ComponentChildren, VNode } from 'preact';
import { Alert } from '../ui/alert.tsx';

interface LinkOverProps {
  /** The server's sentence. */
  readonly text: string;
  readonly acts?: ComponentChildren;
}

export const LinkOver = ({ text, acts }: LinkOverProps): VNode => (
  <Alert kind="refused" title="Ce lien n’ouvre plus rien" acts={acts}>
    <p>{text}</p>
  </Alert>
);
