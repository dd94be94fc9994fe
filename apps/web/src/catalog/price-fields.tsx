import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { BillingPeriodCodes, PriceKindCodes, type PriceKind } from '../generated/graphql';
import { CheckboxField } from '../ui/checkbox-field';
import { NumberField } from '../ui/number-field';
import { RowsField } from '../ui/rows-field';
import { SelectField } from '../ui/select-field';
import { TextField } from '../ui/text-field';

/** One line of what a plan costs; which fields it has depends on its kind. */
export function PriceFields({ path }: { path: string }) {
  const { t } = useTranslation();
  const kind = useWatch({ name: `${path}.kind` }) as PriceKind;
  const tiers = useWatch({ name: `${path}.tiers` }) as object[] | undefined;
  const counts = kind !== 'ONE_OFF' && kind !== 'RECURRING';
  const inTiers = counts && Boolean(tiers?.length);
  return (
    <>
      <SelectField
        name={`${path}.kind`}
        label={t('catalog.price.kind')}
        options={PriceKindCodes.map((value) => ({ value, label: t(`catalog.priceKind.${value}`) }))}
        required
      />
      <TextField name={`${path}.label`} label={t('catalog.price.label')} required />
      {!inTiers && <NumberField name={`${path}.amount`} label={t('catalog.price.amount')} exact required />}
      {counts && (
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
          required={kind !== 'PER_UNIT'}
          clearable={kind === 'PER_UNIT'}
        />
      )}
      {kind === 'LIMIT' && (
        <>
          <NumberField
            name={`${path}.least`}
            label={t('catalog.price.least')}
            description={t('catalog.price.leastHint')}
            exact
          />
          <NumberField name={`${path}.most`} label={t('catalog.price.most')} exact />
          <CheckboxField name={`${path}.whole`} label={t('catalog.price.whole')} />
        </>
      )}
      {counts && (
        <RowsField
          name={`${path}.tiers`}
          label={t('catalog.price.tiers')}
          description={t('catalog.price.tiersHint')}
          add={t('catalog.price.addTier')}
          remove={(place) => t('catalog.price.removeTier', { place })}
          newRow={() => ({ upTo: null, amount: '' })}
        >
          {(tier) => (
            <>
              <NumberField name={`${tier}.upTo`} label={t('catalog.price.upTo')} exact />
              <NumberField name={`${tier}.amount`} label={t('catalog.price.amountEach')} exact required />
            </>
          )}
        </RowsField>
      )}
    </>
  );
}
