import { Button, Group } from '@mantine/core';
import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { DateField } from '../ui/date-field';
import { RowsField } from '../ui/rows-field';
import { TextField } from '../ui/text-field';
import type { HoursForm } from './calendar-form';
import { HolidaysPicker } from './holidays-picker';
import { parseHours } from './hours-text';
import { weekdays } from './week';
import { WeekPreview } from './week-preview';
import classes from './calendar.module.css';

const presets = {
  office: ['09:00–17:00', ''],
  extended: ['07:00–20:00', '09:00–14:00'],
  always: ['00:00–24:00', '00:00–24:00'],
} as const;

/** The hours of a week, a line a day, with the week drawn as one types; holidays, exceptions, breaks. */
export function HoursFields() {
  const { t } = useTranslation();
  const { setValue } = useFormContext<HoursForm>();
  const weekly = useWatch<HoursForm, 'weekly'>({ name: 'weekly' });
  const fill = ([work, weekend]: readonly [string, string]) =>
    weekdays.forEach((_, place) =>
      setValue(`weekly.${place}.hours`, place < 5 ? work : weekend, { shouldDirty: true, shouldValidate: true }),
    );
  return (
    <>
      <div className={classes.hours}>
        <div>
          <h3>{t('agreements.week.title')}</h3>
          <p className="quiet">{t('agreements.week.hint')}</p>
          <Group gap="xs" mb="sm">
            {(Object.keys(presets) as (keyof typeof presets)[]).map((key) => (
              <Button key={key} size="compact-sm" variant="default" onClick={() => fill(presets[key])}>
                {t(`agreements.week.preset.${key}`)}
              </Button>
            ))}
          </Group>
          <div className={classes.days}>
            {weekdays.map((day, place) => (
              <TextField
                key={day}
                name={`weekly.${place}.hours`}
                label={t(`agreements.weekdayLong.${day}`)}
                placeholder={t('agreements.week.closed')}
              />
            ))}
          </div>
        </div>
        <div>
          <h3>{t('agreements.week.preview')}</h3>
          <WeekPreview hours={weekly.map((row) => parseHours(row.hours) ?? [])} />
        </div>
      </div>
      <TextField
        name="holidays"
        label={t('agreements.holidays.title')}
        description={t('agreements.holidays.hint')}
        placeholder={'2026-12-25\n01-01'}
        rows={4}
      />
      <HolidaysPicker />
      <RowsField
        name="overrides"
        label={t('agreements.overrides.title')}
        description={t('agreements.overrides.hint')}
        add={t('agreements.overrides.add')}
        remove={(place) => t('agreements.overrides.remove', { place })}
        newRow={() => ({ date: null, hours: '' })}
      >
        {(path) => <DateHours path={path} placeholder={t('agreements.week.closed')} />}
      </RowsField>
      <RowsField
        name="breaks"
        label={t('agreements.breaks.title')}
        description={t('agreements.breaks.hint')}
        add={t('agreements.breaks.add')}
        remove={(place) => t('agreements.breaks.remove', { place })}
        newRow={() => ({ date: null, hours: '' })}
      >
        {(path) => <DateHours path={path} placeholder="12:00–14:00" />}
      </RowsField>
    </>
  );
}

function DateHours({ path, placeholder }: { path: string; placeholder: string }) {
  const { t } = useTranslation();
  return (
    <>
      <DateField name={`${path}.date`} label={t('agreements.date')} required />
      <TextField name={`${path}.hours`} label={t('agreements.hours')} placeholder={placeholder} />
    </>
  );
}
