/** A bell's button with its number, and the list that it opens; Échap and a press elsewhere close it. */
import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../ui/icon/icon.tsx';
import './bell.css';

interface BellBoxProps {
  /** What it holds, as «Messages». */
  readonly label: string;
  /** The list itself, as «Tous les messages». */
  readonly list: string;
  readonly count: number;
  /** The number in words, heard where it is not 0. */
  readonly words: string;
  readonly children: ComponentChildren;
}

export const SHOWN_AT_MOST = 99;

export function BellBox({ label, list, count, words, children }: BellBoxProps): VNode {
  const box = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const leave = (event: Event): void => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) close(box.current);
    };
    document.addEventListener('pointerdown', leave);
    return () => document.removeEventListener('pointerdown', leave);
  }, []);
  return (
    <details
      class="bell"
      ref={box}
      onKeyDown={({ key }) => {
        if (key !== 'Escape') return;
        close(box.current);
        box.current?.querySelector('summary')?.focus();
      }}
    >
      <summary>
        <Icon name="bell" />
        <span class="hidden-text">
          {label}
          {count === 0 ? '' : `, ${words}`}
        </span>
        {count === 0 ? null : (
          <span class="bell-count digits" aria-hidden="true">
            {count > SHOWN_AT_MOST ? `${SHOWN_AT_MOST}+` : count}
          </span>
        )}
      </summary>
      {/* Reached by the tab key: a long list is scrolled from the keyboard too. */}
      <div class="bell-list" role="region" aria-label={list} tabIndex={0}>
        {children}
      </div>
    </details>
  );
}

const close = (box: HTMLDetailsElement | null): void => box?.removeAttribute('open');
