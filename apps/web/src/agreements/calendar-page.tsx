import { Button, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { found } from '../app/found';
import { query } from '../app/query';
import { useViewer } from '../app/session';
import { todayIn } from '../app/use-today';
import { CalendarPageDocument, type CalendarPageQuery } from '../generated/graphql';
import { Breadcrumbs } from '../ui/breadcrumbs';
import { formatDay } from '../ui/format-instant';
import { LoadedPage } from '../ui/loaded-page';
import { onDemand } from '../ui/on-demand';
import { PageHeader } from '../ui/page-header';
import { Panel } from '../ui/panel';
import { ToneBadge } from '../ui/tone-badge';
import { CalendarHours } from './calendar-hours';
import './words';

const ChangeCalendarForm = onDemand(() => import('./change-calendar-form').then((module) => module.ChangeCalendarForm));
const WaitingHours = onDemand(() => import('./waiting-hours').then((module) => module.WaitingHours));
const SubjectHistory = onDemand(() => import('../people/subject-history').then((module) => module.SubjectHistory));

const route = getRouteApi('/shell/manage/calendars/$slug');
export type CalendarOnPage = NonNullable<CalendarPageQuery['calendar']>;

/** In which hours is something promised by this calendar, since when, and from when otherwise? */
export function CalendarPage() {
  const { t } = useTranslation();
  const { slug } = route.useParams();
  const asked = useQuery(query(CalendarPageDocument, { slug }));
  return (
    <LoadedPage query={asked} kind={t('agreements.calendar')}>
      {({ calendar }) => <Content key={slug} calendar={found(calendar)} />}
    </LoadedPage>
  );
}

function Content({ calendar }: { calendar: CalendarOnPage }) {
  const { t } = useTranslation();
  const { change } = route.useSearch();
  const navigate = route.useNavigate();
  const { viewerCanManageCalendars, viewerCanReadAudit } = useViewer();
  const { name, timeZone, versions, current } = calendar;
  const today = todayIn(timeZone);
  const setChange = (wanted: true | undefined) => void navigate({ search: { change: wanted } });
  return (
    <>
      <PageHeader
        above={
          viewerCanManageCalendars && (
            <Breadcrumbs crumbs={[{ label: t('app.nav.calendars'), to: '/manage/calendars' }]} />
          )
        }
        title={name}
        subtitle={t('agreements.calendars.inZone', { zone: timeZone })}
        actions={
          calendar.viewerCanChange &&
          !change &&
          !calendar.proposedChange && (
            <Button onClick={() => setChange(true)}>{t('agreements.calendars.change')}</Button>
          )
        }
      />
      <Stack gap="md">
        {change && calendar.viewerCanChange && (
          <ChangeCalendarForm key={versions[0]?.id} calendar={calendar} onClose={() => setChange(undefined)} />
        )}
        {calendar.proposedChange && (
          <WaitingHours
            change={calendar.proposedChange}
            before={versions[0]?.holidays ?? []}
            mayRefuse={calendar.viewerCanChange}
          />
        )}
        {versions.map((version) => (
          <Panel
            key={version.id}
            title={t('agreements.version', { number: version.number })}
            description={t('agreements.inForceFrom', { from: formatDay(version.effectiveFrom) })}
            actions={
              version.id === current.id ? (
                <ToneBadge tone="good">{t('people.standing.IN_FORCE')}</ToneBadge>
              ) : (
                version.effectiveFrom > today && <ToneBadge tone="accent">{t('people.standing.COMING')}</ToneBadge>
              )
            }
          >
            <CalendarHours version={version} />
          </Panel>
        ))}
        {viewerCanReadAudit && <SubjectHistory type="calendar" id={calendar.id} />}
      </Stack>
    </>
  );
}
