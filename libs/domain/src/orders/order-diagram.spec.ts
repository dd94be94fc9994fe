import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { orderDiagram, orderMovesTable } from './order-diagram.js';

const file = join(import.meta.dirname, '../../../../docs/orders.md');

/** `UPDATE_DIAGRAM=true` writes both anew. */
function replaced(text: string, name: string, made: string): string {
  const [start, end] = [`<!-- ${name} -->\n`, `\n<!-- end of ${name} -->`];
  const [before, rest] = text.split(start);
  const after = rest!.split(end)[1];
  return `${before}${start}${made}${end}${after}`;
}

it('docs/orders.md shows the states and moves as they are', () => {
  const text = readFileSync(file, 'utf8');
  const diagram = replaced(text, 'diagram', `\n\`\`\`mermaid\n${orderDiagram()}\n\`\`\`\n`);
  const made = replaced(diagram, 'moves', `\n${orderMovesTable()}\n`);
  if (process.env.UPDATE_DIAGRAM === 'true') writeFileSync(file, made);
  else expect(text).toBe(made);
});
