import { readFileSync, writeFileSync } from 'node:fs';

const FILE = new URL('./token-table.md', import.meta.url);

const HEAD = `# What access tokens are let in for

Written by \`test/stories/permission-table.spec.ts\`, which runs every query and mutation with a token of every scope.
A change here is a change of permission: read it as such. A token never does more than its person may do.

- –: closed to tokens
`;

/** Scopes by operation, as committed. */
export function readTokenTable(): Record<string, string> {
  const rows = readFileSync(FILE, 'utf8').match(/^\| [a-z]\w+ +\| .+ \|$/gm) ?? [];
  return Object.fromEntries(
    rows.map((row) => row.split('|').map((cell) => cell.trim())).map(([, name, scope]) => [name, scope]),
  );
}

export function writeTokenTable(scopes: Record<string, string>): void {
  const lines = [['OPERATION', 'SCOPE'], ...Object.entries(scopes)];
  const [first, second] = [0, 1].map((column) => Math.max(...lines.map((line) => line[column]!.length)));
  const print = ([a, b]: string[]) => `| ${a!.padEnd(first!)} | ${b!.padEnd(second!)} |`;
  const [head, ...body] = lines;
  const rule = `| ${'-'.repeat(first!)} | ${'-'.repeat(second!)} |`;
  writeFileSync(FILE, [HEAD, print(head!), rule, ...body.map(print), ''].join('\n'));
}
