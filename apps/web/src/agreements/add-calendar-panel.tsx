import { zodResolver } from '@hookform/resolvers/zod';
import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { needed, slug } from '../app/field-rules';
import { useSession } from '../app/session';
import { useToday } from '../app/use-today';
import { useAct } from '../app/use-act';
import { AddCalendarDocument } from '../generated/graphql';
import { DateField } from '../ui/date-field';
import { FieldRow } from '../ui/field-row';
import { FormPage } from '../ui/form-page';
import { NameAndSlug } from '../ui/name-and-slug';
import { Panel } from '../ui/panel';
import { SelectField } from '../ui/select-field';
import { fieldId } from '../ui/use-field';
import { useKeptDraft } from '../ui/use-kept-draft';
import { addCalendarShape, hoursFormOf, hoursInputOf, hoursShape } from './calendar-form';
import { HoursFields } from './hours-fields';
import { zoneOptions } from './zone-options';

const schema = z.object({ ...addCalendarShape, slug, timeZone: needed, ...hoursShape });

/** A new calendar, beginning with office hours. */
export function AddCalendarPanel({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { enterprise } = useSession();
  const today = useToday();
  const add = useAct(AddCalendarDocument, { done: t('agreements.calendars.added') });
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: {
      name: '',
      slug: '',
      timeZone: enterprise.timeZone,
      // What is promised can reach back to the year's first month; so must its hours.
      effectiveFrom: `${Number(today.slice(0, 4)) - 1}-01-01`,
      ...hoursFormOf(null),
    },
  });
  const draft = useKeptDraft(form, 'calendar-new');
  useEffect(() => document.getElementById(fieldId('name'))?.focus(), []);
  const submit = async ({ name, slug: address, timeZone, effectiveFrom, ...hours }: z.output<typeof schema>) => {
    const input = { name, slug: address, timeZone, effectiveFrom, hours: hoursInputOf(hours) };
    const { addCalendar } = await add.mutateAsync({ input });
    draft.forget();
    if (addCalendar.calendar) {
      await navigate({ to: '/manage/calendars/$slug', params: { slug: addCalendar.calendar.slug } });
    }
  };
  const cancel = () => {
    draft.forget();
    onClose();
  };
  return (
    <Panel title={t('agreements.calendars.add')}>
      <FormPage
        form={form}
        submit={t('agreements.calendars.add')}
        onSubmit={submit}
        cancel={
          <Button variant="default" onClick={cancel}>
            {t('ui.cancel')}
          </Button>
        }
      >
        <FieldRow>
          <NameAndSlug label={t('people.name')} placeholder={t('agreements.calendars.example')} />
          <SelectField name="timeZone" label={t('people.setUp.timeZone')} options={zoneOptions} required />
          <DateField
            name="effectiveFrom"
            label={t('agreements.effectiveFrom')}
            description={t('agreements.calendars.fromHint')}
            required
          />
        </FieldRow>
        <HoursFields />
      </FormPage>
    </Panel>
  );
}
