import { useTranslation } from 'react-i18next';
import { formatDuration } from '../ui/format-duration';
import { formatHours, type Interval } from './hours-text';
import { openStretches, weekdays, weeklyMinutes } from './week';
import classes from './week-preview.module.css';

/** An ordinary week as seven lines of 24 hours; the hours stand beside each, so that nothing is told by the bars alone. */
export function WeekPreview({ hours }: { hours: readonly (readonly Interval[])[] }) {
  const { t } = useTranslation();
  const days = openStretches(hours);
  return (
    <figure className={classes.figure}>
      <div className={classes.scale} aria-hidden>
        {[0, 6, 12, 18, 24].map((hour) => (
          <span key={hour}>{String(hour).padStart(2, '0')}</span>
        ))}
      </div>
      <ul className={classes.week} aria-label={t('agreements.week.label')}>
        {weekdays.map((day, place) => (
          <li key={day}>
            <span className={classes.day}>{t(`agreements.weekday.${day}`)}</span>
            <span className={classes.line} aria-hidden>
              {(days[place] ?? []).map(({ from, to }) => (
                <i key={from} style={{ insetInlineStart: `${from / 14.4}%`, width: `${(to - from) / 14.4}%` }} />
              ))}
            </span>
            <span className={`${classes.hours} figures`}>
              {formatHours(hours[place] ?? []) || t('agreements.week.closed')}
            </span>
          </li>
        ))}
      </ul>
      <figcaption className="quiet">
        {t('agreements.week.sum', { time: formatDuration(weeklyMinutes(hours) * 60_000, { days: false }) })}
      </figcaption>
    </figure>
  );
}
