/** How far a session is: its state, and how many have chosen. */
import type { VNode } from 'preact';
import type { SessionStateName } from '../../machines/session/state.ts';
import { SessionTag } from './tag.tsx';

interface SessionProgressProps {
  readonly session: { readonly state: SessionStateName; readonly chosen: number; readonly size: number };
}

export const SessionProgress = ({ session: { state, chosen, size } }: SessionProgressProps): VNode => (
  <span class="row digits">
    <SessionTag state={state} />
    <span>
      <b>
        {chosen} / {size}
      </b>{' '}
      <span class="small">choix faits</span>
    </span>
  </span>
);
