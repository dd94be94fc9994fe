import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { day, optionalDecimal, optionalText } from '../app/field-rules';
import { useAct } from '../app/use-act';
import { ChangeAgreementVersionDocument, MeasuredByCodes } from '../generated/graphql';
import { codeWord } from '../i18n/code-word';
import { DateField } from '../ui/date-field';
import { FieldRow } from '../ui/field-row';
import { FormDialog } from '../ui/form-dialog';
import { NumberField } from '../ui/number-field';
import { SelectField } from '../ui/select-field';
import { TextField } from '../ui/text-field';
import type { AgreementOnPage, Version } from './agreement-page';

const texts = ['capText', 'claimText', 'exclusionsText', 'notesText', 'sourceText'] as const;
const schema = z.object({
  effectiveFrom: day,
  monthlyCharge: optionalDecimal,
  measuredBy: z.enum(MeasuredByCodes),
  objectionDays: z.preprocess(
    (value) => (value === '' || value === null ? null : Number(value)),
    z.number('ui.form.decimal').int('ui.form.decimal').nullable(),
  ),
  capText: optionalText,
  claimText: optionalText,
  exclusionsText: optionalText,
  notesText: optionalText,
  sourceText: optionalText,
});
type Props = { agreement: AgreementOnPage; version: Version; onClose: () => void };

/** Start, charge and texts of a draft. */
export function VersionTextsDialog({ agreement, version, onClose }: Props) {
  const { t } = useTranslation();
  // As it was when the form was opened: whatever somebody changes meanwhile is not overwritten.
  const [revision] = useState(version.revision);
  const change = useAct(ChangeAgreementVersionDocument, { done: t('catalog.manage.saved'), onDone: onClose });
  const {
    effectiveFrom,
    monthlyCharge,
    measuredBy,
    objectionDays,
    capText,
    claimText,
    exclusionsText,
    notesText,
    sourceText,
  } = version;
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: {
      effectiveFrom,
      monthlyCharge,
      measuredBy,
      objectionDays: objectionDays ?? null,
      capText,
      claimText,
      exclusionsText,
      notesText,
      sourceText,
    },
  });
  return (
    <FormDialog
      title={t('agreements.changeTexts')}
      form={form}
      submit={t('people.save')}
      onSubmit={(input) => change.mutateAsync({ id: version.id, input: { ...input, revision } })}
      onClose={onClose}
      size="lg"
    >
      <FieldRow>
        <DateField
          name="effectiveFrom"
          label={t('agreements.effectiveFrom')}
          description={t(version.number === 1 ? 'agreements.effectiveFirstHint' : 'agreements.effectiveLaterHint')}
          required
        />
        <NumberField
          name="monthlyCharge"
          label={t('agreements.monthlyCharge')}
          description={t('agreements.monthlyChargeHint')}
          suffix={agreement.currency}
          exact
        />
      </FieldRow>
      {agreement.kind !== 'SLA' && (
        <FieldRow>
          <SelectField
            name="measuredBy"
            label={t('agreements.fact.record')}
            options={MeasuredByCodes.map((value) => ({ value, label: t(`agreements.record.measuredBy.${value}`) }))}
            required
          />
          <NumberField
            name="objectionDays"
            label={t('agreements.record.objectionDays')}
            description={t('agreements.record.objectionHint')}
          />
        </FieldRow>
      )}
      {texts.map((name) => (
        <TextField key={name} name={name} label={codeWord('agreements.fact', name)} rows={2} />
      ))}
    </FormDialog>
  );
}
