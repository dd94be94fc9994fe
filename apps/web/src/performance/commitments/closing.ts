import type { PeriodToCloseQuery } from '../../generated/graphql';

type Commitment = PeriodToCloseQuery['commitments']['edges'][number]['node'];
type Result = Commitment['results'][number];
export type Closing = { id: string; name: string; result: Result };
export type Staying = { id: string; name: string; why: 'runs' | 'frozen' | 'notYours' | 'measured'; result: Result };

/** What closing a period would freeze, and what stays as it is, with the reason. */
export function closing(commitments: Commitment[], period: string): { closes: Closing[]; stays: Staying[] } {
  const closes: Closing[] = [];
  const stays: Staying[] = [];
  for (const { id, name, service, viewerCanClose, results } of commitments) {
    const result = results.find((candidate) => candidate.period === period);
    if (!result) continue;
    const row = { id, name: `${service.name}: ${name}`, result };
    if (result.viewerCanClose) closes.push(row);
    else stays.push({ ...row, why: whyNot(result, viewerCanClose) });
  }
  return { closes, stays };
}

function whyNot({ state, to }: Result, mayCloseOthers: boolean): Staying['why'] {
  if (state === 'FROZEN') return 'frozen';
  if (!mayCloseOthers) return 'notYours';
  return Date.parse(to) > Date.now() ? 'runs' : 'measured';
}
