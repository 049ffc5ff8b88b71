/** A state in a word with its icon: one kind per meaning (colours say one thing each). */
import type { ComponentChildren, VNode } from 'preact';
import type { SessionStateName } from '../../machines/session/state.ts';
import { Icon } from './icon/icon.tsx';
import type { IconName } from './icon/icon.tsx';
import './tag.css';

export type TagKind =
  | 'running'
  | 'paused'
  | 'free'
  | 'plain'
  | 'filled'
  | 'reserved'
  | 'open-to-rank'
  | 'choosing'
  | 'mine'
  | 'returned';

interface TagProps {
  readonly kind: TagKind;
  readonly icon: IconName;
  readonly children: ComponentChildren;
}

export function Tag({ kind, icon, children }: TagProps): VNode {
  return (
    <span class={`tag tag-${kind}`}>
      <Icon name={icon} />
      <span>{children}</span>
    </span>
  );
}

const SESSION_TAGS: Readonly<Record<SessionStateName, readonly [TagKind, IconName, string]>> = {
  draft: ['plain', 'circleX', 'Non validée'],
  validated: ['plain', 'circleCheck', 'Validée'],
  open: ['free', 'lockOpen', 'Ouverte'],
  running: ['running', 'play', 'En cours'],
  paused: ['paused', 'pause', 'En pause'],
  closed: ['plain', 'lock', 'Close'],
};

/** The state of a session, everywhere the same word. */
export function SessionTag({ state }: { readonly state: SessionStateName }): VNode {
  const [kind, icon, word] = SESSION_TAGS[state];
  return (
    <Tag kind={kind} icon={icon}>
      {word}
    </Tag>
  );
}
