import type { PromisedCommitmentFragment } from '../generated/graphql';
import { i18next } from '../i18n/i18n';
import { formatPeriod } from '../ui/format-instant';
import { formatExactPercent, formatFigure, formatPercent } from '../ui/format-percent';
import { heatBin } from '../ui/heat-bin';
import type { HeatCell, HeatPeriod, HeatRow } from '../ui/heat-types';
import { monthsOf } from '../ui/month';
import { promiseShort } from './terms-words';
import './words';

type Commitment = PromisedCommitmentFragment;
type Result = Commitment['results'][number];

/**
 * The newest months that these commitments have results of, oldest first. A quarter that is still open adds no month
 * that has not begun where monthly results say how far time has come.
 */
export function promisePeriods(commitments: readonly Commitment[], most = 12): HeatPeriod[] {
  const ids = commitments.flatMap(({ results }) => results.map(({ period }) => period));
  const newest = ids
    .filter((id) => !id.includes('Q'))
    .sort()
    .at(-1);
  const months = [...new Set(ids.flatMap(monthsOf))].filter((month) => newest === undefined || month <= newest);
  return months
    .sort()
    .slice(-most)
    .map((id) => ({ id, label: formatPeriod(id), longLabel: formatPeriod(id) }));
}

/** A row a commitment: its results by month; `groupOf` names what rows stand together, `named` what a row is called. */
export function promiseRows(
  commitments: readonly Commitment[],
  periods: readonly HeatPeriod[],
  { named, groupOf }: { named: 'commitment' | 'service'; groupOf?: (commitment: Commitment) => string },
): HeatRow[] {
  return commitments.map((commitment) => {
    const { id, service, name, slug, terms, results } = commitment;
    const target = {
      to: '/commitments/$service/$commitment',
      params: { service: service.slug, commitment: slug },
    } as const;
    return {
      id,
      label: named === 'commitment' ? name : `${service.name}: ${name}`,
      hint: promiseShort(terms),
      target,
      group: groupOf?.(commitment),
      cells: Object.fromEntries(
        results.flatMap((result) => {
          const months = monthsOf(result.period).filter((month) => periods.some((period) => period.id === month));
          const cell = cellOf(result, name, months.length, { ...target, search: { period: result.period } });
          return months[0] ? [[months[0], cell]] : [];
        }),
      ),
    };
  });
}

function cellOf(result: Result, name: string, span: number, target: HeatCell['target']): HeatCell {
  const { figure, verdict, period, state } = result;
  return {
    // Without a figure the sign of the verdict alone stands in the cell.
    text: figure === null ? '' : formatFigure(figure),
    bin: figure === null ? null : heatBin(result.budget.leftPercent ?? (verdict === 'MISSED' ? '-1' : '100')),
    verdict,
    open: state === 'OPEN',
    span,
    periodLabel: period.includes('Q') ? formatPeriod(period) : undefined,
    label: i18next.t('agreements.resultLabel', {
      name,
      period: formatPeriod(period),
      figure: figure === null ? i18next.t('ui.noFigure') : formatPercent(figure, { decimals: 4 }),
      target: formatExactPercent(result.target),
      verdict: i18next.t(`ui.verdict.${verdict}`),
    }),
    target,
  };
}
