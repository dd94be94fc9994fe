import { zodResolver } from '@hookform/resolvers/zod';
import type { PlanDefinition, PriceComponent, Renewal } from '@accord/domain';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { AgreementField } from '../agreements/agreement-field';
import { CalendarField } from '../agreements/calendar-field';
import { decimal, needed, optionalDecimal, optionalText, slug } from '../app/field-rules';
import { useSession } from '../app/session';
import { BillingPeriodCodes, PriceKindCodes } from '../generated/graphql';
import { DateField } from '../ui/date-field';
import { FieldRow } from '../ui/field-row';
import { FormDialog } from '../ui/form-dialog';
import { NameAndSlug } from '../ui/name-and-slug';
import { NumberField } from '../ui/number-field';
import { Refused } from '../ui/refused';
import { RowsField } from '../ui/rows-field';
import { SelectField } from '../ui/select-field';
import { TextField } from '../ui/text-field';
import { CheckboxField } from '../ui/checkbox-field';
import { currencyOptions } from './currency-options';
import type { DraftDialogProps } from './draft-dialog';
import { rangeField, rangeOf, rangesOf } from './limit-ranges';
import { codedPrice, keyOf, withPlan } from './offer-definition';
import { PriceFields } from './price-fields';

const tier = z.object({ upTo: optionalDecimal, amount: decimal });
const price = z
  .object({
    kind: z.enum(PriceKindCodes),
    label: needed,
    amount: optionalDecimal,
    per: z.enum(BillingPeriodCodes).nullable(),
    unitName: optionalText,
    tiers: z.array(tier),
    least: optionalDecimal,
    most: optionalDecimal,
    whole: z.boolean(),
  })
  .refine(({ amount, tiers }) => amount !== null || tiers.length > 0, {
    path: ['amount'],
    message: 'ui.form.required',
  });
const schema = z
  .object({
    name: needed,
    slug,
    description: z.string(),
    currency: needed,
    agreement: z.string().nullable(),
    deliveryHours: optionalDecimal,
    deliveryCalendar: z.string().nullable(),
    termMonths: z.number().int().min(1).max(120).nullable(),
    renewal: z.enum(['automatic', 'onRequest']).nullable(),
    whileSuspended: z.enum(['free', 'charged']),
    priceOnRequest: z.boolean(),
    pricesFrom: z.string().nullable(),
    endsOn: z.string().nullable(),
    prices: z.array(price),
  })
  .refine(({ deliveryHours, deliveryCalendar }) => deliveryHours === null || deliveryCalendar, {
    path: ['deliveryCalendar'],
    message: 'ui.form.required',
  })
  .refine(({ termMonths, renewal }) => termMonths === null || renewal, {
    path: ['renewal'],
    message: 'ui.form.required',
  });
type Values = z.output<typeof schema>;
type Props = DraftDialogProps & { plan: PlanDefinition | null };

/** A way to buy the service: what it costs, and the SLA whose promises come with it. */
export function PlanDialog({ definition, plan, save, onClose }: Props) {
  const { t } = useTranslation();
  const { enterprise } = useSession();
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: {
      name: plan?.name ?? '',
      slug: plan?.slug ?? '',
      description: plan?.description ?? '',
      currency: plan?.currency ?? enterprise.currency,
      agreement: plan?.agreement ?? null,
      deliveryHours: plan?.delivery?.targetHours ?? null,
      deliveryCalendar: plan?.delivery?.calendar ?? null,
      termMonths: plan?.term?.months ?? null,
      renewal: plan?.term?.renewal ?? null,
      whileSuspended: plan?.whileSuspended ?? 'free',
      priceOnRequest: plan?.priceOnRequest ?? false,
      pricesFrom: plan?.pricesFrom ?? null,
      endsOn: plan?.endsOn ?? null,
      prices:
        plan?.prices.map((line) => ({
          ...codedPrice(line),
          tiers: codedPrice(line).tiers ?? [],
          ...rangeOf(plan, line.unitName),
        })) ?? [],
    },
  });
  const submit = async (values: Values) => {
    const place = plan ? definition.plans.findIndex((one) => one.slug === plan.slug) : definition.plans.length;
    try {
      await save(withPlan(definition, asPlan(values, plan), plan?.slug ?? null));
    } catch (error) {
      throw error instanceof Refused ? withinPlan(error, place, values) : error;
    }
    onClose();
  };
  return (
    <FormDialog
      title={plan ? t('catalog.plan.changeTitle', { name: plan.name }) : t('catalog.plan.add')}
      form={form}
      submit={t('catalog.offer.keep')}
      onSubmit={submit}
      onClose={onClose}
      size="xl"
    >
      {plan ? <TextField name="name" label={t('people.name')} required /> : <NameAndSlug label={t('people.name')} />}
      <TextField name="description" label={t('catalog.field.description')} rows={2} />
      <AgreementField
        name="agreement"
        label={t('catalog.plan.agreement')}
        description={t('catalog.plan.agreementHint')}
        kind="SLA"
        by="slug"
        initial={plan?.agreement ? { id: plan.agreement, name: plan.agreement } : null}
      />
      <FieldRow>
        <NumberField
          name="deliveryHours"
          label={t('catalog.delivery.hours')}
          description={t('catalog.delivery.hoursHint')}
          suffix={t('catalog.delivery.unit')}
          exact
        />
        <CalendarField name="deliveryCalendar" label={t('catalog.delivery.calendar')} by="slug" clearable />
      </FieldRow>
      <FieldRow>
        <NumberField name="termMonths" label={t('catalog.offer.months')} min={1} max={120} whole />
        <SelectField
          name="renewal"
          label={t('catalog.offer.renewal')}
          options={(['automatic', 'onRequest'] as const).map((value) => ({
            value,
            label: t(`catalog.offer.renewals.${value}`),
          }))}
          clearable
        />
      </FieldRow>
      <WhileSuspended />
      {!plan && <SelectField name="currency" label={t('people.setUp.currency')} options={currencyOptions} required />}
      <RowsField
        name="prices"
        label={t('catalog.price.title')}
        add={t('catalog.price.add')}
        remove={(place) => t('catalog.price.remove', { place })}
        newRow={() => ({
          ...{ kind: 'RECURRING', label: '', amount: '', per: 'MONTH', unitName: null, tiers: [] },
          ...rangeOf(null, null),
        })}
        empty={t('catalog.price.free')}
      >
        {(path) => <PriceFields path={path} />}
      </RowsField>
      <CheckboxField
        name="priceOnRequest"
        label={t('catalog.offer.onRequest')}
        description={t('catalog.offer.onRequestHint')}
      />
      <FieldRow>
        <DateField
          name="pricesFrom"
          label={t('catalog.offer.pricesFromLabel')}
          description={t('catalog.offer.pricesFromHint')}
        />
        <DateField name="endsOn" label={t('catalog.offer.endsOnLabel')} description={t('catalog.offer.endsOnHint')} />
      </FieldRow>
    </FormDialog>
  );
}

/** A term is a promise to pay, of suspended days too: there is nothing to choose. */
function WhileSuspended() {
  const { t } = useTranslation();
  const hasTerm = useWatch<Values>({ name: 'termMonths' }) !== null;
  if (hasTerm) return <p className="quiet">{t('catalog.offer.termIsPaid')}</p>;
  return (
    <SelectField
      name="whileSuspended"
      label={t('catalog.offer.whileSuspended')}
      options={(['free', 'charged'] as const).map((value) => ({
        value,
        label: t(`catalog.offer.suspendedDays.${value}`),
      }))}
      required
    />
  );
}

function asPlan(values: Values, plan: PlanDefinition | null): PlanDefinition {
  const { deliveryHours, deliveryCalendar, termMonths, renewal, whileSuspended, priceOnRequest, prices, ...words } =
    values;
  const { whileSuspended: before, priceOnRequest: wasOnRequest, ...kept } = plan ?? {};
  const limits = rangesOf(prices);
  return {
    ...kept,
    ...words,
    delivery: deliveryHours && deliveryCalendar ? { targetHours: deliveryHours, calendar: deliveryCalendar } : null,
    // Free is what a plan that says nothing means.
    ...(termMonths === null && (whileSuspended === 'charged' || before) && { whileSuspended }),
    ...((priceOnRequest || wasOnRequest) && { priceOnRequest }),
    term: termMonths && renewal ? { months: termMonths, renewal: renewal as Renewal } : null,
    prices: prices.map(asPrice),
    ...((limits.length > 0 || plan?.limits) && { limits }),
  } as PlanDefinition;
}

/** Only what its kind has: a price that is paid once has no period, only a price of units names one and has tiers. */
function asPrice({ kind, per, unitName, amount, tiers, label }: Values['prices'][number]): PriceComponent {
  const counts = kind !== 'ONE_OFF' && kind !== 'RECURRING';
  const steps = counts && tiers.length > 0 ? tiers : null;
  return {
    kind: keyOf(kind) as PriceComponent['kind'],
    label,
    amount: steps ? steps[0]!.amount : amount!,
    per: kind === 'ONE_OFF' ? null : per && (keyOf(per) as PriceComponent['per']),
    unitName: counts ? unitName : null,
    tiers: steps,
  };
}

/** What the server says of a plan of the definition, said of the fields of this form. */
function withinPlan({ refusals }: Refused, place: number, { prices }: Values): Refused {
  const before = ['definition', 'plans', String(place)];
  const fieldOf: Record<string, string> = {
    'delivery.targetHours': 'deliveryHours',
    'delivery.calendar': 'deliveryCalendar',
    'term.months': 'termMonths',
  };
  return new Refused(
    refusals.map((refusal) => {
      const isHere = before.every((name, i) => refusal.field[i] === name);
      const path = refusal.field.slice(before.length);
      if (isHere && path[0] === 'limits') return { ...refusal, field: rangeField(path, prices) };
      const name = path.join('.');
      return isHere ? { ...refusal, field: (fieldOf[name] ?? name).split('.') } : refusal;
    }),
  );
}
