import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../app/query';
import { OrderFulfilmentDocument, type OrderFulfilmentQuery, type TaskFactsFragment } from '../generated/graphql';
import { Panel } from '../ui/panel';
import { ToneBadge } from '../ui/tone-badge';
import { ItemActions } from './fulfilment-item-actions';
import { TaskStateBadge } from './fulfilment-state-badge';
import { TaskActions } from './fulfilment-task-actions';
import { TaskWho } from './fulfilment-who';
import './fulfilment-words';
import { whatWords } from './what-words';
import classes from './fulfilment.module.css';

export type FulfilledItem = NonNullable<OrderFulfilmentQuery['order']>['items'][number];

const ahead = new Set(['WAITING', 'OPEN', 'STARTED', 'FAILED']);
const tones = { OPEN: 'neutral', DELIVERED: 'accent', ACCEPTED: 'good', FAILED: 'bad' } as const;

/** What is done to deliver the order, by whom, and how far it is; nothing before there is work. */
export function FulfilmentPanel({ id }: { id: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(query(OrderFulfilmentDocument, { id }));
  const items = data?.order?.items ?? [];
  if (items.every(({ tasks }) => tasks.length === 0)) return null;
  const done = items.filter(({ standing }) => standing === 'DELIVERED' || standing === 'ACCEPTED').length;
  const isMany = items.length > 1;
  const order = data?.order;
  const left = items.flatMap(({ tasks }) => tasks).filter((task) => !task.isUndo && ahead.has(task.state));
  // The order itself offers to start and to deliver what is left.
  const withOrder = left.length === 1 && Boolean(order?.viewerCanStart || order?.viewerCanDeliver) ? left[0]!.id : null;
  return (
    <Panel
      title={t('fulfilment.title')}
      description={isMany ? t('fulfilment.itemsDone', { done, count: items.length }) : undefined}
    >
      <div className={classes.items}>
        {items.map((item) => (
          <section key={item.id}>
            {isMany && <ItemHead item={item} />}
            <TaskList orderId={id} item={item} withOrder={withOrder} />
          </section>
        ))}
      </div>
    </Panel>
  );
}

function ItemHead({ item }: { item: FulfilledItem }) {
  const { t } = useTranslation();
  const { service, standing, failedBecause } = item;
  return (
    <>
      <div className={classes.head}>
        <h3>
          {service.name} <span className="quiet">{whatWords(item)}</span>
        </h3>
        <ToneBadge tone={tones[standing]}>{t(`fulfilment.standing.${standing}`)}</ToneBadge>
        <span className={classes.acts}>
          <ItemActions item={item} />
        </span>
      </div>
      {failedBecause && <p className={classes.note}>{t('fulfilment.failedBecause', { reason: failedBecause })}</p>}
    </>
  );
}

type ListProps = {
  orderId: string;
  item: FulfilledItem;
  /** Id of the task that is started and done with the order; null = each by itself. */
  withOrder: string | null;
};

function TaskList({ orderId, item: { tasks, service }, withOrder }: ListProps) {
  const { t } = useTranslation();
  return (
    <ol className={classes.tasks} aria-label={t('fulfilment.tasksOf', { item: service.name })}>
      {tasks.map((task) => (
        <Task key={task.id} task={task} orderId={orderId} withOrder={task.id === withOrder} />
      ))}
    </ol>
  );
}

function Task({ task, orderId, withOrder }: { task: TaskFactsFragment; orderId: string; withOrder: boolean }) {
  const { t } = useTranslation();
  const { name, state, isUndo, note, calls } = task;
  return (
    <li data-state={state} aria-current={state === 'STARTED' || state === 'OPEN' ? 'step' : undefined}>
      <div className={classes.head}>
        <strong>{name}</strong>
        <TaskStateBadge state={state} />
      </div>
      <div className="quiet">
        {isUndo && <>{t('fulfilment.undo')}. </>}
        <TaskWho task={task} />
        {calls > 1 && <>, {t('fulfilment.asked', { count: calls })}</>}
      </div>
      {note && <p className={classes.note}>“{note}”</p>}
      <div className={classes.acts}>
        <TaskActions task={task} orderId={orderId} withOrder={withOrder} />
      </div>
    </li>
  );
}
