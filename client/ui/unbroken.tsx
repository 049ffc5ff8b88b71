/** Text whose numbers with a hyphen, «n° RC7244-7», are never broken at the end of a line: only where one alone is too wide. */
import type { VNode } from 'preact';
import './unbroken.css';

/** What a plain space ends; «n°» and its unbreakable space belong to the number. */
const NUMBER = /([^ ]*\d[^ ]*-[^ ]*|[^ ]*-[^ ]*\d[^ ]*)/u;

export function Unbroken({ text }: { readonly text: string }): VNode {
  const parts = text.split(NUMBER); // the odd ones are numbers
  if (parts.length === 1) return <>{text}</>;
  return (
    <>
      {parts.map((part, at) =>
        at % 2 === 0 ? (
          part
        ) : (
          <span key={at} class="unbroken">
            {part}
          </span>
        ),
      )}
    </>
  );
}
