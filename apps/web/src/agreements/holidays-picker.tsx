import { Button, FileButton, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { HoursForm } from './calendar-form';

/** Writes the holidays of a calendar file into the form, where they are looked at. */
export function HolidaysPicker() {
  const { t } = useTranslation();
  const { getValues, setValue } = useFormContext<HoursForm>();
  const [said, setSaid] = useState('');
  const pick = async (file: File | null) => {
    if (!file) return;
    const { holidaysOfFile, impossibleDateOf, withHolidays } = await import('./holidays-file');
    try {
      const { dates, hasTimes } = holidaysOfFile(await file.text(), new Date().getFullYear());
      const { text, added } = withHolidays(getValues('holidays'), dates);
      setValue('holidays', text, { shouldDirty: true, shouldValidate: true });
      const left = hasTimes ? ` ${t('agreements.holidays.timesLeft')}` : '';
      setSaid(`${t('agreements.holidays.added', { count: added, name: file.name })}${left}`);
    } catch (error) {
      const date = impossibleDateOf(error);
      const { name } = file;
      setSaid(date ? t('agreements.holidays.noDate', { name, date }) : t('agreements.holidays.noCalendar', { name }));
    }
  };
  return (
    <Group gap="xs">
      <FileButton accept=".ics,.ical,text/calendar" onChange={(file) => void pick(file)}>
        {(props) => (
          <Button size="compact-sm" variant="default" {...props}>
            {t('agreements.holidays.fromFile')}
          </Button>
        )}
      </FileButton>
      <Text size="sm" className="quiet" role="status">
        {said}
      </Text>
    </Group>
  );
}
