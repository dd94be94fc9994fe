import { zodResolver } from '@hookform/resolvers/zod';
import { Button } from '@mantine/core';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { decimal, optionalDecimal } from '../../app/field-rules';
import { CalendarField } from '../../agreements/calendar-field';
import { ExcludedTimeCodes, MissingDataCodes, WindowKindCodes, type PromiseFragment } from '../../generated/graphql';
import { CheckboxField } from '../../ui/checkbox-field';
import { FormPage } from '../../ui/form-page';
import { formatDuration } from '../../ui/format-duration';
import { NumberField } from '../../ui/number-field';
import { RowsField } from '../../ui/rows-field';
import { SelectField } from '../../ui/select-field';
import classes from './what-if.module.css';
import type { Variant } from './variant';
import '../../agreements/words';

const CREDITS = ['agreed', 'none', 'other'] as const;
const minutes = z.number().int('ui.form.range').min(1, 'ui.form.range').nullable();

const schema = z
  .object({
    target: optionalDecimal,
    window: z.enum(WindowKindCodes).nullable(),
    calendar: z.string().nullable(),
    shortest: z.number().int('ui.form.range').min(0, 'ui.form.range').nullable(),
    limit: z.number().positive('ui.form.range').nullable(),
    times: z.record(z.string(), minutes),
    missing: z.enum(MissingDataCodes).nullable(),
    floor: optionalDecimal,
    excluded: z.enum(ExcludedTimeCodes).nullable(),
    creditChoice: z.enum(CREDITS),
    tiers: z.array(z.object({ gte: optionalDecimal, lt: optionalDecimal, percent: decimal })),
    countExclusions: z.boolean(),
    countMaintenance: z.boolean(),
  })
  .superRefine(({ creditChoice, tiers }, context) => {
    if (creditChoice === 'other' && tiers.length === 0)
      context.addIssue({ code: 'custom', path: ['tiers'], message: 'agreements.noTiers' });
  });

type Values = z.output<typeof schema>;

const priorityField = (priority: number | string) => `p${priority}`;

function valuesOf({ credit, times = {}, ...variant }: Variant): Values {
  return {
    target: variant.target ?? null,
    window: variant.window ?? null,
    calendar: variant.calendar ?? null,
    shortest: variant.shortest ?? null,
    limit: variant.limit ?? null,
    times: Object.fromEntries(Object.entries(times).map(([priority, time]) => [priorityField(priority), time])),
    missing: variant.missing ?? null,
    floor: variant.floor ?? null,
    excluded: variant.excluded ?? null,
    creditChoice: credit === undefined ? 'agreed' : credit === 'none' ? 'none' : 'other',
    tiers: Array.isArray(credit) ? credit : [],
    countExclusions: variant.countExclusions ?? false,
    countMaintenance: variant.countMaintenance ?? false,
  };
}

function variantOf({ creditChoice, tiers, times, countExclusions, countMaintenance, ...values }: Values): Variant {
  const given = Object.entries(values).filter(([, value]) => value !== null);
  const timed = Object.entries(times).flatMap(([name, time]) =>
    time === null ? [] : [[name.slice(1), time] as const],
  );
  return {
    ...(Object.fromEntries(given) as Variant),
    ...(timed.length > 0 && { times: Object.fromEntries(timed) }),
    ...(creditChoice === 'none' && { credit: 'none' as const }),
    ...(creditChoice === 'other' && { credit: tiers }),
    ...(countExclusions && { countExclusions: true as const }),
    ...(countMaintenance && { countMaintenance: true as const }),
  };
}

type Props = {
  terms: PromiseFragment;
  variant: Variant;
  onCompare: (variant: Variant) => void;
  onRemove?: () => void;
};

/** What is to be supposed; every field that stays empty is as agreed. */
export function VariantForm({ terms, variant, onCompare, onRemove }: Props) {
  const { t } = useTranslation();
  const form = useForm({ resolver: zodResolver(schema), defaultValues: valuesOf(variant) });
  const { indicator, comparator } = terms;
  const agreed = t('whatIf.asAgreed');
  return (
    <FormPage
      form={form}
      submit={t('whatIf.compare')}
      onSubmit={(values) => Promise.resolve(onCompare(variantOf(values)))}
      cancel={
        onRemove && (
          <Button variant="default" onClick={onRemove}>
            {t('whatIf.remove')}
          </Button>
        )
      }
    >
      <div className={classes.fields}>
        <NumberField name="target" label={t('agreements.target')} placeholder={terms.target} suffix="%" exact />
        <SelectField
          name="window"
          label={t('agreements.windowLabel')}
          placeholder={agreed}
          options={WindowKindCodes.map((value) => ({ value, label: t(`agreements.windowKind.${value}`) }))}
          clearable
        />
        <CalendarField name="calendar" label={t('agreements.calendar')} placeholder={agreed} clearable />
        {indicator.__typename === 'AvailabilityIndicator' && (
          <NumberField
            name="shortest"
            label={t('whatIf.shortest')}
            placeholder={String(indicator.shortestOutageMs / 60_000)}
            suffix="min"
            min={0}
            whole
          />
        )}
        {indicator.__typename === 'PercentileIndicator' && (
          <NumberField
            name="limit"
            label={t('whatIf.limit')}
            placeholder={String(indicator.limit)}
            suffix={indicator.unit}
            min={0}
          />
        )}
        {indicator.__typename === 'TicketsInTimeIndicator' &&
          indicator.targets.map(({ priority, targetMs }) => (
            <NumberField
              key={priority}
              name={`times.${priorityField(priority)}`}
              label={t('whatIf.time', { priority })}
              placeholder={formatDuration(targetMs, { days: false })}
              suffix="min"
              min={1}
              whole
            />
          ))}
        {indicator.__typename !== 'TicketsInTimeIndicator' && (
          <>
            <SelectField
              name="missing"
              label={t('agreements.missingData')}
              placeholder={agreed}
              options={MissingDataCodes.map((value) => ({ value, label: t(`agreements.missing.${value}`) }))}
              clearable
            />
            <NumberField
              name="floor"
              label={t('agreements.coverageFloor')}
              placeholder={terms.coverageFloor}
              suffix="%"
              exact
            />
            <SelectField
              name="excluded"
              label={t('agreements.excludedTime')}
              placeholder={agreed}
              options={ExcludedTimeCodes.map((value) => ({ value, label: t(`agreements.excluded.${value}`) }))}
              clearable
            />
          </>
        )}
        <CheckboxField name="countExclusions" label={t('whatIf.countExclusions')} />
        <CheckboxField name="countMaintenance" label={t('whatIf.countMaintenance')} />
        <Credit comparator={comparator} target={terms.target} />
      </div>
    </FormPage>
  );
}

function Credit({ comparator, target }: Pick<PromiseFragment, 'comparator' | 'target'>) {
  const { t } = useTranslation();
  const choice = useWatch({ name: 'creditChoice' }) as (typeof CREDITS)[number];
  const newTier = () =>
    comparator === 'AT_LEAST' ? { gte: null, lt: target, percent: '' } : { gte: target, lt: null, percent: '' };
  return (
    <>
      <SelectField
        name="creditChoice"
        label={t('agreements.group.credit')}
        options={CREDITS.map((value) => ({ value, label: t(`whatIf.credit.${value}`) }))}
        required
      />
      {choice === 'other' && (
        <RowsField
          name="tiers"
          label={t('agreements.tiers')}
          add={t('agreements.addTier')}
          remove={(place) => t('agreements.removeTier', { place })}
          newRow={newTier}
        >
          {(path) => (
            <>
              <NumberField name={`${path}.gte`} label={t(`agreements.lower.${comparator}`)} suffix="%" exact />
              <NumberField name={`${path}.lt`} label={t(`agreements.upper.${comparator}`)} suffix="%" exact />
              <NumberField name={`${path}.percent`} label={t('agreements.creditPercent')} suffix="%" exact required />
            </>
          )}
        </RowsField>
      )}
    </>
  );
}
