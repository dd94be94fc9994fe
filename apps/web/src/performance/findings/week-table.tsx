import { useTranslation } from 'react-i18next';
import { SimpleTable } from '../../ui/simple-table';
import { useNarrow } from '../../ui/use-narrow';
import { BehindWeek, type Drifting } from './behind-week';
import { daysOfWeek, madeOf, trendValue, type Trend } from './trend-words';

/** The weeks of a drift: what each came to, what the line says of it, what it was made of, and where that is found. */
export function WeekTable({ finding, trend }: { finding: Drifting; trend: Trend }) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const weeks = trend.weeks.map((week) => ({
    days: daysOfWeek(week),
    value: trendValue(week.value, trend),
    line: trendValue(week.line, trend),
    of: madeOf(week, trend),
    behind: <BehindWeek finding={finding} trend={trend} week={week} />,
  }));
  const head = (...names: ('week' | 'value' | 'line' | 'of' | 'behind')[]) =>
    names.map((name) => t(`findings.trend.head.${name}`));
  const label = t('findings.trend.table');
  // On a phone what a week was made of stands beneath its days: row by row the table would be metres long.
  return narrow ? (
    <SimpleTable
      label={label}
      head={head('week', 'value', 'line')}
      numeric={[1, 2]}
      rows={weeks.map(({ days, value, line, of, behind }) => [
        <>
          {days}
          <div className="quiet">{of}</div>
          {behind}
        </>,
        value,
        line,
      ])}
    />
  ) : (
    <SimpleTable
      label={label}
      head={head('week', 'value', 'line', 'of', 'behind')}
      numeric={[1, 2]}
      rows={weeks.map(({ days, value, line, of, behind }) => [days, value, line, of, behind])}
    />
  );
}
