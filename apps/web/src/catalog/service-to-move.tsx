import { useTranslation } from 'react-i18next';
import { SubscriptionRetiring } from '../orders/subscription-retiring';
import { Panel } from '../ui/panel';
import type { ServiceOnPage } from './service-page';

/** What the viewer has of a service that ends, with one click to what takes its place. */
export function ServiceToMove({ service }: { service: ServiceOnPage }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('catalog.retiring.yours')}>
      {service.viewerSubscriptionsToMove.map(
        ({ id, plan, retiring }) =>
          retiring && (
            <div key={id}>
              <strong>{plan.name}</strong>
              <SubscriptionRetiring id={id} retiring={retiring} />
            </div>
          ),
      )}
    </Panel>
  );
}
