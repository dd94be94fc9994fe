import { Group, Stack, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { query } from '../../app/query';
import { MeasuredPointsDocument } from '../../generated/graphql';
import { Chart, type ChartColours } from '../../ui/chart';
import { ChartFrame } from '../../ui/chart-frame';
import { EmptyState } from '../../ui/empty-state';
import { formatInstant } from '../../ui/format-instant';
import { formatExactPercent } from '../../ui/format-percent';
import { Loaded } from '../../ui/loaded';
import { addDay } from '../../ui/month';
import { SimpleTable } from '../../ui/simple-table';
import { instantOfWall, wallOf } from '../wall-time';
import type { LeftOut } from './left-out';
import { measuredOption, type MeasuredPicture } from './measured-option';
import { howMany, lineWords, measuredLabel, measuredValue, type Measured } from './measured-words';
import { OnlyDays } from './only-days';
import type { Result, ResultKey } from './result-keys';

const route = getRouteApi('/shell/commitments/$service/$commitment');

type Props = { resultKey: ResultKey; result: Result; leftOut: LeftOut[] };

/** The series behind the figure over time, measurement by measurement, of the period or of some days of it. */
export function MeasuredPanel({ resultKey, result, leftOut }: Props) {
  const { t } = useTranslation();
  const { since, until } = route.useSearch();
  const navigate = route.useNavigate();
  const { timeZone: zone } = result;
  const first = wallOf(result.from, zone).slice(0, 10);
  const last = wallOf(new Date(Date.parse(result.to) - 1).toISOString(), zone).slice(0, 10);
  const show = (days: { since?: string; until?: string }) =>
    void navigate({ search: (old) => ({ ...old, ...days }), resetScroll: false, replace: true });
  const found = useQuery({
    ...query(MeasuredPointsDocument, { ...resultKey, from: since, to: until }),
    placeholderData: keepPreviousData,
  });
  const day = (name: 'since' | 'until', value: string) => (
    <TextInput
      type="date"
      size="xs"
      label={t(`measured.days.${name === 'since' ? 'from' : 'to'}`)}
      min={first}
      max={last}
      value={value}
      onChange={(event) => show({ [name]: event.currentTarget.value || undefined })}
    />
  );
  return (
    <Stack gap="sm">
      <Group align="flex-end">
        {day('since', since ?? first)}
        {day('until', until ?? last)}
        <OnlyDays />
      </Group>
      <Loaded query={found}>
        {({ commitment }) => {
          const measured = commitment?.result?.points;
          if (!measured || measured.points.length === 0)
            return (
              <EmptyState kind="noData" title={t('measured.none')}>
                {t('measured.noneWords')}
              </EmptyState>
            );
          const from = since && since > first ? instantOfWall(`${since}T00:00`, zone) : result.from;
          const to = until && until < last ? instantOfWall(`${addDay(until)}T00:00`, zone) : result.to;
          return <MeasuredChart measured={measured} result={result} from={from} to={to} leftOut={leftOut} />;
        }}
      </Loaded>
    </Stack>
  );
}

type ChartProps = { measured: Measured; result: Result; from: string; to: string; leftOut: LeftOut[] };

function MeasuredChart({ measured, result: { terms, timeZone: zone }, from, to, leftOut }: ChartProps) {
  const { t } = useTranslation();
  const { indicator, target } = terms;
  const stepped = indicator.__typename === 'AvailabilityIndicator';
  const picture = useMemo<MeasuredPicture>(
    () => ({ measured, from, to, zone, stepped, excluded: leftOut }),
    [measured, from, to, zone, stepped, leftOut],
  );
  const option = useCallback((colours: ChartColours) => measuredOption(picture, colours), [picture]);
  const answers =
    indicator.__typename === 'PercentileIndicator'
      ? t('measured.percentile', { percent: formatExactPercent(target) })
      : t(`measured.${stepped ? 'probes' : measured.above ? 'percent' : 'percentBad'}`);
  const title = t('measured.title', { series: measured.series });
  return (
    <ChartFrame
      title={title}
      answers={`${answers} ${howMany(measured)} ${t('measured.line', { line: lineWords(measured) })}`}
      table={
        <SimpleTable
          label={title}
          head={[t('measured.at', { zone }), t('measured.value')]}
          numeric={[1]}
          rows={measured.points.map(({ at, value }) => [
            formatInstant(at, { zone, style: 'dateTimeSeconds' }),
            measuredValue(value, measured),
          ])}
        />
      }
    >
      <Chart label={measuredLabel(measured)} option={option} />
    </ChartFrame>
  );
}
