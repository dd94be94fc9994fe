import { createHash } from 'node:crypto';
import type { Judged } from './judge-period.js';
import type { JudgedColumns } from './result-row.js';

/** Of everything that a judgement says and rests on, but for when it was made; as PostgreSQL reads bytes. */
export function digestOf({ judgement, tickets, exclusions }: Judged, columns: JudgedColumns): string {
  const { evaluatedAt: _, ...said } = columns;
  const clocks = [...tickets.values()].map(({ pinned: _hours, ...clock }) => clock);
  const everything = JSON.stringify([said, judgement.contributions, clocks, clocks.length > 0 ? exclusions : null]);
  return `\\x${createHash('sha256').update(everything).digest('hex')}`;
}
