import { useId, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { BadDays } from './bad-days';
import { formatDay } from './format-instant';
import { formatDuration } from './format-duration';
import classes from './availability-strip.module.css';

export type StripDay = { date: string; downMs: number; openMs: number; hasData: boolean };

const states = ['up', 'down', 'closed', 'none'] as const;

/** A day without service hours lacks no data: nothing was promised on it. */
function stateOf({ downMs, openMs, hasData }: StripDay): (typeof states)[number] {
  if (openMs === 0) return 'closed';
  if (!hasData) return 'none';
  return downMs > 0 ? 'down' : 'up';
}

type Props = { label: string; days: StripDay[]; withList?: boolean };

/**
 * A cell a day, filled from the top by the share of its hours that were down, so that two minutes do not paint a day.
 * One tab stop; arrows move the reading below, and the bad days stand in a list beside it.
 */
export function AvailabilityStrip({ label, days, withList = true }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [active, setActive] = useState<number | null>(null);
  const first = days[0];
  const last = days.at(-1);
  if (!first || !last) return null;

  const say = (day: StripDay) =>
    `${formatDay(day.date)}: ${t(`ui.strip.${stateOf(day)}`, { time: formatDuration(day.downMs) })}`;
  const onKeyDown = (event: KeyboardEvent) => {
    const to = {
      ArrowRight: (active ?? -1) + 1,
      ArrowLeft: (active ?? days.length) - 1,
      Home: 0,
      End: days.length - 1,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    setActive(Math.min(days.length - 1, Math.max(0, to)));
  };

  return (
    <div>
      <div
        className={classes.strip}
        role="listbox"
        aria-label={label}
        tabIndex={0}
        aria-activedescendant={active === null ? undefined : `${id}-${active}`}
        onKeyDown={onKeyDown}
        onFocus={() => setActive((current) => current ?? days.length - 1)}
        onMouseMove={(event) => {
          const index = (event.target as HTMLElement).closest<HTMLElement>('[data-index]')?.dataset['index'];
          if (index !== undefined) setActive(Number(index));
        }}
        onMouseLeave={() => setActive(null)}
      >
        {days.map((day, index) => (
          <div
            key={day.date}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            aria-label={say(day)}
            className={classes.day}
            data-state={stateOf(day)}
            data-index={index}
          >
            {stateOf(day) === 'down' && <span style={{ height: `${share(day) * 100}%` }} />}
          </div>
        ))}
      </div>
      <div className={classes.ends}>
        <span>{formatDay(first.date)}</span>
        <span className={classes.reading}>{active !== null && days[active] ? say(days[active]) : ' '}</span>
        <span>{formatDay(last.date)}</span>
      </div>
      <ul className={classes.legend} aria-label={t('ui.strip.legend')}>
        {states
          .filter((state) => state !== 'closed' || days.some((day) => stateOf(day) === state))
          .map((state) => (
            <li key={state}>
              <span className={classes.swatch} data-state={state} aria-hidden />
              {t(`ui.strip.state.${state}`)}
            </li>
          ))}
      </ul>
      {withList && <BadDays days={days} />}
    </div>
  );
}

/** At least a sliver, so that a bad day can be seen at all. */
function share({ downMs, openMs }: StripDay): number {
  return Math.min(1, Math.max(0.06, downMs / (openMs || downMs)));
}
