import { useEffect, useRef, type KeyboardEvent, type FocusEvent } from 'react';

const steps: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-10, 0],
  PageDown: [10, 0],
};

/**
 * One tab stop for a grid of links marked `data-cell="row:column"`; arrows move within it, Home and End along the row.
 * Moves by the DOM alone: 2,400 cells must not render again because one of them has focus.
 */
export function useRovingCells(rows: number, columns: number) {
  const root = useRef<HTMLTableSectionElement>(null);

  const cell = (row: number, column: number) =>
    root.current?.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`) ?? null;

  const stop = useRef<HTMLElement>(null);

  const makeStop = (target: HTMLElement) => {
    stop.current?.setAttribute('tabindex', '-1');
    target.setAttribute('tabindex', '0');
    stop.current = target;
  };

  // After sorting or filtering the stop may be gone: the first cell takes it.
  useEffect(() => {
    if (stop.current && root.current?.contains(stop.current)) return;
    const first = root.current?.querySelector<HTMLElement>('[data-cell]');
    if (first) makeStop(first);
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const from = (event.target as HTMLElement).closest<HTMLElement>('[data-cell]')?.dataset['cell'];
    if (!from) return;
    const [row = 0, column = 0] = from.split(':').map(Number);
    const to = destination(event, row, column, rows, columns, cell);
    if (!to) return;
    event.preventDefault();
    to.focus();
  };

  const onFocus = (event: FocusEvent) => {
    const target = (event.target as HTMLElement).closest<HTMLElement>('[data-cell]');
    if (target) makeStop(target);
  };

  return { ref: root, onKeyDown, onFocus };
}

function destination(
  { key, ctrlKey }: KeyboardEvent,
  row: number,
  column: number,
  rows: number,
  columns: number,
  cell: (row: number, column: number) => HTMLElement | null,
): HTMLElement | null {
  if (key === 'Home') return seek(ctrlKey ? 0 : row, 0, 0, 1, rows, columns, cell);
  if (key === 'End') return seek(ctrlKey ? rows - 1 : row, columns - 1, 0, -1, rows, columns, cell);
  const step = steps[key];
  if (!step) return null;
  const [down, right] = step;
  const start = Math.abs(down) > 1 ? Math.min(Math.max(row + down, 0), rows - 1) : row + down;
  return seek(start, column + right, Math.sign(down), right, rows, columns, cell);
}

/** The next cell in a direction that has a figure; empty ones are stepped over. */
function seek(
  row: number,
  column: number,
  down: number,
  right: number,
  rows: number,
  columns: number,
  cell: (row: number, column: number) => HTMLElement | null,
): HTMLElement | null {
  for (let r = row, c = column; r >= 0 && r < rows && c >= 0 && c < columns; r += down, c += right) {
    const found = cell(r, c);
    if (found) return found;
    if (down === 0 && right === 0) return null;
  }
  return null;
}
