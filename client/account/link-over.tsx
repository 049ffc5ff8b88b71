/** A mailed link that opens nothing any more, or not now: what is said, and where to go on. */
import type { ComponentChildren, VNode } from 'preact';
import { MAILED_TOKEN } from '../../machines/mailed-token.ts';
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

interface WholeLinkProps {
  /** What stands behind `#`. */
  readonly token: string;
  readonly children: ComponentChildren;
}

/** What the link opens, or at once that it was cut: the server has nothing to say of half a link. */
export const WholeLink = ({ token, children }: WholeLinkProps): VNode =>
  MAILED_TOKEN.test(token) ? (
    <>{children}</>
  ) : (
    <LinkOver text="Ce lien est incomplet. Reprenez-le en entier dans le message reçu, ou contactez l’ARS." />
  );
