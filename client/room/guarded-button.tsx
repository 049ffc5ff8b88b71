/** A button that came under a finger already on its way: it ignores activations for its first 500 ms (screens §1.5). */
import type { ComponentProps, VNode } from 'preact';
import { useRef } from 'preact/hooks';
import { Button } from '../ui/button.tsx';

const DEAF_MS = 500;

export function GuardedButton({ onClick, ...rest }: ComponentProps<typeof Button>): VNode {
  const born = useRef(performance.now());
  return (
    <Button
      {...rest}
      onClick={event => {
        if (performance.now() - born.current >= DEAF_MS) onClick?.call(event.currentTarget, event);
      }}
    />
  );
}
