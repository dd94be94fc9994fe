import { Fieldset, Text } from '@mantine/core';
import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useAct } from '../app/use-act';
import { ChangeAgreementVersionDocument, ClosingWayCodes, ExclusionCategoryCodes } from '../generated/graphql';
import { CheckboxField } from '../ui/checkbox-field';
import { FieldRow } from '../ui/field-row';
import { FormDialog } from '../ui/form-dialog';
import { NumberField } from '../ui/number-field';
import { SelectField } from '../ui/select-field';
import { TextField } from '../ui/text-field';
import '../performance/words';
import type { AgreementOnPage, Version } from './agreement-page';
import { rulesInput, rulesSchema, rulesValues } from './version-rules-form';
import { weekdays } from './week';

type Props = { agreement: AgreementOnPage; version: Version; onClose: () => void };

/** What a draft says of time that does not count, of maintenance, of closing and of alerts. */
export function VersionRulesDialog({ agreement, version, onClose }: Props) {
  const { t } = useTranslation();
  // As it was when the form was opened: whatever somebody changes meanwhile is not overwritten.
  const [revision] = useState(version.revision);
  const change = useAct(ChangeAgreementVersionDocument, { done: t('catalog.manage.saved'), onDone: onClose });
  const form = useForm({ resolver: zodResolver(rulesSchema), defaultValues: rulesValues(version) });
  const closing = useWatch({ control: form.control, name: 'closing' });
  return (
    <FormDialog
      title={t('agreements.rules.change')}
      form={form}
      submit={t('people.save')}
      onSubmit={(values) => change.mutateAsync({ id: version.id, input: { ...rulesInput(values), revision } })}
      onClose={onClose}
      size="lg"
    >
      <SelectField
        name="exclusionCategories"
        label={t('agreements.fact.exclusionCategories')}
        description={t('agreements.rules.categoriesHint')}
        options={ExclusionCategoryCodes.map((value) => ({ value, label: t(`performance.exclude.category.${value}`) }))}
        multiple
      />
      <Fieldset legend={t('agreements.rules.maintenance')}>
        <Text size="sm" className="quiet" mb="xs">
          {t('agreements.rules.maintenanceHint', { zone: agreement.timeZone })}
        </Text>
        <FieldRow>
          <NumberField
            name="noticeHours"
            label={t('agreements.rules.notice')}
            suffix={t('agreements.rules.hours')}
            min={0}
            max={8784}
            whole
          />
          <NumberField
            name="mostMinutes"
            label={t('agreements.rules.most')}
            suffix={t('agreements.rules.minutes')}
            min={0}
            whole
          />
        </FieldRow>
        <Text size="sm" fw={500} mt="sm">
          {t('agreements.rules.windows')}
        </Text>
        <FieldRow>
          {weekdays.map((day) => (
            <TextField
              key={day}
              name={`windows.${day}`}
              label={t(`agreements.weekdayLong.${day}`)}
              placeholder="22:00–04:00"
            />
          ))}
        </FieldRow>
      </Fieldset>
      <FieldRow>
        <SelectField
          name="closing"
          label={t('agreements.fact.closing')}
          options={ClosingWayCodes.map((value) => ({ value, label: t(`agreements.rules.closing.${value}`) }))}
          required
        />
        {closing === 'BY_ITSELF' && (
          <NumberField name="closingDays" label={t('agreements.rules.closingDays')} min={0} max={90} whole required />
        )}
      </FieldRow>
      <TextField
        name="ticketAlertPercents"
        label={t('agreements.fact.ticketAlerts')}
        description={t('agreements.rules.ticketAlertsHint')}
      />
      <CheckboxField
        name="urgentAtAnyHour"
        label={t('agreements.rules.urgent')}
        description={t('agreements.rules.urgentHint')}
      />
    </FormDialog>
  );
}
