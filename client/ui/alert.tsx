/** A note that says what happened and what to do: refusal, pause, warning, success. Silent: `announce` speaks. */
import type { ComponentChildren, VNode } from 'preact';
import { Icon } from './icon/icon.tsx';
import type { IconName } from './icon/icon.tsx';
import './alert.css';

export type AlertKind = 'refused' | 'attention' | 'done' | 'told' | 'mandate' | 'lost';

const ICONS: Readonly<Record<AlertKind, IconName>> = {
  refused: 'circleX',
  attention: 'alert',
  done: 'circleCheck',
  told: 'info',
  mandate: 'key',
  lost: 'plugOff',
};

interface AlertProps {
  readonly kind: AlertKind;
  readonly title: ComponentChildren;
  readonly icon?: IconName;
  /** Buttons. */
  readonly acts?: ComponentChildren;
  readonly children?: ComponentChildren;
}

export function Alert({ kind, title, icon, acts, children }: AlertProps): VNode {
  return (
    <div class={`alert alert-${kind}${kind === 'lost' ? ' on-dark' : ''}`}>
      <div class="alert-parts">
        <Icon name={icon ?? ICONS[kind]} size="large" />
        <div class="alert-text">
          <p class="alert-title">{title}</p>
          {children === undefined ? null : <div>{children}</div>}
        </div>
        {acts === undefined ? null : <div class="alert-acts row">{acts}</div>}
      </div>
    </div>
  );
}
