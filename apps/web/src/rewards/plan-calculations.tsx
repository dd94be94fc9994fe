import { Button, Stack } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../app/text-link';
import type { CalculationRowFragment } from '../generated/graphql';
import { DataTable } from '../ui/data-table';
import { EmptyState } from '../ui/empty-state';
import { formatPeriod } from '../ui/format-instant';
import { formatPercent } from '../ui/format-percent';
import { Instant } from '../ui/instant';
import { onDemand } from '../ui/on-demand';
import { CalculationBadge } from './calculation-badge';
import { CalculationView } from './calculation-view';
import type { PlanOnPage } from './plan-page';

const CalculateDialog = onDemand(() => import('./calculate-dialog').then((module) => module.CalculateDialog));

const route = getRouteApi('/shell/rewards/$plan');

/** Every period that was calculated, with its adjustments; the one chosen in full. */
export function PlanCalculations({ plan }: { plan: PlanOnPage }) {
  const { t } = useTranslation();
  const search = route.useSearch();
  const [calculating, setCalculating] = useState(false);
  const { calculations, viewerCanCalculate } = plan;
  const chosen = calculations.find(({ id }) => id === search.calculation) ?? calculations[0];
  const button = viewerCanCalculate && (
    <Button size="xs" style={{ alignSelf: 'start' }} onClick={() => setCalculating(true)}>
      {t('rewards.calculate')}
    </Button>
  );
  return (
    <Stack gap="md">
      {chosen ? (
        <>
          {button}
          <DataTable<CalculationRowFragment>
            label={t('rewards.calculationsOf', { name: plan.name })}
            rows={calculations}
            rowId={({ id }) => id}
            serverSorted
            columns={[
              {
                id: 'period',
                header: t('governance.period'),
                primary: true,
                cell: ({ id, period, number }) => (
                  <TextLink
                    to="/rewards/$plan"
                    params={{ plan: plan.slug }}
                    search={{ calculation: id }}
                    resetScroll={false}
                    fw={id === chosen.id ? 700 : 550}
                    aria-current={id === chosen.id || undefined}
                  >
                    {formatPeriod(period)}
                    {number > 1 && ` · ${t('rewards.adjustmentNumber', { number: number - 1 })}`}
                  </TextLink>
                ),
              },
              {
                id: 'state',
                header: t('governance.stateHead'),
                cell: ({ state }) => <CalculationBadge state={state} />,
              },
              {
                id: 'factor',
                header: t('rewards.factor'),
                align: 'end',
                cell: ({ factor }) => formatPercent(factor),
              },
              { id: 'by', header: t('rewards.calculatedBy'), cell: ({ calculatedBy }) => calculatedBy.name },
              {
                id: 'at',
                header: t('rewards.calculatedAt'),
                cell: ({ calculatedAt }) => <Instant at={calculatedAt} style="date" />,
              },
            ]}
          />
          <CalculationView key={chosen.id} id={chosen.id} planId={plan.id} />
        </>
      ) : (
        <EmptyState kind="nothingYet" title={t('rewards.noCalculations')} action={button}>
          {t('rewards.noCalculationsWords')}
        </EmptyState>
      )}
      {calculating && <CalculateDialog plan={plan} onClose={() => setCalculating(false)} />}
    </Stack>
  );
}
