/**
 * A native modal dialog: the browser keeps the focus inside and gives it back. A sheet from below on a phone.
 * It opens when it is mounted and says by `onClose` that it was closed (Escape too): the parent then leaves it out.
 */
import type { ComponentChildren, VNode } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Unbroken } from './unbroken.tsx';
import './dialog.css';

interface DialogProps {
  readonly title: ComponentChildren;
  /** Above the title, edge to edge: a countdown. */
  readonly band?: ComponentChildren;
  /** `false` while an answer is awaited: Escape then does nothing. */
  readonly closable?: boolean;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

export function Dialog({ title, band, closable = true, onClose, children }: DialogProps): VNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  // Before the frame is painted, and while it is still in the page: in between the focus would be nowhere.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element === null) return undefined;
    const before = document.activeElement;
    element.showModal();
    heading.current?.focus();
    return () => {
      element.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  // A button that had the focus may go while the dialog stays: its answer has come in its place.
  useLayoutEffect(() => {
    if (document.activeElement === document.body && dialog.current?.open === true) heading.current?.focus();
  });
  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby={id}
      onCancel={event => {
        event.preventDefault();
        if (closable) onClose();
      }}
    >
      {band}
      <div class="dialog-body">
        <h2 id={id} ref={heading} tabIndex={-1} class="dialog-title">
          {typeof title === 'string' ? <Unbroken text={title} /> : title}
        </h2>
        {children}
      </div>
    </dialog>
  );
}

/** The buttons at the foot: side by side, one under the other on a phone. */
export const DialogActs = ({ children }: { readonly children: ComponentChildren }): VNode => (
  <div class="dialog-acts">{children}</div>
);
