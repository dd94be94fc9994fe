import { zodResolver } from '@hookform/resolvers/zod';
import { useNavigate } from '@tanstack/react-router';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { day, needed, optionalDecimal, slug } from '../app/field-rules';
import { useSession } from '../app/session';
import { useToday } from '../app/use-today';
import { useAct } from '../app/use-act';
import { currencyOptions } from '../catalog/currency-options';
import { AgreementKindCodes, DraftAgreementDocument, type AgreementKind } from '../generated/graphql';
import { UnitField } from '../people/unit-field';
import { ProviderField } from '../providers/provider-field';
import { DateField } from '../ui/date-field';
import { FieldRow } from '../ui/field-row';
import { FormDialog } from '../ui/form-dialog';
import { NameAndSlug } from '../ui/name-and-slug';
import { NumberField } from '../ui/number-field';
import { SelectField } from '../ui/select-field';
import { zoneOptions } from './zone-options';

const schema = z
  .object({
    name: needed,
    slug,
    kind: z.enum(AgreementKindCodes, 'ui.form.required'),
    providerId: z.string().nullable(),
    customerId: z.string().nullable(),
    timeZone: needed,
    currency: needed,
    effectiveFrom: day,
    monthlyCharge: optionalDecimal,
  })
  .refine(({ kind, providerId }) => kind === 'SLA' || providerId, {
    path: ['providerId'],
    message: 'ui.form.required',
  });

/** Begins an agreement as a draft; what it promises is written on its page. */
export function DraftAgreementDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { enterprise } = useSession();
  const today = useToday();
  const draft = useAct(DraftAgreementDocument, { done: t('agreements.drafted') });
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: {
      name: '',
      slug: '',
      kind: 'SLA' as AgreementKind,
      providerId: null,
      customerId: null,
      timeZone: enterprise.timeZone,
      currency: enterprise.currency,
      effectiveFrom: `${today.slice(0, 7)}-01`,
      monthlyCharge: null,
    },
  });
  const kind = useWatch({ control: form.control, name: 'kind' });
  const submit = async (values: z.output<typeof schema>) => {
    const input = values.kind === 'SLA' ? { ...values, providerId: null } : { ...values, customerId: null };
    const { draftAgreement } = await draft.mutateAsync({ input });
    const { agreement } = draftAgreement;
    if (agreement) await navigate({ to: '/agreements/$slug', params: { slug: agreement.slug } });
  };
  return (
    <FormDialog
      title={t('agreements.draft')}
      form={form}
      submit={t('agreements.draft')}
      onSubmit={submit}
      onClose={onClose}
      size="lg"
    >
      <SelectField
        name="kind"
        label={t('providers.kindOf')}
        options={AgreementKindCodes.map((value) => ({ value, label: t(`agreements.kindLong.${value}`) }))}
        required
      />
      <NameAndSlug label={t('people.name')} />
      {kind === 'SLA' ? (
        <UnitField name="customerId" label={t('agreements.customer')} description={t('agreements.customerHint')} />
      ) : (
        <ProviderField
          key={kind}
          name="providerId"
          label={t('catalog.facet.provider')}
          description={t(`agreements.providerHint.${kind}`)}
          kind={kind === 'OLA' ? 'INTERNAL' : 'EXTERNAL'}
          required
        />
      )}
      <FieldRow>
        <DateField
          name="effectiveFrom"
          label={t('agreements.effectiveFrom')}
          description={t('agreements.effectiveFirstHint')}
          required
        />
        <SelectField
          name="timeZone"
          label={t('people.setUp.timeZone')}
          description={t('agreements.zoneHint')}
          options={zoneOptions}
          required
        />
      </FieldRow>
      <FieldRow>
        <NumberField
          name="monthlyCharge"
          label={t('agreements.monthlyCharge')}
          description={t('agreements.monthlyChargeHint')}
          exact
        />
        <SelectField name="currency" label={t('people.setUp.currency')} options={currencyOptions} required />
      </FieldRow>
    </FormDialog>
  );
}
