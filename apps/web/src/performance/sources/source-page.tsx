import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { query } from '../../app/query';
import { RequestError } from '../../app/request-error';
import { SourceDocument, type SourceQuery } from '../../generated/graphql';
import { Breadcrumbs } from '../../ui/breadcrumbs';
import { formatDuration } from '../../ui/format-duration';
import { formatNumber } from '../../ui/format-number';
import { Instant } from '../../ui/instant';
import { LoadedPage } from '../../ui/loaded-page';
import { onDemand } from '../../ui/on-demand';
import { PageHeader } from '../../ui/page-header';
import { Panel } from '../../ui/panel';
import { SimpleTable } from '../../ui/simple-table';
import { isAhead } from './pull-form';
import { PullPanel } from './pull-panel';
import { SourceBadge, SourceWords } from './source-state';
import './words';

// Its fields are as large as the rest of the page, and stand at its end.
const ExpectationPanel = onDemand(() => import('./expectation-panel').then((module) => module.ExpectationPanel));

const route = getRouteApi('/shell/sources/$slug');

/** What does a source measure, is it heard, and how is it read? */
export function SourcePage() {
  const { t } = useTranslation();
  const { slug } = route.useParams();
  const found = useQuery(query(SourceDocument, { slug }));
  return (
    <LoadedPage query={found} kind={t('sources.name')}>
      {({ source }) => {
        if (!source) throw new RequestError('NOT_FOUND', 'No such source.');
        return <Source source={source} />;
      }}
    </LoadedPage>
  );
}

type Shown = NonNullable<SourceQuery['source']>;

function Source({ source }: { source: Shown }) {
  const { t } = useTranslation();
  const { name, kind, state, pulls, lastSeenAt } = source;
  const isCalendar = isOfCalendars(source);
  return (
    <>
      <PageHeader
        title={name}
        above={<Breadcrumbs crumbs={[{ label: t('sources.title'), to: '/sources' }]} />}
        badges={<SourceBadge state={state} />}
        subtitle={
          <>
            {isCalendar ? t('sources.kindOfCalendar') : t(`sources.kind.${kind}`)} · {t('sources.lastSeen')}{' '}
            <Instant at={lastSeenAt ?? null} />
          </>
        }
      />
      <Stack gap="md">
        <SourceWords source={source} />
        <Panel
          title={t('sources.pulls')}
          description={t(isCalendar ? 'sources.pullsOfCalendarWords' : 'sources.pullsWords')}
        >
          {pulls.length === 0 ? (
            <Text size="sm">{t('sources.noPulls')}</Text>
          ) : (
            <Stack gap="lg">
              {pulls.map((pull) => (
                <PullPanel key={pull.id} pull={pull} />
              ))}
            </Stack>
          )}
        </Panel>
        {!isCalendar && (
          <Panel title={t('sources.measures')} description={t('sources.measuresWords')}>
            <Series series={source.series} />
          </Panel>
        )}
        <ExpectationPanel source={source} />
      </Stack>
    </>
  );
}

/** Whether it measures nothing, and tells of what is ahead. */
const isOfCalendars = ({ series, pulls }: Shown): boolean =>
  series.length === 0 && pulls.length > 0 && pulls.every(({ asked }) => isAhead(asked.kind));

function Series({ series }: Pick<Shown, 'series'>) {
  const { t } = useTranslation();
  if (series.length === 0) return <Text size="sm">{t('sources.noSeries')}</Text>;
  return (
    <SimpleTable
      label={t('sources.measures')}
      head={[
        t('sources.service'),
        t('sources.seriesName'),
        t('sources.lastSeen'),
        t('sources.rhythm'),
        t('sources.lately'),
      ]}
      numeric={[3, 4]}
      rows={series.map(({ service, name, kind, lastSeenAt, rhythmMs, lately }) => [
        service.name,
        <>
          {name} <span className="quiet">{t(`sources.seriesKind.${kind}`)}</span>
        </>,
        <Instant at={lastSeenAt ?? null} />,
        rhythmMs == null ? <span className="quiet">{t('sources.noRhythm')}</span> : formatDuration(rhythmMs),
        formatNumber(String(lately)),
      ])}
    />
  );
}
