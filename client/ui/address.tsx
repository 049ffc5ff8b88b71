/** An e-mail address that, where it is too long for its line, breaks at its «@» before it breaks anywhere else. */
import type { VNode } from 'preact';

export function Address({ text }: { readonly text: string }): VNode {
  const at = text.indexOf('@');
  if (at === -1) return <>{text}</>;
  return (
    <>
      {text.slice(0, at)}
      <wbr />
      {text.slice(at)}
    </>
  );
}
