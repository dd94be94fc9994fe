import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { query } from '../../app/query';
import { ResultContributionsDocument } from '../../generated/graphql';
import { Burndown, type BurndownData } from '../../ui/burndown';
import { EmptyState } from '../../ui/empty-state';
import { formatInstant } from '../../ui/format-instant';
import type { LeftOut } from './left-out';
import { projectBudget } from './project-budget';
import type { Result, ResultKey } from './result-keys';

type Props = { resultKey: ResultKey; result: Result; mayLookBehind: boolean; leftOut: LeftOut[] };

const pins = 20;

/** The burndown of the period, with what spent it and what did not count. */
export function BudgetChart({ resultKey, result, mayLookBehind, leftOut }: Props) {
  const { t } = useTranslation();
  const worst = useQuery({
    ...query(ResultContributionsDocument, { ...resultKey, first: pins, onlyBad: true }),
    enabled: mayLookBehind,
  });
  const bad = worst.data?.commitment?.result?.contributions.edges;
  const { from, to, timeZone: zone, state, burndown } = result;

  const data = useMemo<BurndownData>(
    () => ({
      from,
      to,
      zone,
      points: burndown,
      projection: state === 'OPEN' ? projectBudget(burndown, from, to) : undefined,
      exclusions: leftOut.map(({ from: start, to: end, label }) => ({ from: start, to: end, label })),
      incidents: bad?.flatMap(({ node }) => {
        const at = node.dueAt ?? node.from;
        return at && at >= from && at < to ? [{ at, label: node.evidence.label }] : [];
      }),
    }),
    [from, to, zone, state, burndown, leftOut, bad],
  );

  if (burndown.length === 0) return <EmptyState kind="noData" />;
  const spentAt = data.projection?.exhaustedAt;
  return (
    <Burndown
      data={data}
      answers={
        spentAt
          ? t('performance.commitment.spentAt', { at: formatInstant(spentAt, { zone, style: 'date' }) })
          : t('ui.burndown.answers')
      }
    />
  );
}
