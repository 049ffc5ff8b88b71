/** Buttons and links that look like one. Never greyed: where an act is not possible there is no button, and the reason. */
import type { ComponentChildren, ComponentProps, VNode } from 'preact';
import { Icon } from './icon/icon.tsx';
import type { IconName } from './icon/icon.tsx';
import './button.css';

/** `plain` = ink, the ordinary act; `go` = green, choose and confirm; `edge` = outlined; `bare` = text alone; `stop` = red. */
export type ButtonKind = 'plain' | 'go' | 'edge' | 'bare' | 'stop';

interface Look {
  readonly kind?: ButtonKind;
  readonly icon?: IconName;
  readonly wide?: boolean;
  readonly children: ComponentChildren;
}

type ButtonProps = Look & Omit<ComponentProps<'button'>, 'icon' | 'children'> & { readonly busy?: boolean };

/** `busy`: pressed, waiting for the answer; further presses are ignored and the word says so. */
export function Button({ kind, icon, wide, busy, children, onClick, ...rest }: ButtonProps): VNode {
  return (
    <button
      type="button"
      {...rest}
      class={classOf(kind, wide)}
      {...(busy === true ? { 'aria-busy': true } : {})}
      onClick={event => {
        if (busy === true) event.preventDefault();
        else onClick?.call(event.currentTarget, event);
      }}
    >
      {icon === undefined ? null : <Icon name={icon} />}
      <span>{children}</span>
    </button>
  );
}

export function LinkButton({ kind, icon, wide, children, href }: Look & { readonly href: string }): VNode {
  return (
    <a class={classOf(kind, wide)} href={href}>
      {icon === undefined ? null : <Icon name={icon} />}
      <span>{children}</span>
    </a>
  );
}

/** A square button with a drawing alone: its name is spoken, and shown by the browser on hover. */
export function IconButton({
  icon,
  label,
  ...rest
}: { readonly icon: IconName; readonly label: string } & Omit<
  ComponentProps<'button'>,
  'icon' | 'label'
>): VNode {
  return (
    <button
      type="button"
      {...rest}
      class="ds-button button button-bare button-icon"
      aria-label={label}
      title={label}
    >
      <Icon name={icon} />
    </button>
  );
}

function classOf(kind: ButtonKind = 'plain', wide = false): string {
  return `ds-button button button-${kind}${wide ? ' button-wide' : ''}`;
}
