/** Draws what is in it anew only where `stamp` has changed: three hundred rows stay quick when one of them moves. */
import { Component } from 'preact';
import type { ComponentChildren } from 'preact';

interface StillProps {
  /** All that is seen of it; null: it is drawn each time. */
  readonly stamp: string | null;
  readonly children: ComponentChildren;
}

// Preact itself knows no other way to leave a part alone; its `memo` comes with the whole of preact/compat.
export class Still extends Component<StillProps> {
  override shouldComponentUpdate({ stamp }: StillProps): boolean {
    return stamp === null || stamp !== this.props.stamp;
  }

  override render({ children }: StillProps): ComponentChildren {
    return children;
  }
}
