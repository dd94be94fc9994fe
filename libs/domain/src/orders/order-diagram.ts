import { moveOf, ORDER_MOVES, type OrderMove } from './order-moves.js';
import { ORDER_STATES } from './order-states.js';

/** The states of an order and the moves between them, as a Mermaid diagram. Moves with the same two ends share a line. */
export function orderDiagram(): string {
  const lines = new Map<string, string[]>();
  const add = (from: string, to: string, move: string) => {
    const ends = `${from} --> ${to}`;
    lines.set(ends, [...(lines.get(ends) ?? []), move]);
  };
  for (const name of Object.keys(ORDER_MOVES) as OrderMove[]) {
    const { from, to } = moveOf(name);
    if (to === 'back') for (const asked of askedIn()) add('needsInformation', asked, name);
    else for (const state of from) add(state, to === 'same' ? state : to, name);
  }
  const ends = ORDER_STATES.filter((state) => ![...lines.keys()].some((line) => line.startsWith(`${state} `)));
  return [
    'stateDiagram-v2',
    '  [*] --> draft',
    ...[...lines].map(([line, moves]) => `  ${line}: ${moves.join(', ')}`),
    ...ends.map((state) => `  ${state} --> [*]`),
  ].join('\n');
}

/** The moves of an order as a table: who makes each, and what becomes of the money and the work. */
export function orderMovesTable(): string {
  const rows = (Object.keys(ORDER_MOVES) as OrderMove[]).map((name) => {
    const { from, to, by, money, task } = moveOf(name);
    const target = to === 'back' ? 'where it was asked' : to === 'same' ? 'stays' : to;
    return [name, from.join(', '), target, by.join(' or '), money ?? '', task ?? ''];
  });
  const head = ['move', 'from', 'to', 'by', 'money', 'work'];
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => row[i]!.length)));
  const line = (cells: readonly string[]) => `| ${cells.map((cell, i) => cell.padEnd(widths[i]!)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

/** The states in which a question can be asked. */
function askedIn(): readonly string[] {
  return (Object.keys(ORDER_MOVES) as OrderMove[])
    .map(moveOf)
    .filter(({ to }) => to === 'needsInformation')
    .flatMap(({ from }) => from);
}
