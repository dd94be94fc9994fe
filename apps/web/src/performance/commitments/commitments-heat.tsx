import { memo, useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommitmentRowFragment, CommitmentsQuery, CommitmentTotalsQuery } from '../../generated/graphql';
import { HeatTable } from '../../ui/heat-table';
import type { HeatColumn, HeatRow } from '../../ui/heat-types';
import { firstScreen } from './commitments-queries';
import { grouped, heatPeriods, heatRow, type Grouping } from './heat-rows';
import { breachesCell, budgetCell, targetCell } from './row-extras';

type Props = {
  commitments: CommitmentsQuery['commitments'];
  /** Rows that stay below these until theirs have come; ungrouped ones only, which mix with no others. */
  stale?: CommitmentRowFragment[];
  totals: CommitmentTotalsQuery['commitments'];
  group: Grouping | undefined;
};

/** Twelve months of every commitment: where, and since when, a promise is missed. */
export const CommitmentsHeat = memo(function CommitmentsHeat({
  commitments,
  stale = none,
  totals: said,
  group,
}: Props) {
  const { t } = useTranslation();
  const found = useMemo(
    () => [...commitments.edges.map(({ node }) => node), ...(group ? [] : stale)],
    [commitments.edges, stale, group],
  );
  // What stands stays and more comes behind it: typing goes on while 2,400 cells are made. Rows that are known already stand
  // at once, or who comes back would be scrolled to where there is nothing yet.
  const deferred = useDeferredValue(found);
  const shown = commitments.edges.length > firstScreen ? deferred : found;
  // The same months as before leave rows as they are.
  const columnIds = commitments.periods.join();
  const months = useMemo(() => columnIds.split(','), [columnIds]);
  const periods = useMemo(() => heatPeriods(months), [months]);
  const columns = useMemo<HeatColumn[]>(
    () => [
      { id: 'target', header: t('performance.commitments.target'), place: 'before' },
      { id: 'budget', header: t('performance.commitments.budgetLeft'), place: 'before' },
      { id: 'breaches', header: t('performance.commitments.breaches'), place: 'after', align: 'end' },
    ],
    [t],
  );
  const rowOf = useMemo(() => rowsOnce(months, group), [months, group]);
  const rows = useMemo(() => grouped(shown, group).map(rowOf), [shown, group, rowOf]);
  const totals = useMemo(
    () => ({
      label: t('performance.commitments.breachesOfAll', { count: said.totalCount }),
      cells: Object.fromEntries(said.periods.map((month, place) => [month, said.breaches[place] ?? 0])),
      total: said.breaches.reduce((sum, count) => sum + count, 0),
    }),
    [said, t],
  );
  return (
    <HeatTable
      label={t('performance.commitments.table')}
      rowHeader={t('performance.commitments.rowHeader')}
      periods={periods}
      rows={rows}
      columns={columns}
      totals={totals}
    />
  );
});

const none: CommitmentRowFragment[] = [];

/** Makes the row of a commitment once: what stands there already is not painted again when more rows come, or fewer stay. */
function rowsOnce(months: string[], group: Grouping | undefined): (commitment: CommitmentRowFragment) => HeatRow {
  const made = new WeakMap<CommitmentRowFragment, HeatRow>();
  return (commitment) => {
    const known = made.get(commitment);
    if (known) return known;
    const extra = {
      target: targetCell(commitment),
      budget: budgetCell(commitment),
      breaches: breachesCell(commitment),
    };
    const row = { ...heatRow(commitment, months, group), extra };
    made.set(commitment, row);
    return row;
  };
}
