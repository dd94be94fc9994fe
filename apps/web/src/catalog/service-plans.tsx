import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/empty-state';
import { Panel } from '../ui/panel';
import { deliveryWords } from './delivery-words';
import { announcedWords, noPriceWords } from './offered-words';
import { priceWords } from './price-words';
import { RetiringWords } from './retiring-words';
import type { ServiceOnPage } from './service-page';
import classes from './service-page.module.css';
import { termWords } from './term-words';

/** The ways to buy the service: what each costs, and which promises come with it. */
export function ServicePlans({
  service: { plans, viewerCanSeePrices, commitments, supportedServices },
}: {
  service: ServiceOnPage;
}) {
  const { t } = useTranslation();
  const offered = plans.filter(({ endedAt }) => endedAt === null);
  return (
    <Panel title={t('catalog.price.question')}>
      {offered.length === 0 && (
        <p className="quiet">{t(supportedServices.length > 0 ? 'catalog.price.supporting' : 'catalog.price.noPlan')}</p>
      )}
      {offered.length > 0 && !viewerCanSeePrices && (
        <EmptyState kind="noPermission" owner={t('catalog.price.office')} />
      )}
      {offered.length > 0 && viewerCanSeePrices && (
        <ul className={classes.plans}>
          {offered.map((plan) => {
            const included = commitments.filter(({ agreement }) => agreement.id === plan.agreement?.id);
            return (
              <li key={plan.id} className={classes.plan}>
                <h3>{plan.name}</h3>
                {plan.description && <div className="quiet">{plan.description}</div>}
                {plan.retiring && (
                  <p className={classes.ends}>
                    <RetiringWords retiring={plan.retiring} />
                  </p>
                )}
                <dl className={classes.prices}>
                  {plan.prices.map((price) => (
                    <div key={price.id}>
                      <dt>{price.label}</dt>
                      <dd className="figures">{priceWords(price, plan.currency)}</dd>
                    </div>
                  ))}
                </dl>
                {noPriceWords(plan, t) && <div className="quiet">{noPriceWords(plan, t)}</div>}
                {plan.announced && <p className={classes.ends}>{announcedWords(plan, t)}</p>}
                {termWords(plan, t) && <p className={classes.delivery}>{termWords(plan, t)}</p>}
                <p className={classes.delivery}>
                  {plan.delivery ? deliveryWords(plan.delivery) : t('catalog.delivery.nothing')}
                </p>
                <small className="quiet">
                  {plan.agreement
                    ? t('catalog.price.withPromises', { count: included.length, agreement: plan.agreement.name })
                    : t('catalog.price.withoutPromise')}
                </small>
              </li>
            );
          })}
        </ul>
      )}
    </Panel>
  );
}
