import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { BillingPeriodCodes, PriceKindCodes, type PriceKind } from '../generated/graphql';
import { NumberField } from '../ui/number-field';
import { SelectField } from '../ui/select-field';
import { TextField } from '../ui/text-field';

/** One line of what a plan costs; which fields it has depends on its kind. */
export function PriceFields({ path }: { path: string }) {
  const { t } = useTranslation();
  const kind = useWatch({ name: `${path}.kind` }) as PriceKind;
  return (
    <>
      <SelectField
        name={`${path}.kind`}
        label={t('catalog.price.kind')}
        options={PriceKindCodes.map((value) => ({ value, label: t(`catalog.priceKind.${value}`) }))}
        required
      />
      <TextField name={`${path}.label`} label={t('catalog.price.label')} required />
      <NumberField name={`${path}.amount`} label={t('catalog.price.amount')} exact required />
      {kind === 'PER_UNIT' && (
        <TextField
          name={`${path}.unitName`}
          label={t('catalog.price.unit')}
          placeholder={t('catalog.price.unitExample')}
          required
        />
      )}
      {kind !== 'ONE_OFF' && (
        <SelectField
          name={`${path}.per`}
          label={t('catalog.price.every')}
          options={BillingPeriodCodes.map((value) => ({ value, label: t(`catalog.billing.${value}`) }))}
          required={kind === 'RECURRING'}
          clearable={kind === 'PER_UNIT'}
        />
      )}
    </>
  );
}
