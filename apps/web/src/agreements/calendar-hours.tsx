import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarVersionFragment } from '../generated/graphql';
import { formatDay } from '../ui/format-instant';
import { ToneBadge } from '../ui/tone-badge';
import { intervalsOf } from './week';
import classes from './calendar.module.css';
import { formatHours } from './hours-text';
import { weekdays } from './week';
import { WeekPreview } from './week-preview';

type Props = {
  version: Omit<CalendarVersionFragment, 'id' | 'number'>;
  /** The holidays in whose place these are to come; what differs is marked. */
  before?: readonly string[];
};

/** The hours of one version: the week as a picture, then every day that differs. */
export function CalendarHours({ version, before }: Props) {
  const { t } = useTranslation();
  const { overrides, breaks } = version;
  const holidays = [...new Set([...version.holidays, ...(before ?? [])])].sort();
  return (
    <>
      {version.alwaysOpen && <p>{t('agreements.calendars.alwaysWords')}</p>}
      <WeekPreview hours={weekdays.map((day) => intervalsOf(version, day))} />
      {holidays.length + overrides.length + breaks.length > 0 && (
        <div className={classes.dates}>
          <Dates title={t('agreements.holidays.title')} rows={holidays.map((date) => [date, marked(date)])} />
          <Dates
            title={t('agreements.overrides.title')}
            rows={overrides.map(({ date, hours }) => [
              date,
              `${formatDay(date)}: ${formatHours(hours) || t('agreements.week.closed')}`,
            ])}
          />
          <Dates
            title={t('agreements.breaks.title')}
            rows={breaks.map(({ date, hours }) => [date, `${formatDay(date)}: ${formatHours(hours)}`])}
          />
        </div>
      )}
    </>
  );

  function marked(date: string): ReactNode {
    if (!version.holidays.includes(date))
      return (
        <>
          <del>{holidayWords(date)}</del> <ToneBadge tone="bad">{t('agreements.holidays.gone')}</ToneBadge>
        </>
      );
    if (!before || before.includes(date)) return holidayWords(date);
    return (
      <>
        <ins>{holidayWords(date)}</ins> <ToneBadge tone="accent">{t('agreements.holidays.new')}</ToneBadge>
      </>
    );
  }

  function holidayWords(date: string): string {
    if (!date.startsWith('--')) return formatDay(date);
    // A leap year, so that 29 February has a day.
    const dayAndMonth = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });
    return t('agreements.holidays.each', { day: dayAndMonth.format(new Date(`2000-${date.slice(2)}`)) });
  }
}

function Dates({ title, rows }: { title: string; rows: [string, ReactNode][] }) {
  if (rows.length === 0) return null;
  return (
    <div>
      <h3>{title}</h3>
      <ul className="figures">
        {rows.map(([key, words]) => (
          <li key={key}>{words}</li>
        ))}
      </ul>
    </div>
  );
}
