import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Comparator } from '../generated/graphql';
import { CheckboxField } from '../ui/checkbox-field';
import { FieldRow } from '../ui/field-row';
import { NumberField } from '../ui/number-field';
import { RowsField } from '../ui/rows-field';

/** What missing it costs: tiers with both bounds, the least that is paid, the most that a period can cost. */
export function CreditFields({ currency }: { currency: string }) {
  const { t } = useTranslation();
  const withCredit = useWatch({ name: 'withCredit' }) as boolean;
  const comparator = useWatch({ name: 'comparator' }) as Comparator;
  const target = useWatch({ name: 'target' }) as string;
  const tiers = useWatch({ name: 'credit.tiers' }) as { gte: string | null; lt: string | null }[];
  // The next tier begins where the last one ended; the first one at the target.
  const newTier = () => {
    const bound =
      (comparator === 'AT_LEAST' ? tiers.at(-1)?.gte : tiers.at(-1)?.lt) ?? (tiers.length === 0 ? target : null);
    return comparator === 'AT_LEAST' ? { gte: null, lt: bound, percent: '' } : { gte: bound, lt: null, percent: '' };
  };
  return (
    <>
      <CheckboxField name="withCredit" label={t('agreements.withCredit')} />
      {withCredit && (
        <>
          <RowsField
            name="credit.tiers"
            label={t('agreements.tiers')}
            description={t(`agreements.tiersHint.${comparator}`)}
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
          <FieldRow>
            <NumberField
              name="credit.minimum"
              label={t('agreements.minimum')}
              description={t('agreements.minimumHint')}
              suffix={currency}
              exact
            />
            <NumberField
              name="credit.capPercent"
              label={t('agreements.cap')}
              description={t('agreements.capHint')}
              suffix="%"
              exact
            />
          </FieldRow>
        </>
      )}
    </>
  );
}
