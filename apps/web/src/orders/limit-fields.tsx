import { useEffect, useEffectEvent } from 'react';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { priceWords } from '../catalog/price-words';
import type { OrderableServiceQuery } from '../generated/graphql';
import { NumberField } from '../ui/number-field';
import { limitKey, type LimitValues } from './limit-values';

type Plan = Pick<NonNullable<OrderableServiceQuery['service']>['plans'][number], 'prices' | 'limits' | 'currency'>;

type Props = {
  /** Where in the form. */
  at: string;
  plan: Plan;
  /** Units that are said elsewhere: by a question, or by a bundle. */
  said?: readonly string[];
};

/** How much to set aside of each price by limit of the plan, with what one of it costs. */
export function LimitFields({ at, plan: { prices, limits, currency }, said = [] }: Props) {
  const { t } = useTranslation();
  const { getValues, setValue } = useFormContext();
  const asked = [...new Map(prices.filter(({ kind }) => kind === 'LIMIT').map((price) => [price.unitName!, price]))]
    .map(([unitName, price]) => ({ unitName, price, range: limits.find((one) => one.unitName === unitName) }))
    .filter(({ unitName }) => !said.includes(unitName));
  const units = asked.map(({ unitName }) => unitName);
  // Of units that another plan had, this one is not told.
  const keepOwn = useEffectEvent(() => {
    const kept = Object.entries((getValues(at) ?? {}) as LimitValues).filter(([, { unitName }]) =>
      units.includes(unitName),
    );
    const fresh = asked
      .filter(({ unitName }) => kept.every(([key]) => key !== limitKey(unitName)))
      .map(({ unitName, range }) => [
        limitKey(unitName),
        { unitName, units: range?.least ? Number(range.least) : null },
      ]);
    setValue(at, Object.fromEntries([...kept, ...fresh]));
  });
  const words = units.join();
  useEffect(() => keepOwn(), [words]);
  return asked.map(({ unitName, price, range }) => (
    <NumberField
      key={unitName}
      name={`${at}.${limitKey(unitName)}.units`}
      label={t('orders.form.setAside', { label: price.label })}
      description={t('orders.form.setAsideOf', { unit: unitName, price: priceWords(price, currency) })}
      min={Number(range?.least ?? 0)}
      max={Number(range?.most ?? 1e9)}
      whole={range?.whole}
      required
    />
  ));
}
