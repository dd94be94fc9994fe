import { Group, Stack } from '@mantine/core';
import { TextLink } from '../app/text-link';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/empty-state';
import { Panel } from '../ui/panel';
import { ToneBadge } from '../ui/tone-badge';
import { deliveryWords } from './delivery-words';
import type { ManagedService } from './manage-service-page';
import { priceWords } from './price-words';
import classes from './service-page.module.css';

/** The ways to buy the service; each names the SLA whose promises come with it. */
export function PlansTab({ service }: { service: ManagedService }) {
  const { t } = useTranslation();
  return (
    <Stack gap="md">
      {service.plans.length === 0 ? (
        <EmptyState kind="nothingYet" title={t('catalog.plan.none')}>
          {t('catalog.plan.noneWords')}
        </EmptyState>
      ) : null}
      {service.plans.map((plan) => (
        <Panel
          key={plan.id}
          title={
            <Group gap="xs">
              {plan.name} {plan.endedAt && <ToneBadge>{t('catalog.plan.over')}</ToneBadge>}
            </Group>
          }
          description={plan.description}
        >
          <dl className={classes.prices}>
            {plan.prices.map((price) => (
              <div key={price.id}>
                <dt>{price.label}</dt>
                <dd className="figures">{priceWords(price, plan.currency)}</dd>
              </div>
            ))}
          </dl>
          {plan.prices.length === 0 && <p className="quiet">{t('catalog.price.free')}</p>}
          <p className={classes.delivery}>
            {plan.delivery ? deliveryWords(plan.delivery) : t('catalog.delivery.nothing')}
          </p>
          {plan.agreement ? (
            <span>
              {t('catalog.plan.promisesOf')}{' '}
              <TextLink to="/agreements/$slug" params={{ slug: plan.agreement.slug }} underline="always">
                {plan.agreement.name}
              </TextLink>
              {!plan.agreement.current && ` (${t('catalog.plan.notInForce')})`}
            </span>
          ) : (
            <span className="quiet">{t('catalog.plan.noAgreement')}</span>
          )}
        </Panel>
      ))}
    </Stack>
  );
}
