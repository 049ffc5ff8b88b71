/** Tabs by the pattern of ARIA: ← → Début Fin move and open, one tab stop. The panel is the caller's, in `children`. */
import type { ComponentChildren, VNode } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { Icon } from './icon/icon.tsx';
import type { IconName } from './icon/icon.tsx';
import { movedTo } from './keys.ts';
import './tabs.css';

export interface Tab<Key extends string> {
  readonly key: Key;
  readonly label: string;
  readonly icon: IconName;
}

interface TabsProps<Key extends string> {
  /** What the tabs are for, spoken. */
  readonly label: string;
  readonly tabs: readonly Tab<Key>[];
  readonly open: Key;
  readonly onOpen: (key: Key) => void;
  readonly children: ComponentChildren;
}

export function Tabs<Key extends string>({ label, tabs, open, onOpen, children }: TabsProps<Key>): VNode {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent): void => {
    const place = movedTo(
      event.key,
      tabs.findIndex(({ key }) => key === open),
      tabs.length,
    );
    const next = place === null ? undefined : tabs[place];
    if (next === undefined) return;
    event.preventDefault();
    onOpen(next.key);
    list.current?.querySelector<HTMLElement>(`#${CSS.escape(`${id}-${next.key}`)}`)?.focus();
  };
  return (
    <div class="tabs">
      <div class="tabs-list" role="tablist" aria-label={label} ref={list} onKeyDown={move}>
        {tabs.map(({ key, label: word, icon }) => (
          <button
            key={key}
            type="button"
            role="tab"
            id={`${id}-${key}`}
            aria-selected={key === open}
            aria-controls={`${id}-panel`}
            tabIndex={key === open ? 0 : -1}
            onClick={() => onOpen(key)}
          >
            <Icon name={icon} />
            {word}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${open}`}>
        {children}
      </div>
    </div>
  );
}
