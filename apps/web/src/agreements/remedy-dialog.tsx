import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { decimal, optionalDecimal } from '../app/field-rules';
import { useAct } from '../app/use-act';
import {
  ChangeAgreementVersionDocument,
  ClaimAnchorCodes,
  ClaimUnitCodes,
  CreditCombinationCodes,
  RemedyNatureCodes,
  type RemedyTermsInput,
} from '../generated/graphql';
import { CheckboxField } from '../ui/checkbox-field';
import { FieldRow } from '../ui/field-row';
import { FormDialog } from '../ui/form-dialog';
import { NumberField } from '../ui/number-field';
import { RowsField } from '../ui/rows-field';
import { SelectField } from '../ui/select-field';
import type { AgreementOnPage, Version } from './agreement-page';
import { monthName } from './remedy-facts';

const count = z.coerce.number('ui.form.required').int('ui.form.decimal').min(0, 'ui.form.decimal');
const schema = z.object({
  combination: z.enum(CreditCombinationCodes),
  pointsTable: z.array(z.object({ points: count, percent: decimal })),
  repeatDoubles: z.boolean(),
  oncePerIncident: z.boolean(),
  periodCapPercent: optionalDecimal,
  yearCap: optionalDecimal,
  yearFromMonth: z.coerce.number(),
  earnsBack: z.boolean(),
  earnBackPeriods: z.coerce
    .number('ui.form.required')
    .int('ui.form.range')
    .min(1, 'ui.form.range')
    .max(12, 'ui.form.range'),
  earnBackLevel: optionalDecimal,
  claiming: z.enum(['automatic', 'claimed', 'byDeadline']),
  anchor: z.enum(ClaimAnchorCodes),
  unit: z.enum(ClaimUnitCodes),
  count,
  rolls: z.boolean(),
  nature: z.enum(RemedyNatureCodes),
  isSole: z.boolean(),
});

type Props = { agreement: AgreementOnPage; version: Version; onClose: () => void };

/** How the credits of a draft are combined, capped and claimed. */
export function RemedyDialog({ agreement, version, onClose }: Props) {
  const { t } = useTranslation();
  // As it was when the form was opened: whatever somebody changes meanwhile is not overwritten.
  const [revision] = useState(version.revision);
  const change = useAct(ChangeAgreementVersionDocument, { done: t('catalog.manage.saved'), onDone: onClose });
  const form = useForm({ resolver: zodResolver(schema), defaultValues: valuesOf(agreement, version) });
  const combination = useWatch({ control: form.control, name: 'combination' });
  const earnsBack = useWatch({ control: form.control, name: 'earnsBack' });
  const claiming = useWatch({ control: form.control, name: 'claiming' });
  const words = (group: 'combination' | 'nature' | 'anchor' | 'unit', values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`agreements.remedy.${group}.${value}` as never) as string }));
  return (
    <FormDialog
      title={t('agreements.remedy.title')}
      form={form}
      submit={t('people.save')}
      onSubmit={(values) => change.mutateAsync({ id: version.id, input: { remedy: remedyOf(values), revision } })}
      onClose={onClose}
      size="lg"
    >
      <SelectField
        name="combination"
        label={t('agreements.remedy.fact.combination')}
        options={words('combination', CreditCombinationCodes)}
        required
      />
      {combination === 'POINTS' && (
        <>
          <RowsField
            name="pointsTable"
            label={t('agreements.remedy.fact.pointsTable')}
            description={t('agreements.remedy.pointsHint')}
            add={t('agreements.remedy.addRow')}
            remove={(place) => t('agreements.remedy.removeRow', { place })}
            newRow={() => ({ points: '', percent: '' })}
          >
            {(path) => (
              <>
                <NumberField name={`${path}.points`} label={t('agreements.remedy.points')} required />
                <NumberField name={`${path}.percent`} label={t('agreements.creditPercent')} suffix="%" exact required />
              </>
            )}
          </RowsField>
          <CheckboxField name="repeatDoubles" label={t('agreements.remedy.doubles.yes')} />
        </>
      )}
      <CheckboxField name="oncePerIncident" label={t('agreements.remedy.incident.once')} />
      <FieldRow>
        <NumberField name="periodCapPercent" label={t('agreements.remedy.fact.periodCap')} suffix="%" exact />
        <NumberField name="yearCap" label={t('agreements.remedy.fact.yearCap')} suffix={agreement.currency} exact />
        <SelectField
          name="yearFromMonth"
          label={t('agreements.remedy.yearFrom')}
          options={Array.from({ length: 12 }, (_, i) => ({ value: String(i + 1), label: monthName(i + 1) }))}
        />
      </FieldRow>
      <CheckboxField name="earnsBack" label={t('agreements.remedy.earnsBack')} />
      {earnsBack && (
        <FieldRow>
          <NumberField name="earnBackPeriods" label={t('agreements.remedy.earnBackPeriods')} required />
          <NumberField
            name="earnBackLevel"
            label={t('agreements.remedy.earnBackLevel')}
            description={t('agreements.remedy.earnBackLevelHint')}
            suffix="%"
            exact
          />
        </FieldRow>
      )}
      <SelectField
        name="claiming"
        label={t('agreements.remedy.fact.claim')}
        options={(['automatic', 'claimed', 'byDeadline'] as const).map((value) => ({
          value,
          label: t(`agreements.remedy.claiming.${value}`),
        }))}
        required
      />
      {claiming === 'byDeadline' && (
        <>
          <FieldRow>
            <NumberField name="count" label={t('agreements.remedy.count')} required />
            <SelectField name="unit" label={t('agreements.remedy.unitLabel')} options={words('unit', ClaimUnitCodes)} />
            <SelectField
              name="anchor"
              label={t('agreements.remedy.anchorLabel')}
              options={words('anchor', ClaimAnchorCodes)}
            />
          </FieldRow>
          <CheckboxField name="rolls" label={t('agreements.remedy.rolls')} />
        </>
      )}
      <SelectField
        name="nature"
        label={t('agreements.remedy.fact.nature')}
        options={words('nature', RemedyNatureCodes)}
        required
      />
      <CheckboxField name="isSole" label={t('agreements.remedy.sole')} />
    </FormDialog>
  );
}

/** The contract's input: of each choice only what was chosen. */
function remedyOf(values: z.output<typeof schema>): RemedyTermsInput {
  const { claiming, anchor, unit, count: within, rolls, earnsBack, earnBackPeriods, earnBackLevel, ...rest } = values;
  const byPoints = rest.combination === 'POINTS';
  return {
    ...rest,
    pointsTable: byPoints ? rest.pointsTable : [],
    repeatDoubles: byPoints && rest.repeatDoubles,
    earnBack: earnsBack ? { periods: earnBackPeriods, levelPercent: earnBackLevel } : null,
    isAutomatic: claiming === 'automatic',
    deadline: claiming === 'byDeadline' ? { anchor, unit, count: within, rolls } : null,
  };
}

function valuesOf({ kind }: AgreementOnPage, { remedy }: Version) {
  const { deadline } = remedy ?? {};
  const isAutomatic = remedy?.isAutomatic ?? kind === 'SLA';
  return {
    combination: remedy?.combination ?? 'SUM',
    pointsTable: (remedy?.pointsTable ?? []).map(({ points, percent }) => ({ points: String(points), percent })),
    repeatDoubles: remedy?.repeatDoubles ?? false,
    oncePerIncident: remedy?.oncePerIncident ?? false,
    periodCapPercent: remedy?.periodCapPercent ?? null,
    yearCap: remedy?.yearCap ?? null,
    yearFromMonth: String(remedy?.yearFromMonth ?? 1),
    earnsBack: Boolean(remedy?.earnBack),
    earnBackPeriods: String(remedy?.earnBack?.periods ?? 3),
    earnBackLevel: remedy?.earnBack?.levelPercent ?? null,
    claiming: isAutomatic ? ('automatic' as const) : deadline ? ('byDeadline' as const) : ('claimed' as const),
    anchor: deadline?.anchor ?? ('PERIOD_END' as const),
    unit: deadline?.unit ?? ('DAYS' as const),
    count: String(deadline?.count ?? 30),
    rolls: deadline?.rolls ?? false,
    nature: remedy?.nature ?? ('PRICE_ADJUSTMENT' as const),
    isSole: remedy?.isSole ?? false,
  };
}
