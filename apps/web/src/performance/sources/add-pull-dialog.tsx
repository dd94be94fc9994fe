import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { CalendarField } from '../../agreements/calendar-field';
import { useAct } from '../../app/use-act';
import { AddPullDocument, SourceDocument, SourcesDocument } from '../../generated/graphql';
import { DateField } from '../../ui/date-field';
import { FieldRow } from '../../ui/field-row';
import { FormDialog } from '../../ui/form-dialog';
import { SelectField } from '../../ui/select-field';
import { TextField } from '../../ui/text-field';
import { shownZone } from '../../ui/shown-zone';
import { useServiceChoices } from '../use-service-choices';
import { instantOfWall, wallOf } from '../wall-time';
import { PullFields } from './pull-fields';
import { addSchema, askedOf, authorizationOf, isAhead, questionOf } from './pull-form';

/** A server that Accord asks by itself from now on. */
export function AddPullDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const services = useServiceChoices();
  const add = useAct(AddPullDocument, {
    changes: [SourcesDocument, SourceDocument],
    done: t('sources.added'),
    onDone: onClose,
  });
  const [since] = useState(yesterday);
  const form = useForm<z.input<typeof addSchema>, unknown, z.output<typeof addSchema>>({
    resolver: zodResolver(addSchema),
    defaultValues: { sourceName: '', serviceId: null, calendarId: null, series: '', since, ...questionOf() },
  });
  const kind = useWatch({ control: form.control, name: 'kind' });
  const [isOfCalendar, isOfTimeAhead] = [kind === 'CALENDAR_HOLIDAYS', isAhead(kind)];
  const send = ({ sourceName, serviceId, calendarId, series, ...values }: z.output<typeof addSchema>) =>
    add.mutateAsync({
      input: {
        sourceName,
        ...(isOfCalendar ? { calendarId } : { serviceId }),
        series,
        address: values.address,
        asked: askedOf(values),
        everyMinutes: values.everyMinutes,
        since: isOfTimeAhead ? null : instantOfWall(values.since, shownZone()),
        authorization: authorizationOf(values, false),
      },
    });
  const isCounted = kind === 'PROMETHEUS_COUNTS' || kind === 'PROMETHEUS_HISTOGRAM';
  return (
    <FormDialog
      title={t('sources.add')}
      form={form}
      submit={t('sources.add')}
      onSubmit={send}
      onClose={onClose}
      size="lg"
    >
      <TextField
        name="sourceName"
        label={t('sources.pull.sourceName')}
        description={t('sources.pull.sourceNameHint')}
        required
      />
      {isOfCalendar ? (
        <CalendarField name="calendarId" label={t('sources.calendar')} withoutAlwaysOpen required />
      ) : (
        <SelectField name="serviceId" label={t('sources.service')} options={services} required />
      )}
      {!isOfTimeAhead && (
        <FieldRow>
          {kind !== 'STATUSPAGE' && (
            <TextField
              name="series"
              label={t('sources.pull.series')}
              description={t(isCounted ? 'sources.pull.seriesHint' : 'sources.pull.seriesUpHint')}
              required={isCounted}
            />
          )}
          <DateField name="since" label={t('sources.pull.since')} withTime required />
        </FieldRow>
      )}
      <PullFields />
    </FormDialog>
  );
}

const yesterday = () => wallOf(new Date(Date.now() - 86_400_000).toISOString(), shownZone());
