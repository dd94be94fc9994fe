import { Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { deliveryWords } from '../catalog/delivery-words';
import { RetiringWords } from '../catalog/retiring-words';
import { announcedWords, noPriceWords } from '../catalog/offered-words';
import { priceWords } from '../catalog/price-words';
import { termWords } from '../catalog/term-words';
import { useField } from '../ui/use-field';
import type { OrderableService } from './use-order-services';
import classes from './plan-field.module.css';

type Props = { name: string; label: string; plans: OrderableService['plans'] };

/** The ways to buy the service, each with what it costs and until when it is delivered. */
export function PlanField({ name, label, plans }: Props) {
  const { t } = useTranslation();
  const { field, shared } = useField({ name, label, required: true });
  const { id, error, withAsterisk } = shared;
  return (
    <Radio.Group
      id={id}
      name={name}
      label={label}
      error={error}
      withAsterisk={withAsterisk}
      tabIndex={-1}
      value={field.value as string}
      onChange={field.onChange}
    >
      <div className={classes.plans}>
        {plans.map((plan) => (
          <Radio
            key={plan.id}
            value={plan.id}
            label={plan.name}
            description={
              <>
                {plan.description && <span>{plan.description}</span>}
                {plan.retiring && (
                  <span>
                    <RetiringWords retiring={plan.retiring} />
                  </span>
                )}
                <span className={classes.prices}>
                  {noPriceWords(plan, t) ??
                    plan.prices.map((price) => `${price.label}: ${priceWords(price, plan.currency)}`).join(' · ')}
                </span>
                {plan.announced && <span className={classes.prices}>{announcedWords(plan, t)}</span>}
                {termWords(plan, t) && <span>{termWords(plan, t)}</span>}
                <span>{plan.delivery ? deliveryWords(plan.delivery) : t('catalog.delivery.nothing')}</span>
              </>
            }
            classNames={{ root: classes.plan }}
          />
        ))}
      </div>
    </Radio.Group>
  );
}
