import type { PeriodToCloseQuery } from '../../generated/graphql';

type Commitment = PeriodToCloseQuery['commitments']['edges'][number]['node'];
type Result = Commitment['results'][number];
export type Closing = { id: string; name: string; result: Result };
export type Staying = { id: string; name: string; why: 'runs' | 'frozen' | 'notYours'; result: Result };

/** What closing a period would freeze, and what stays as it is, with the reason. */
export function closing(commitments: Commitment[], period: string): { closes: Closing[]; stays: Staying[] } {
  const closes: Closing[] = [];
  const stays: Staying[] = [];
  for (const { id, name, service, viewerCanClose, results } of commitments) {
    const result = results.find((candidate) => candidate.period === period);
    if (!result) continue;
    const row = { id, name: `${service.name}: ${name}`, result };
    if (result.viewerCanClose) closes.push(row);
    else stays.push({ ...row, why: result.state === 'FROZEN' ? 'frozen' : viewerCanClose ? 'runs' : 'notYours' });
  }
  return { closes, stays };
}
