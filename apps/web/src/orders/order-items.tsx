import { useTranslation } from 'react-i18next';
import { TextLink } from '../app/text-link';
import { KeyValueList } from '../ui/key-value-list';
import { Panel } from '../ui/panel';
import { DeliveryWords } from './delivery-words';
import { ItemNotes } from './item-notes';
import { KindBadge } from './kind-badge';
import { MonthlyChange } from './monthly-change';
import classes from './order-items.module.css';
import { PartOf } from './part-of';
import { limitWords, whatWords } from './what-words';
import type { ItemOnPage, OrderOnPage } from './order-page';

/** Every item of the order: what is wanted, what it changes, what it costs, and until when it was promised. */
export function OrderItems({ order: { items, state } }: { order: OrderOnPage }) {
  const { t } = useTranslation();
  return (
    <Panel title={t(state === 'DRAFT' ? 'orders.aboutDraft' : 'orders.about')} flush>
      <ul className={classes.items}>
        {items.map((item) => (
          <li key={item.id}>
            <Item item={item} isOver={state === 'COMPLETED'} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Item({ item, isOver }: { item: ItemOnPage; isOver: boolean }) {
  const { t } = useTranslation();
  const {
    kind,
    service,
    plan,
    bundle,
    planVersion,
    quantity,
    limits,
    subscription,
    cost,
    answered,
    droppedAnswers,
    heldBackTo,
  } = item;
  const before = kind === 'CHANGE' && !isOver ? subscription : null;
  return (
    <>
      <div className={classes.head}>
        <div>
          <strong>{quantity} ×</strong>{' '}
          <TextLink to="/catalog/$slug" params={{ slug: service.slug }} fw={600}>
            {service.name}
          </TextLink>{' '}
          <KindBadge kind={kind} /> <PartOf bundle={bundle} />
        </div>
        {cost && <MonthlyChange cost={cost} />}
      </div>
      <div className="quiet">
        {planVersion ? t('orders.planVersion', { plan: plan.name, version: planVersion }) : plan.name}
        {limits.length > 0 && ` · ${limits.map(limitWords).join(', ')}`}
        {before && (
          <>
            {' · '}
            {t('orders.item.before', { what: whatWords(before) })}
          </>
        )}
        {subscription && (
          <>
            {' · '}
            <TextLink to="/my-services/$id" params={{ id: subscription.id }} inherit underline="always">
              {t('orders.item.subscription')}
            </TextLink>
          </>
        )}
      </div>
      <ItemNotes item={{ kind, plan, heldBackTo: isOver ? null : heldBackTo }} />
      {(answered.length > 0 || droppedAnswers.length > 0) && (
        <KeyValueList
          columns={2}
          items={[
            ...answered.map(({ title, texts }) => ({ label: title, value: texts.join(', ') })),
            ...(droppedAnswers.length > 0
              ? [{ label: t('orders.notSent'), value: droppedAnswers.map(({ title }) => title).join(', ') }]
              : []),
          ]}
        />
      )}
      <DeliveryWords item={item} />
    </>
  );
}
