import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import classes from '../app/home/home.module.css';
import { query } from '../app/query';
import { TextLink } from '../app/text-link';
import { OpenOrdersDocument, type OrderState } from '../generated/graphql';
import { Instant } from '../ui/instant';
import { Loaded } from '../ui/loaded';
import { Panel } from '../ui/panel';
import { firstItem } from './first-item';
import { lastDelivery } from './last-delivery';
import { OrderLink } from './order-link';
import { OrderStateBadge } from './order-state-badge';
import { MoreItems } from './order-words';
import { WaitingFor } from './waiting-for';
import './words';

const open: OrderState[] = [
  'DRAFT',
  'AWAITING_APPROVAL',
  'NEEDS_INFORMATION',
  'APPROVED',
  'SCHEDULED',
  'FULFILLING',
  'ON_HOLD',
  'DELIVERED',
];

/** The viewer's newest orders that have not ended, with who acts next and until when. Nothing without one. */
export function OpenOrders() {
  const { t } = useTranslation();
  const asked = useQuery(query(OpenOrdersDocument, { states: open, first: 5 }));
  return (
    <Loaded query={asked} loading={null}>
      {({ orders: { edges } }) =>
        edges.length > 0 && (
          <Panel
            title={t('orders.home.title')}
            actions={<TextLink to="/orders">{t('orders.home.all')}</TextLink>}
            flush
          >
            <ul className={classes.list}>
              {edges.map(({ node: order }) => (
                <li key={order.id}>
                  <span>
                    <OrderLink order={order} /> {firstItem(order).item.service.name} <MoreItems order={order} />{' '}
                    <OrderStateBadge state={order.state} />
                  </span>
                  <span>
                    <span className="quiet">{t('orders.waitingFor')}</span> <WaitingFor order={order} />
                    {lastDelivery(order) && (
                      <span className="quiet">
                        {' · '}
                        {t('orders.promised')} <Instant at={lastDelivery(order)!.dueAt} style="date" />
                      </span>
                    )}
                  </span>
                </li>
              ))}
            </ul>
          </Panel>
        )
      }
    </Loaded>
  );
}
