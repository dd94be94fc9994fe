import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PromisedCommitmentFragment } from '../generated/graphql';
import { HeatTable } from '../ui/heat-table';
import { promisePeriods, promiseRows } from './promise-rows';
import { Promises } from './promises';
import './words';

type Props = {
  label: string;
  commitments: readonly PromisedCommitmentFragment[];
  /** What a row is called: on a service's page the commitment, on a provider's the service too. */
  named: 'commitment' | 'service';
};

const kinds = ['SLA', 'OLA', 'UC'] as const;

/** What is promised and whether it is kept: twelve months of every commitment, each cell leading to its result. */
export function PromiseTable({ label, commitments, named }: Props) {
  const { t } = useTranslation();
  const [periods, rows] = useMemo(() => {
    const sorted = [...commitments].sort((a, b) => kinds.indexOf(a.agreement.kind) - kinds.indexOf(b.agreement.kind));
    const months = promisePeriods(sorted);
    const several = new Set(sorted.map(({ agreement }) => agreement.kind)).size > 1;
    const groupOf = several
      ? ({ agreement }: PromisedCommitmentFragment) => t(`agreements.kindLong.${agreement.kind}`)
      : undefined;
    return [months, promiseRows(sorted, months, { named, groupOf })];
  }, [commitments, named, t]);
  // Agreed, but nothing measured yet: the promises alone, in words.
  if (periods.length === 0) return <Promises commitments={commitments} />;
  return <HeatTable label={label} rowHeader={t('agreements.commitment')} periods={periods} rows={rows} />;
}
