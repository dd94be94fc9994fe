import { useCallback, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { burndownOption } from './burndown-option';
import { Chart, type ChartColours } from './chart';
import { ChartFrame } from './chart-frame';
import { formatInstant } from './format-instant';
import { formatPercent } from './format-percent';
import { SimpleTable } from './simple-table';

export type BurndownData = {
  from: string;
  to: string;
  zone: string;
  /** Budget left in percent, oldest first; a step holds until the next. */
  points: { at: string; leftPercent: string }[];
  /** A rolling budget is not spent towards an end. */
  withoutEvenBurn?: boolean;
  /** Where the budget goes if it burns on like this, and when it is spent. */
  projection?: { at: string; leftPercent: string; exhaustedAt?: string | null };
  /** Time that does not count. */
  exclusions?: { from: string; to: string; label: string }[];
  /** What spent it. */
  incidents?: { at: string; label: string }[];
  /** What people wrote, by the numbers of their pins; no end = an instant. */
  notes?: { number: number; from: string; to?: string | null }[];
};

type Props = { data: BurndownData; title?: string; answers?: string; actions?: ReactNode };

/** The error budget of one period: what is left, against an even burn, with what spent it. */
export function Burndown({ data, title, answers, actions }: Props) {
  const { t } = useTranslation();
  const option = useCallback(
    (colours: ChartColours) =>
      burndownOption(data, colours, {
        left: t('ui.burndown.left'),
        even: t('ui.burndown.even'),
        projection: t('ui.burndown.projection'),
      }),
    [data, t],
  );
  const last = data.points.at(-1);
  const label = last
    ? t('ui.burndown.label', {
        left: formatPercent(last.leftPercent, { decimals: 1 }),
        at: formatInstant(last.at, { zone: data.zone }),
      })
    : t('ui.burndown.title');

  return (
    <ChartFrame
      title={title ?? t('ui.burndown.title')}
      answers={answers ?? t('ui.burndown.answers')}
      actions={actions}
      table={
        <SimpleTable
          label={title ?? t('ui.burndown.title')}
          head={[t('ui.burndown.at', { zone: data.zone }), t('ui.burndown.left')]}
          numeric={[1]}
          rows={data.points.map(({ at, leftPercent }) => [
            formatInstant(at, { zone: data.zone }),
            formatPercent(leftPercent, { decimals: 1 }),
          ])}
        />
      }
    >
      <Chart label={label} option={option} />
    </ChartFrame>
  );
}
