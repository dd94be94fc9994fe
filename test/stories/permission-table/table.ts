import { readFileSync, writeFileSync } from 'node:fs';
import { HOLDERS, type Holder, type Reach } from './personas.js';

const FILE = new URL('./permission-table.md', import.meta.url);

const HEAD = `# Who may do what

Written by \`test/stories/permission-table.spec.ts\`, which runs every query and mutation as every kind of person.
A change here is a change of permission: read it as such.

- **any**: whoever holds the role, for whatever scope
- **own**: whoever holds it for the whole organisation, or for the unit, team, service or provider in question
- **all**: only whoever holds it for the whole organisation
- **scope**: only whoever holds it for the thing in question
- –: nobody by this role

A name with a dot is a field of what the operation answers, or a case of its own.
`;

export type Cells = Readonly<Record<Holder, string>>;

/** What a table says about a role, given with which reaches it was allowed. */
export function cellOf(allowed: ReadonlyMap<Reach, boolean>): string {
  const yes = [...allowed].filter(([, is]) => is).map(([reach]) => reach);
  if (yes.length === 0) return '–';
  if (yes.includes('foreign') && yes.length === allowed.size) return 'any';
  const key = yes.join('+');
  if (key === 'none') return 'yes';
  if (key === 'organisation') return 'all';
  if (key === 'organisation+own') return 'own';
  if (key === 'own') return 'scope';
  return key;
}

/** Whether a cell says that a role of this reach is allowed. */
export function isAllowedBy(cell: string, reach: Reach): boolean {
  if (cell === '–') return false;
  if (cell === 'any' || cell === 'yes') return true;
  if (cell === 'all') return reach === 'organisation';
  if (cell === 'own') return reach === 'organisation' || reach === 'own';
  if (cell === 'scope') return reach === 'own';
  return cell.split('+').includes(reach);
}

/** Rows of the committed table by operation. */
export function readTable(): Map<string, Cells> {
  const rows = readFileSync(FILE, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| operation') && !line.startsWith('| -'))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
  return new Map(
    rows.map(([name, ...cells]) => [name!, Object.fromEntries(HOLDERS.map((h, i) => [h, cells[i]])) as Cells]),
  );
}

/** @param nouns Rows by noun, in the order in which they stand. */
export function writeTable(nouns: ReadonlyMap<string, ReadonlyMap<string, Cells>>): void {
  const sections = [...nouns].map(([noun, rows]) => `## ${noun}\n\n${table(rows)}\n`);
  writeFileSync(FILE, [HEAD, ...sections].join('\n'));
}

function table(rows: ReadonlyMap<string, Cells>): string {
  const lines = [
    ['operation', ...HOLDERS],
    ...[...rows].map(([name, cells]) => [name, ...HOLDERS.map((h) => cells[h])]),
  ];
  const widths = lines[0]!.map((_, column) => Math.max(3, ...lines.map((line) => line[column]!.length)));
  const print = (cells: string[]) => `| ${cells.map((cell, i) => cell.padEnd(widths[i]!)).join(' | ')} |`;
  const [head, ...body] = lines;
  return [print(head!), print(widths.map((width) => '-'.repeat(width))), ...body.map(print)].join('\n');
}
