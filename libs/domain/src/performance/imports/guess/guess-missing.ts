/** What people and programs write where they have nothing to write. */
const MARKS = ['?', '-', '–', 'NULL', 'null', 'N/A', 'n/a', 'None', '(empty)'];

/** The marks that stand in a file for a value that is not there. */
export function guessMissing(rows: readonly (readonly string[])[]): string[] {
  const cells = new Set<string>();
  for (const row of rows) for (const cell of row) if (cell.length <= 8) cells.add(cell.trim());
  return MARKS.filter((mark) => cells.has(mark));
}
