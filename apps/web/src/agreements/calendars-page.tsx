import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { TextLink } from '../app/text-link';
import { useTranslation } from 'react-i18next';
import { query } from '../app/query';
import { useViewer } from '../app/session';
import { CalendarsDocument, type CalendarsQuery } from '../generated/graphql';
import { DataTable } from '../ui/data-table';
import type { Column } from '../ui/data-table-types';
import { EmptyState } from '../ui/empty-state';
import { formatDuration } from '../ui/format-duration';
import { formatDay } from '../ui/format-instant';
import { Loaded } from '../ui/loaded';
import { onDemand } from '../ui/on-demand';
import { PageHeader } from '../ui/page-header';
import { intervalsOf } from './week';
import { weekdays, weeklyMinutes } from './week';
import './words';

const AddCalendarPanel = onDemand(() => import('./add-calendar-panel').then((module) => module.AddCalendarPanel));

const route = getRouteApi('/shell/manage/calendars');
type Row = CalendarsQuery['calendars'][number];

/** In which hours are services promised? */
export function CalendarsPage() {
  const { t } = useTranslation();
  const { add } = route.useSearch();
  const navigate = route.useNavigate();
  const { viewerCanManageCalendars } = useViewer();
  const asked = useQuery(query(CalendarsDocument, {}));
  const columns = useColumns();
  const addButton = viewerCanManageCalendars && !add && (
    <Button leftSection={<IconPlus size={16} />} onClick={() => void navigate({ search: { add: true } })}>
      {t('agreements.calendars.add')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('app.nav.calendars')} subtitle={t('agreements.calendars.subtitle')} actions={addButton} />
      {add && viewerCanManageCalendars ? (
        <AddCalendarPanel onClose={() => void navigate({ search: {} })} />
      ) : (
        <Loaded query={asked}>
          {({ calendars }) =>
            calendars.length === 0 ? (
              <EmptyState kind="nothingYet" action={addButton} />
            ) : (
              <DataTable label={t('app.nav.calendars')} columns={columns} rows={calendars} rowId={({ id }) => id} />
            )
          }
        </Loaded>
      )}
    </>
  );
}

function useColumns() {
  const { t } = useTranslation();
  return useMemo(
    (): Column<Row>[] => [
      {
        id: 'name',
        header: t('people.name'),
        primary: true,
        sortValue: ({ name }) => name,
        cell: ({ slug, name }) => (
          <TextLink to="/manage/calendars/$slug" params={{ slug }} fw={550}>
            {name}
          </TextLink>
        ),
      },
      {
        id: 'zone',
        header: t('people.setUp.timeZone'),
        sortValue: ({ timeZone }) => timeZone,
        cell: ({ timeZone }) => timeZone,
      },
      {
        id: 'hours',
        header: t('agreements.calendars.week'),
        align: 'end',
        sortValue: ({ current }) => minutes(current),
        cell: ({ current }) =>
          current.alwaysOpen
            ? t('agreements.calendars.always')
            : formatDuration(minutes(current) * 60_000, { days: false }),
      },
      {
        id: 'holidays',
        header: t('agreements.holidays.title'),
        align: 'end',
        cell: ({ current }) => current.holidays.length,
      },
      {
        id: 'version',
        header: t('people.standing.IN_FORCE'),
        cell: ({ current }) => (
          <span className="one-line">
            {t('agreements.versionSince', { number: current.number, from: formatDay(current.effectiveFrom) })}
          </span>
        ),
      },
    ],
    [t],
  );
}

const minutes = (version: Row['current']) => weeklyMinutes(weekdays.map((day) => intervalsOf(version, day)));
