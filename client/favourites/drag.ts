/**
 * Dragging a row of the favourites to another place: an extra beside number field, buttons and keys (WCAG 2.5.7). Loaded
 * when a list is arranged; used by use-drag.ts.
 */
import {
  draggable,
  dropTargetForElements,
  monitorForElements,
} from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter';

/** @param handle what the row is held by. @returns what ends it. */
export function dragRow(row: HTMLElement, handle: Element, key: string): () => void {
  const mark = (input: { readonly clientY: number } | null): void => {
    if (input === null) row.removeAttribute('data-drop');
    else row.setAttribute('data-drop', isBelow(row, input) ? 'behind' : 'before');
  };
  const ends = [
    draggable({
      element: row,
      dragHandle: handle,
      getInitialData: () => ({ key }),
      onDragStart: () => row.setAttribute('data-dragged', ''),
      onDrop: () => row.removeAttribute('data-dragged'),
    }),
    dropTargetForElements({
      element: row,
      canDrop: ({ source }) => typeof source.data['key'] === 'string' && source.data['key'] !== key,
      getData: ({ input }) => ({ key, below: isBelow(row, input) }),
      onDrag: ({ location }) => mark(location.current.input),
      onDragLeave: () => mark(null),
      onDrop: () => mark(null),
    }),
  ];
  return () => ends.forEach(end => end());
}

/** @param moved the row that was let go, the one under it, and whether in its lower half. */
export function onRowDropped(moved: (key: string, over: string, below: boolean) => void): () => void {
  return monitorForElements({
    onDrop({ source, location }) {
      const [target] = location.current.dropTargets;
      const [key, over] = [source.data['key'], target?.data['key']];
      if (typeof key === 'string' && typeof over === 'string')
        moved(key, over, target?.data['below'] === true);
    },
  });
}

function isBelow(row: HTMLElement, { clientY }: { readonly clientY: number }): boolean {
  const { top, height } = row.getBoundingClientRect();
  return clientY > top + height / 2;
}
