import type { PlanDefinition } from '@accord/domain';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../app/text-link';
import { formatDay } from '../ui/format-instant';
import { formatNumber } from '../ui/format-number';
import { codedPrice } from './offer-definition';
import classes from './offer.module.css';
import { priceWords } from './price-words';

type Props = {
  label: string;
  plans: readonly PlanDefinition[];
  /** What can be done with a plan. */
  actions?: (plan: PlanDefinition) => ReactNode;
};

/** The plans of a version as it says them. */
export function OfferPlans({ label, plans, actions }: Props) {
  const { t } = useTranslation();
  return (
    <ul className={classes.plans} aria-label={label}>
      {plans.map((plan) => {
        const { slug, name, description, currency, prices, agreement, delivery, term, pricesFrom, endsOn } = plan;
        return (
          <li key={slug} className={classes.plan}>
            <div className={classes.head}>
              <h3>{name}</h3>
              {actions && <div className={classes.actions}>{actions(plan)}</div>}
            </div>
            {description && <p className="quiet">{description}</p>}
            <dl className={classes.prices}>
              {prices.map((price, place) => (
                <div key={place}>
                  <dt>{price.label}</dt>
                  <dd className="figures">{priceWords(codedPrice(price), currency)}</dd>
                </div>
              ))}
            </dl>
            {prices.length === 0 && (
              <p className="quiet">{t(plan.priceOnRequest ? 'catalog.price.onRequest' : 'catalog.price.free')}</p>
            )}
            {pricesFrom && <p>{t('catalog.offer.pricesFrom', { day: formatDay(pricesFrom) })}</p>}
            {delivery && (
              <p>
                {t('catalog.delivery.within', {
                  hours: formatNumber(delivery.targetHours, { maximumFractionDigits: 2 }),
                  calendar: delivery.calendar,
                })}
              </p>
            )}
            {term && <p>{t(`catalog.offer.term.${term.renewal}`, { count: term.months })}</p>}
            {endsOn && <p>{t('catalog.offer.endsOn', { day: formatDay(endsOn) })}</p>}
            {agreement ? (
              <p>
                {t('catalog.plan.promisesOf')}{' '}
                <TextLink to="/agreements/$slug" params={{ slug: agreement }} underline="always">
                  {agreement}
                </TextLink>
              </p>
            ) : (
              <p className="quiet">{t('catalog.plan.noAgreement')}</p>
            )}
            {plan.commitments?.map((one) => (
              <p key={one.name}>{`${one.name}: ${one.promise}`}</p>
            ))}
          </li>
        );
      })}
    </ul>
  );
}
