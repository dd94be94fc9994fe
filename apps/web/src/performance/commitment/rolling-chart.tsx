import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Burndown, type BurndownData } from '../../ui/burndown';
import { addDay } from '../../ui/month';
import { instantOfWall } from '../wall-time';
import type { Result } from './result-keys';
import type { Pictures } from './use-pictures';

type Props = {
  actions: ReactNode;
  result: Result;
  rolling: Pictures['rolling'];
  marks: Pick<BurndownData, 'exclusions' | 'incidents' | 'notes'>;
};

/** The error budget of the last 30 days, at the end of each day of the period. */
export function RollingChart({ result: { from, to, timeZone: zone }, rolling, marks, actions }: Props) {
  const { t } = useTranslation();
  const data = useMemo<BurndownData>(
    () => ({
      from,
      to,
      zone,
      points: rolling.flatMap(({ date, leftPercent }) =>
        leftPercent == null ? [] : [{ at: instantOfWall(`${addDay(date)}T00:00`, zone), leftPercent }],
      ),
      withoutEvenBurn: true,
      ...marks,
    }),
    [from, to, zone, rolling, marks],
  );
  return (
    <Burndown
      data={data}
      title={t('performance.window.title')}
      answers={t('performance.window.answers')}
      actions={actions}
    />
  );
}
