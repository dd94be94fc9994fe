import { Select, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { query } from '../../app/query';
import { useAct } from '../../app/use-act';
import { ClosePeriodDocument, PeriodToCloseDocument } from '../../generated/graphql';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { formatPeriod } from '../../ui/format-instant';
import { Loaded } from '../../ui/loaded';
import { monthsOf } from '../../ui/month';
import { ExclusionsToDecide } from './exclusions-to-decide';
import { UsualClosing } from './usual-closing';
import { WhatCloses } from './what-closes';
import { closing } from './closing';

type Props = { months: string[]; first: string | undefined; onClose: () => void };

/** Freezes a period: says what becomes final, and why the rest does not. */
export function CloseMonthDialog({ months, first, onClose }: Props) {
  const { t } = useTranslation();
  const newestFirst = [...months].reverse();
  const quarters = newestFirst
    .filter((month) => Number(month.slice(5)) % 3 === 0)
    .map((month) => `${month.slice(0, 4)}-Q${Number(month.slice(5)) / 3}`);
  const [period, setPeriod] = useState(first ?? newestFirst[1] ?? newestFirst[0] ?? '');
  const found = useQuery({
    ...query(PeriodToCloseDocument, { until: monthsOf(period).at(-1) ?? period }),
    placeholderData: undefined,
  });
  const plan = closing(found.data?.commitments.edges.map(({ node }) => node) ?? [], period);
  const act = useAct(ClosePeriodDocument, { done: t('performance.close.done', { period: formatPeriod(period) }) });
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('performance.close.title')}
      confirm={t('performance.close.confirm', { count: plan.closes.length })}
      blocked={plan.closes.length === 0}
      onConfirm={() => act.mutateAsync({ period, commitmentIds: plan.closes.map(({ id }) => id) })}
    >
      <Stack gap="sm">
        <Select
          label={t('performance.close.period')}
          value={period}
          data={[...newestFirst, ...quarters].map((value) => ({ value, label: formatPeriod(value) }))}
          onChange={(value) => value && setPeriod(value)}
          allowDeselect={false}
        />
        <Loaded query={found}>
          {({ commitments }) => <WhatCloses plan={plan} more={commitments.pageInfo.hasNextPage} />}
        </Loaded>
        <ExclusionsToDecide commitmentIds={plan.closes.map(({ id }) => id)} period={period} />
        <UsualClosing />
      </Stack>
    </ConfirmDialog>
  );
}
