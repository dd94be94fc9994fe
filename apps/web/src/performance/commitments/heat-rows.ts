import { phrase } from '../../i18n/phrase';
import type { CommitmentRowFragment } from '../../generated/graphql';
import { formatPeriod } from '../../ui/format-instant';
import { formatFigure, formatPercent } from '../../ui/format-percent';
import type { HeatCell, HeatPeriod, HeatRow, HeatTarget } from '../../ui/heat-types';
import { amountLeft, promised } from '../amount';
import { groupBy } from '../group-by';
import { resultBin } from '../result-bin';
import { monthsOf } from '../../ui/month';
import { verdictWord } from '../../ui/verdict';

export type Grouping = 'service' | 'provider' | 'owner';
type Result = CommitmentRowFragment['results'][number];

export function heatPeriods(months: string[]): HeatPeriod[] {
  return months.map((id, index) => {
    const month = formatPeriod(id, { style: 'monthOnly' });
    const beginsYear = index === 0 || id.endsWith('-01');
    return { id, label: beginsYear ? `${month} ’${id.slice(2, 4)}` : month, longLabel: formatPeriod(id) };
  });
}

/** A commitment as a row: its results by month, a quarter over the columns of its months. */
export function heatRow(commitment: CommitmentRowFragment, months: string[], grouping?: Grouping): HeatRow {
  const { id, name, slug, service, agreement, results } = commitment;
  const target = {
    to: '/commitments/$service/$commitment',
    params: { service: service.slug, commitment: slug },
  } as const;
  const cells: Record<string, HeatCell> = {};
  for (const result of results) {
    const { period } = result;
    const shown = months.includes(period) ? [period] : monthsOf(period).filter((month) => months.includes(month));
    const [first] = shown;
    if (first === undefined) continue;
    const cell = heatCell(commitment, result, { ...target, search: searchOf(period) });
    const isQuarter = period !== first;
    cells[first] = isQuarter ? { ...cell, span: shown.length, periodLabel: formatPeriod(period) } : cell;
  }
  const kind = phrase(`performance.agreementKind.${agreement.kind}`);
  // The kind in front: where room is short, the end is what gets cut.
  const [label, hint] = grouping === 'service' ? [name, kind] : [service.name, `${kind} · ${name}`];
  return {
    id,
    label,
    hint,
    target,
    group: grouping && groupOf(commitment, grouping),
    cells,
  };
}

const searches = new Map<string, { period: string }>();

/** One of all cells of a period, so that it is written once. */
function searchOf(period: string): { period: string } {
  const search = searches.get(period) ?? { period };
  searches.set(period, search);
  return search;
}

function heatCell({ name, service }: CommitmentRowFragment, result: Result, target: HeatTarget): HeatCell {
  const { verdict, deemed, state, budget, figure } = result;
  const open = state === 'OPEN';
  return {
    text: deemed ? phrase('performance.deemedShort') : figure == null ? '' : formatFigure(figure),
    bin: resultBin(result),
    verdict,
    open,
    target,
    label: [
      `${service.name}: ${name}, ${formatPeriod(result.period)}`,
      figure == null ? phrase('ui.noFigure') : formatPercent(figure, { decimals: 4 }),
      verdictWord(result),
      ...(figure == null || deemed ? [] : [amountLeft(budget)]),
      ...(open ? [phrase('ui.heat.open')] : []),
      ...(result.hasLateData ? [phrase('performance.commitments.lateData')] : []),
    ].join(', '),
  };
}

export function groupOf({ service, agreement }: CommitmentRowFragment, grouping: Grouping): string {
  if (grouping === 'service') return service.name;
  if (grouping === 'owner') return service.owner?.name ?? phrase('performance.commitments.noOwner');
  return (agreement.provider ?? service.provider)?.name ?? phrase('performance.commitments.noProvider');
}

/** Rows of one group together, groups in the order of their first row, so that the worst stays on top. */
export function grouped(commitments: CommitmentRowFragment[], grouping: Grouping | undefined): CommitmentRowFragment[] {
  if (!grouping) return commitments;
  const groups = groupBy(commitments, (commitment) => groupOf(commitment, grouping));
  return [...groups.values()].flat();
}

export function targetOf({ terms }: CommitmentRowFragment): string {
  return promised(terms.target, terms.comparator);
}
