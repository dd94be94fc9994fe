import { zodResolver } from '@hookform/resolvers/zod';
import { Button } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { needed } from '../app/field-rules';
import { useAct } from '../app/use-act';
import { todayIn } from '../app/use-today';
import { ChangeCalendarDocument } from '../generated/graphql';
import { notifyDone } from '../ui/notify';
import { DateField } from '../ui/date-field';
import { FieldRow } from '../ui/field-row';
import { FormPage } from '../ui/form-page';
import { Panel } from '../ui/panel';
import { TextField } from '../ui/text-field';
import { useKeptDraft } from '../ui/use-kept-draft';
import { addCalendarShape, hoursFormOf, hoursInputOf, hoursShape } from './calendar-form';
import type { CalendarOnPage } from './calendar-page';
import { HoursFields } from './hours-fields';

const schema = z.object({ ...addCalendarShape, ...hoursShape, reason: needed });

/** New hours from a day on; the ones before stay for what was promised then. */
export function ChangeCalendarForm({ calendar, onClose }: { calendar: CalendarOnPage; onClose: () => void }) {
  const { t } = useTranslation();
  const newest = calendar.versions[0] ?? null;
  const change = useAct(ChangeCalendarDocument, {
    onDone: ({ changeCalendar }) =>
      notifyDone(t(changeCalendar.change ? 'agreements.calendars.waits' : 'agreements.calendars.changed')),
  });
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: {
      name: calendar.name,
      effectiveFrom: todayIn(calendar.timeZone),
      reason: '',
      ...hoursFormOf(newest),
    },
  });
  const draft = useKeptDraft(form, `calendar:${newest?.id}`);
  const close = () => {
    draft.forget();
    onClose();
  };
  return (
    <Panel title={t('agreements.calendars.change')} description={t('agreements.calendars.changeWords')}>
      <FormPage
        form={form}
        submit={t('agreements.calendars.change')}
        onSubmit={async ({ name, effectiveFrom, reason, ...hours }) => {
          const input = { name, effectiveFrom, reason, hours: hoursInputOf(hours) };
          await change.mutateAsync({ id: calendar.id, input });
          close();
        }}
        cancel={
          <Button variant="default" onClick={close}>
            {t('ui.cancel')}
          </Button>
        }
      >
        <FieldRow>
          <TextField name="name" label={t('people.name')} required />
          <DateField
            name="effectiveFrom"
            label={t('agreements.effectiveFrom')}
            description={t('agreements.calendars.laterHint')}
            required
          />
        </FieldRow>
        <HoursFields />
        <TextField
          name="reason"
          label={t('ui.confirm.reason')}
          description={t('ui.confirm.reasonHint')}
          rows={2}
          required
        />
      </FormPage>
    </Panel>
  );
}
