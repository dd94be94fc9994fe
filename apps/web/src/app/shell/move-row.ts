/**
 * Moves focus to the next (1) or previous (-1) row of the page's lists, on what opens it. Lists mark their rows with
 * `data-row`; Enter then does what it does on any link.
 */
export function moveRow(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('main [data-row]')];
  const now = rows.findIndex((row) => row.contains(document.activeElement));
  const to = now < 0 ? (step > 0 ? 0 : rows.length - 1) : now + step;
  rows[to]?.querySelector<HTMLElement>('a, button')?.focus();
}

/** Selects the row that holds focus, or no longer, where rows can be selected. */
export function selectRow(): void {
  const row = document.activeElement?.closest('main [data-row]');
  row?.querySelector<HTMLInputElement>('input[type=checkbox]')?.click();
}
