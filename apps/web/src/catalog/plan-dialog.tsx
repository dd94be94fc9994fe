import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { AgreementField } from '../agreements/agreement-field';
import { CalendarField } from '../agreements/calendar-field';
import { decimal, needed, optionalDecimal, optionalText, slug } from '../app/field-rules';
import { useSession } from '../app/session';
import { useAct } from '../app/use-act';
import {
  AddPlanDocument,
  BillingPeriodCodes,
  ChangePlanDocument,
  PriceKindCodes,
  type ManagedPlanFragment,
  type PriceComponentInput,
} from '../generated/graphql';
import { FieldRow } from '../ui/field-row';
import { FormDialog } from '../ui/form-dialog';
import { NameAndSlug } from '../ui/name-and-slug';
import { NumberField } from '../ui/number-field';
import { RowsField } from '../ui/rows-field';
import { SelectField } from '../ui/select-field';
import { TextField } from '../ui/text-field';
import { currencyOptions } from './currency-options';
import type { ManagedService } from './manage-service-page';
import { PriceFields } from './price-fields';

const schema = z
  .object({
    name: needed,
    slug,
    description: z.string(),
    currency: needed,
    agreementId: z.string().nullable(),
    deliveryHours: optionalDecimal,
    deliveryCalendarId: z.string().nullable(),
    prices: z.array(
      z.object({
        kind: z.enum(PriceKindCodes),
        label: needed,
        amount: decimal,
        per: z.enum(BillingPeriodCodes).nullable(),
        unitName: optionalText,
      }),
    ),
  })
  .refine(({ deliveryHours, deliveryCalendarId }) => deliveryHours === null || deliveryCalendarId, {
    path: ['deliveryCalendarId'],
    message: 'ui.form.required',
  });
type Values = z.output<typeof schema>;
type Props = { service: ManagedService; plan: ManagedPlanFragment | null; onClose: () => void };

/** A way to buy the service: what it costs, and the SLA whose promises come with it. */
export function PlanDialog({ service, plan, onClose }: Props) {
  const { t } = useTranslation();
  const { enterprise } = useSession();
  const add = useAct(AddPlanDocument, { done: t('catalog.plan.added'), onDone: onClose });
  const change = useAct(ChangePlanDocument, { done: t('catalog.plan.changed'), onDone: onClose });
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: {
      name: plan?.name ?? '',
      slug: plan?.slug ?? '',
      description: plan?.description ?? '',
      currency: plan?.currency ?? enterprise.currency,
      agreementId: plan?.agreement?.id ?? null,
      deliveryHours: plan?.delivery?.targetHours ?? null,
      deliveryCalendarId: plan?.delivery?.calendar.id ?? null,
      prices:
        plan?.prices.map(({ kind, label, amount, per, unitName }) => ({ kind, label, amount, per, unitName })) ?? [],
    },
  });
  const submit = ({ slug: address, currency, prices: given, deliveryHours, deliveryCalendarId, ...words }: Values) => {
    const prices = given.map(asPrice);
    const delivery =
      deliveryHours && deliveryCalendarId ? { targetHours: deliveryHours, calendarId: deliveryCalendarId } : null;
    const input = { ...words, delivery };
    return plan
      ? change.mutateAsync({ id: plan.id, input: { ...input, prices, version: plan.version } })
      : add.mutateAsync({ input: { ...input, slug: address, currency, prices, serviceId: service.id } });
  };
  return (
    <FormDialog
      title={plan ? t('catalog.plan.changeTitle', { name: plan.name }) : t('catalog.plan.add')}
      form={form}
      submit={plan ? t('people.save') : t('catalog.plan.add')}
      onSubmit={submit}
      onClose={onClose}
      size="xl"
    >
      {plan ? <TextField name="name" label={t('people.name')} required /> : <NameAndSlug label={t('people.name')} />}
      <TextField name="description" label={t('catalog.field.description')} rows={2} />
      <AgreementField
        name="agreementId"
        label={t('catalog.plan.agreement')}
        description={t('catalog.plan.agreementHint')}
        kind="SLA"
        initial={plan?.agreement}
      />
      <FieldRow>
        <NumberField
          name="deliveryHours"
          label={t('catalog.delivery.hours')}
          description={t('catalog.delivery.hoursHint')}
          suffix={t('catalog.delivery.unit')}
          exact
        />
        <CalendarField name="deliveryCalendarId" label={t('catalog.delivery.calendar')} clearable />
      </FieldRow>
      {!plan && <SelectField name="currency" label={t('people.setUp.currency')} options={currencyOptions} required />}
      <RowsField
        name="prices"
        label={t('catalog.price.title')}
        add={t('catalog.price.add')}
        remove={(place) => t('catalog.price.remove', { place })}
        newRow={() => ({ kind: 'RECURRING', label: '', amount: '', per: 'MONTH', unitName: null })}
        empty={t('catalog.price.free')}
      >
        {(path) => <PriceFields path={path} />}
      </RowsField>
    </FormDialog>
  );
}

/** Only what its kind has: a price that is paid once has no period, only a unit price names a unit. */
function asPrice({ kind, per, unitName, ...price }: Values['prices'][number]): PriceComponentInput {
  return { ...price, kind, per: kind === 'ONE_OFF' ? null : per, unitName: kind === 'PER_UNIT' ? unitName : null };
}
